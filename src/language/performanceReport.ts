import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { MemoryUse, PerformanceReport } from '../protocol/languageServer';
import type { Shortfalls } from './shortfalls';
import type { Timings } from './timings';

/** How the server is doing; what it tells of documents is their number, their size and where a feature fell short. */
export function performanceReport(
  timings: Timings,
  shortfalls: Shortfalls,
  documents: TextDocuments<TextDocument>,
  memory: MemoryUse | null,
): PerformanceReport {
  const sizes = documents.all().map((document) => document.getText().length);
  return {
    features: timings.report(),
    memory,
    documents: {
      count: sizes.length,
      characters: sizes.reduce((sum, size) => sum + size, 0),
      largest: Math.max(0, ...sizes),
    },
    // A request that was under way while its document was closed may have left something behind.
    shortfalls: shortfalls.list().filter(({ uri }) => documents.get(uri) !== undefined),
  };
}
