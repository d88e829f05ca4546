import type { Example, RuleInfo } from '../rules/rule';
import { markdownBlock, markdownCode, markdownSentence, markdownText } from './escape';

const LONGEST_EXAMPLE = 2_000;

/** All about a rule, as Markdown. */
export function rulePage(rule: RuleInfo): string {
  const { id, title, why, severity, profile, sources, examples } = rule;
  return [
    `# ${markdownText(title)}`,
    `Rule ${markdownCode(id)} · ${severity} · profile ${profile}`,
    markdownSentence(why),
    ...section('Reported', examples.bad.slice(0, 3)),
    ...section('Fine', examples.good.slice(0, 3)),
    '## Silence it',
    markdownSentence(silence(id)),
    ...(sources.length ? ['## Sources', sources.map((one) => `- ${sourceText(one)}`).join('\n')] : []),
  ].join('\n\n');
}

/** How one occurrence of a rule is silenced, and how the rule is switched off. */
export const silence = (id: string): string =>
  `For one place put \`<!-- iis-doctor-disable-next-line ${id}: the reason -->\` on the line before it; for a project write \`{ "rules": { "${id}": "off" } }\` into \`.iis-doctor.json\`.`;

const section = (heading: string, examples: readonly (string | Example)[]): string[] =>
  examples.length ? [`## ${heading}`, ...examples.map((one) => exampleBlock(one))] : [];

function exampleBlock(example: string | Example): string {
  const { text, file } = typeof example === 'string' ? { text: example, file: undefined } : example;
  const block = markdownBlock(text, LONGEST_EXAMPLE).replace(/^(`+)text/, '$1xml');
  return file === undefined ? block : `In ${markdownCode(file)}:\n\n${block}`;
}

const sourceText = ({ document, says, url }: RuleInfo['sources'][number]): string =>
  `${url === undefined ? markdownText(document) : `[${markdownText(document)}](${url})`}: ${markdownText(says)}`;
