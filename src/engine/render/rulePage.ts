import { scopeOf, type RuleScope } from '../rules/catalogue';
import { SHOWN_EXAMPLES, type Example, type RuleInfo } from '../rules/rule';
import { markdownBlock, markdownCode, markdownSentence, markdownText } from './escape';

const LONGEST_EXAMPLE = 2_000;

/** All about a rule, as Markdown. */
export function rulePage(rule: RuleInfo): string {
  const { id, title, why, severity, profile, sources, examples } = rule;
  return [
    `# ${markdownText(title)}`,
    `Rule ${markdownCode(id)} · ${severity} · profile ${profile} · for ${SCOPES[scopeOf(rule)]}`,
    markdownSentence(why),
    ...section('Reported', examples.bad.slice(0, SHOWN_EXAMPLES)),
    ...section('Fine', examples.good.slice(0, SHOWN_EXAMPLES)),
    '## Silence it',
    markdownSentence(silence(rule)),
    ...(sources.length ? ['## Sources', sources.map((one) => `- ${sourceText(one)}`).join('\n')] : []),
  ].join('\n\n');
}

const SCOPES: Readonly<Record<RuleScope, string>> = {
  configuration: 'configuration files',
  scripts: 'scripts',
  both: 'configuration files and scripts',
};

/** How one occurrence of a rule is silenced, and how the rule is switched off. */
export const silence = ({ id }: RuleInfo, scope = scopeOf({ id })): string =>
  `For one place put ${comment(id, scope)} on the line before it; for a project write \`{ "rules": { "${id}": "off" } }\` into \`.iis-doctor.json\`.`;

function comment(id: string, scope: RuleScope): string {
  const directive = `iis-doctor-disable-next-line ${id}: the reason`;
  return scope === 'scripts'
    ? `\`rem ${directive}\` (in PowerShell and pipelines with \`#\`, in VBScript with \`'\`, in Groovy with \`//\`)`
    : `\`<!-- ${directive} -->\``;
}

/** The languages of examples by the ends of their files' names; all others are XML. */
const FENCES: Readonly<Record<string, string>> = {
  bat: 'bat',
  cmd: 'bat',
  ps1: 'powershell',
  psm1: 'powershell',
  vbs: 'vb',
  yml: 'yaml',
  yaml: 'yaml',
  md: 'markdown',
  dockerfile: 'dockerfile',
  jenkinsfile: 'groovy',
};

const section = (heading: string, examples: readonly (string | Example)[]): string[] =>
  examples.length ? [`## ${heading}`, ...examples.map((one) => exampleBlock(one))] : [];

function exampleBlock(example: string | Example): string {
  const { text, file } = typeof example === 'string' ? { text: example, file: undefined } : example;
  const block = markdownBlock(text, LONGEST_EXAMPLE).replace(/^(`+)text/, `$1${languageOf(file)}`);
  return file === undefined ? block : `In ${markdownCode(file)}:\n\n${block}`;
}

const languageOf = (file: string | undefined): string => FENCES[file?.toLowerCase().split(/\W/).at(-1) ?? ''] ?? 'xml';

const sourceText = ({ document, says, url }: RuleInfo['sources'][number]): string =>
  `${url === undefined ? markdownText(document) : `[${markdownText(document)}](${url})`}: ${markdownText(says)}`;
