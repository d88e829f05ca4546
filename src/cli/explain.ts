import { lookUp } from '../engine/explain/lookUp';
import { ExplainStream, type ExplainedPiece } from '../engine/explain/stream';
import type { Knowledge } from '../engine/knowledge/knowledge';
import { JsonReport } from '../engine/render/json';
import { PageReport } from '../engine/render/page';
import type { Report } from '../engine/render/report';
import { TerminalReport } from '../engine/render/terminal';
import { LineMap } from '../engine/text/lineMap';
import type { ExplainArguments, Format } from './arguments';
import { readPieces } from './input';
import { Output } from './output';

/** `iis-doctor explain`: prints what is known of a text of any length. Throws an `InputError` when it cannot be read. */
export async function explainCommand(command: ExplainArguments, knowledge: Knowledge): Promise<void> {
  const report = reports[command.format](command.all);
  const output = new Output();
  for await (const piece of found(command, knowledge)) await output.print(report.add(piece));
  for (const text of report.end()) await output.print(text);
  if (output.isEmpty) await output.print(NOTHING);
  await output.flush();
}

async function* found(
  command: ExplainArguments,
  knowledge: Knowledge,
): AsyncGenerator<ExplainedPiece, void, undefined> {
  if (command.code !== undefined) {
    const lines = new LineMap(command.code);
    yield { ...(await lookUp(command.code, knowledge)), position: (offset) => lines.position(offset) };
    return;
  }
  const stream = new ExplainStream(knowledge);
  for await (const text of readPieces(command.file ?? '-')) {
    const piece = await stream.push(text);
    if (piece) yield piece;
  }
  yield await stream.end();
}

const reports: Readonly<Record<Format, (all: boolean) => Report>> = {
  json: () => new JsonReport(),
  markdown: () => new PageReport(),
  text: (all) => new TerminalReport(all),
};

const NOTHING =
  'Nothing in this text is known to us: no event record, GUID, error code, SID or IIS command that we could explain.\n';
