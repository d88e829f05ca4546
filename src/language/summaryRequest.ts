import type { CancellationToken } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { ExplainStream } from '../engine/explain/stream';
import { Summarizer } from '../engine/explain/summary';
import { plainText } from '../engine/render/escape';
import { summaryText } from '../engine/render/summary';
import type { SummaryParams, SummaryResult } from '../protocol/languageServer';
import type { Services } from './services';

/** How much of an open document is read before other requests get their turn. */
const PIECE = 500_000;

/** The summary of an open document or of a file that a person chose; null where it cannot be read or was cancelled. */
export async function summaryRequest(
  params: SummaryParams,
  services: Services,
  token: CancellationToken,
): Promise<SummaryResult> {
  const pieces = 'file' in params ? fileOf(params.file, services) : piecesOf(params.uri, services);
  if (!pieces) return null;
  const stream = new ExplainStream(services.knowledge, { onlyRecords: true, window: PIECE });
  const summarizer = new Summarizer();
  for await (const text of pieces) {
    if (token.isCancellationRequested) return null;
    const piece = await stream.push(text);
    if (piece) summarizer.add(piece);
    await otherRequests();
  }
  summarizer.add(await stream.end());
  const name = nameOf('file' in params ? params.file : params.uri);
  return { title: name, text: summaryText(await summarizer.end(services.knowledge), name) };
}

/** A person chose the file, so it may lie anywhere, on a share as well. */
function fileOf(file: string, { readPieces }: Services): AsyncIterable<string> | null {
  const uri = URI.parse(file);
  return uri.scheme === 'file' && readPieces ? readPieces(uri.fsPath) : null;
}

function piecesOf(uri: string, { documents }: Services): string[] | null {
  const text = documents.get(uri)?.getText();
  if (text === undefined) return null;
  return Array.from({ length: Math.ceil(text.length / PIECE) }, (_, i) => text.slice(i * PIECE, (i + 1) * PIECE));
}

/** Lets what has arrived meanwhile be answered, a cancel included. */
const otherRequests = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

const nameOf = (uri: string): string => {
  const last = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return plainText(decodeURIComponent(last), 80);
  } catch {
    return plainText(last, 80);
  }
};
