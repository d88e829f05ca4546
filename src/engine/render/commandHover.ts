import type { CommandFact } from '../commands/commandFact';
import type { ConfigTarget } from '../commands/configTarget';
import { structureText } from '../schema/structureTexts';
import { textOf, type SchemaTexts } from '../schema/texts';
import { markdownCode, markdownSentence, markdownText } from './escape';
import { limitText } from './schemaText';

/** What a command does to IIS, as Markdown. */
export function commandHover(fact: CommandFact): string {
  const { title, does, versions = [], takesDown, staysDown, notes = [], instead = [], sources } = fact;
  return [
    `**${markdownText(title)}**`,
    markdownSentence(does),
    bullets(versions.map(([which, said]) => `**${markdownText(which)}:** ${markdownSentence(said)}`)),
    takesDown && `**Takes down:** ${markdownSentence(takesDown)}`,
    staysDown && `**Does not come back by itself:** ${markdownSentence(staysDown)}`,
    bullets(notes.map(markdownSentence)),
    instead.length ? `**Instead:**\n\n${bullets(instead.map(markdownSentence))}` : '',
    `**Known from:** ${sources.map(({ document }) => markdownText(document)).join('; ')}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** What the attribute is that a word of a command names, as Markdown. */
export function configTargetHover({ attribute, owner }: ConfigTarget, texts: SchemaTexts): string {
  const { name, type, names, defaultValue, encrypted, since } = attribute;
  const key = `${owner}@${name}`;
  const about = textOf(texts, key) ?? structureText(key);
  const limit = limitText(attribute);
  const values = type === 'bool' ? ['true', 'false'] : [...names.keys()].slice(0, 24);
  return [
    `**Attribute** ${markdownCode(name)} of ${markdownCode(owner)} — ${type}`,
    about ? markdownSentence(about) : '',
    bullets([
      ...(values.length
        ? [`${type === 'flags' ? 'Any of' : 'Values'}: ${values.map((one) => markdownCode(one)).join(', ')}`]
        : []),
      ...(limit === null ? [] : [`Limits: ${markdownText(limit)}`]),
      ...(defaultValue ? [`Default: ${markdownCode(defaultValue)}`] : []),
      ...(encrypted ? ['A secret: on a command line others can read it'] : []),
      ...(since === null ? [] : [`Since ${markdownText(since)}`]),
    ]),
  ]
    .filter(Boolean)
    .join('\n\n');
}

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
