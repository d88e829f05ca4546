import path from 'node:path';
import { lookUp } from '../engine/explain/lookUp';
import { ExplainStream, type ExplainedPiece } from '../engine/explain/stream';
import { Summarizer } from '../engine/explain/summary';
import type { Knowledge } from '../engine/knowledge/knowledge';
import { jsonText } from '../engine/render/escape';
import { JsonReport } from '../engine/render/json';
import { PageReport } from '../engine/render/page';
import type { Report } from '../engine/render/report';
import { summaryJson, summaryText } from '../engine/render/summary';
import { TerminalReport } from '../engine/render/terminal';
import { LineMap } from '../engine/text/lineMap';
import type { ExplainArguments, Format } from './arguments';
import { readPieces } from './input';
import { Output } from './output';

/** `iis-doctor explain`: prints what is known of a text of any length. Throws an `InputError` when it cannot be read. */
export async function explainCommand(command: ExplainArguments, knowledge: Knowledge): Promise<void> {
  const output = new Output();
  if (command.summary) {
    await output.print(await summaryOf(command, knowledge));
    await output.flush();
    return;
  }
  const report = reports[command.format](command.all);
  for await (const piece of found(command, knowledge)) await output.print(report.add(piece));
  for (const text of report.end()) await output.print(text);
  if (output.isEmpty) await output.print(NOTHING);
  await output.flush();
}

async function summaryOf(command: ExplainArguments, knowledge: Knowledge): Promise<string> {
  const summarizer = new Summarizer();
  for await (const piece of found(command, knowledge)) summarizer.add(piece);
  const summary = await summarizer.end(knowledge);
  const { file = '-' } = command;
  return command.format === 'json'
    ? `${jsonText(summaryJson(summary), 2)}\n`
    : summaryText(summary, file === '-' ? 'standard input' : path.basename(file));
}

async function* found(
  command: ExplainArguments,
  knowledge: Knowledge,
): AsyncGenerator<ExplainedPiece, void, undefined> {
  if (command.code !== undefined) {
    const text = command.code;
    const lines = new LineMap(text);
    yield {
      ...(await lookUp(text, knowledge)),
      read: { text, part: { start: 0, end: text.length }, origin: 0 },
      header: null,
      position: (offset) => lines.position(offset),
    };
    return;
  }
  const stream = new ExplainStream(knowledge, { onlyRecords: command.summary });
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
  'Nothing in this text is known to us: no event record, HTTP status, GUID, error code, SID or IIS command that we could explain.\n';
