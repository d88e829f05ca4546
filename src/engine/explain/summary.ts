import type { Knowledge } from '../knowledge/knowledge';
import { RecordSummarizer, type RecordSummary } from './recordSummary';
import { RequestSummarizer, type RequestSummary } from './requestSummary';
import type { ExplainedPiece } from './stream';

/** What a log comes to: its event records and its requests, each grouped and counted. */
export interface LogSummary {
  readonly records: RecordSummary;
  readonly requests: RequestSummary | null;
}

/** Gathers a summary from a text that comes in pieces. */
export class Summarizer {
  readonly #records = new RecordSummarizer();
  readonly #requests = new RequestSummarizer();

  add(piece: ExplainedPiece): void {
    this.#records.add(piece);
    this.#requests.add(piece);
  }

  async end(knowledge: Knowledge): Promise<LogSummary> {
    return { records: this.#records.end(), requests: await this.#requests.end(knowledge) };
  }
}
