import type { Source } from '../knowledge/fact';
import type { Example, RuleInfo } from '../rules/rule';
import { markdownBlock, markdownSentence, markdownText } from './escape';
import type { Page } from './page';

/** An example on a page is cut behind so many characters. */
const EXAMPLE_LIMIT = 2_000;

/**
 * The page of a rule: what is wrong, how severe, why it matters, examples, how to suppress it, where it is known from.
 * Markdown without HTML; a terminal shows it as it is.
 */
export function rulePage(rule: RuleInfo): Page {
  const { id, title, severity, profile, why, examples, sources } = rule;
  const parts = [
    `# ${markdownText(title)}`,
    `Rule \`${id}\` · ${severity} · profile \`${profile}\``,
    markdownSentence(why),
    ...exampleParts('Reported', examples.bad),
    ...exampleParts('Fine', examples.good),
    '## How to suppress it',
    'On the line above what is reported, with the reason behind the colon:',
    `\`\`\`xml\n<!-- iis-doctor-disable-next-line ${id}: because ... -->\n\`\`\``,
    'For a whole file, anywhere in it:',
    `\`\`\`xml\n<!-- iis-doctor-disable-file ${id}: because ... -->\n\`\`\``,
  ];
  if (sources.length) parts.push('## Known from', sources.map(sourceLine).join('\n'));
  return { title, markdown: `${parts.join('\n\n')}\n` };
}

const sourceLine = ({ document, says, url }: Source): string =>
  `- ${url === undefined ? markdownText(document) : `[${markdownText(document)}](${url})`}: ${markdownSentence(says)}`;

const exampleParts = (heading: string, examples: readonly (string | Example)[]): string[] =>
  examples.length ? [`## ${heading}`, ...examples.flatMap((one) => exampleBlocks(one))] : [];

function exampleBlocks(one: string | Example): string[] {
  const { text, file = 'web.config', server, path }: Example = typeof one === 'string' ? { text: one } : one;
  const blocks = [`In \`${file}\`${path === undefined ? '' : ` of ${markdownText(path)}`}:`, block(text)];
  if (server !== undefined) blocks.push('below this `applicationHost.config`:', block(server));
  return blocks;
}

const block = (text: string): string => markdownBlock(text, EXAMPLE_LIMIT).replace(/^(`{3,})text/, '$1xml');
