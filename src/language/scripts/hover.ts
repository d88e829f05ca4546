import type { TextDocument } from 'vscode-languageserver-textdocument';
import { configTarget } from '../../engine/commands/configTarget';
import { explainCommand } from '../../engine/commands/explainCommand';
import { adsutilUse } from '../../engine/metabase/translate';
import { adsutilHover } from '../../engine/render/adsutilHover';
import { commandHover, configTargetHover } from '../../engine/render/commandHover';
import type { Schema } from '../../engine/schema/schema';
import { schemaTexts } from '../../engine/schema/texts/index.generated';
import type { Command } from '../../engine/scripts/command';
import { touches, type Range } from '../../engine/text/range';
import type { ScriptDocuments } from './documents';

interface ScriptHover extends Range {
  readonly markdown: string;
}

/**
 * What a command in a script does to IIS, what one of its words sets, and how a line of adsutil.vbs is said today, in
 * Markdown; null elsewhere.
 */
export async function scriptHover(
  document: TextDocument,
  offset: number,
  scripts: ScriptDocuments,
  schema: () => Promise<Schema>,
): Promise<ScriptHover | null> {
  if (!scripts.isScript(document)) return null;
  // What runs inside of another command stands behind it, and is what is meant.
  const commands = scripts.of(document)?.script.commands.filter((command) => touches(command, offset)) ?? [];
  for (const command of commands.reverse()) {
    const found =
      metabaseHover(command, offset) ?? (await attributeHover(command, offset, schema)) ?? hoverOf(command, offset);
    if (found) return found;
  }
  return null;
}

function metabaseHover(command: Command, offset: number): ScriptHover | null {
  const use = adsutilUse(command);
  return use && touches(use, offset) ? { start: use.start, end: use.end, markdown: adsutilHover(use) } : null;
}

async function attributeHover(
  command: Command,
  offset: number,
  schema: () => Promise<Schema>,
): Promise<ScriptHover | null> {
  const word = command.arguments.find((one) => touches(one, offset));
  if (!word || !/^(?:appcmd|[a-z]+-(?:itemproperty|webconfigurationproperty))$/.test(command.name)) return null;
  const target = configTarget(command, word, await schema());
  return target && { start: word.start, end: word.end, markdown: configTargetHover(target, schemaTexts) };
}

function hoverOf(command: Command, offset: number): ScriptHover | null {
  const found = explainCommand(command);
  if (!found?.words.some((word) => touches(word, offset))) return null;
  const [first = command] = found.words;
  return { start: first.start, end: found.words.at(-1)?.end ?? first.end, markdown: commandHover(found.fact) };
}
