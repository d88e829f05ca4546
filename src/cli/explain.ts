import { explain } from '../engine/explain/explain';
import type { Explained } from '../engine/explain/explanation';
import { lookUp } from '../engine/explain/lookUp';
import type { Knowledge } from '../engine/knowledge/knowledge';
import { explainedJson } from '../engine/render/json';
import { explanationPage } from '../engine/render/page';
import { explainedText } from '../engine/render/terminal';
import type { ExplainArguments, Format } from './arguments';
import { readText } from './input';

/** `iis-doctor explain`: prints what is known of a text. Throws an `InputError` when it cannot be read. */
export async function explainCommand(command: ExplainArguments, knowledge: Knowledge): Promise<void> {
  const text = command.code ?? (await readText(command.file ?? '-'));
  const explained = command.code === undefined ? await explain(text, knowledge) : await lookUp(text, knowledge);
  process.stdout.write(`${output[command.format](explained, text, command.all)}\n`);
}

const output: Readonly<Record<Format, (explained: Explained, text: string, all: boolean) => string>> = {
  json: (explained, text) => JSON.stringify(explainedJson(explained, text), null, 2),
  markdown: (explained) => explanationPage(explained).markdown || NOTHING,
  text: (explained, text, all) => explainedText(explained, text, all) || NOTHING,
};

const NOTHING =
  'Nothing in this text is known to us: no event record, HTTP status, GUID, error code, SID or IIS command that we could explain.';
