import type { TextDocument } from 'vscode-languageserver-textdocument';
import { DocumentRecords, type RecordList } from '../engine/explain/documentRecords';
import type { Knowledge } from '../engine/knowledge/knowledge';
import type { Feature } from '../protocol/languageServer';
import type { Shortfalls } from './shortfalls';

/** Longer documents are not read as a whole; hovers work in any length. */
const LENGTH_LIMIT = 20_000_000;

/** A document that has just changed mostly changes again, and what is asked of one place meanwhile goes first. */
const SETTLED_MS = 100;

interface Entry {
  readonly records: DocumentRecords;
  version: number;
  reading: Promise<RecordList | null>;
}

/** Keeps the event records of each open document; after a change only what may be different is read again. */
export class RecordCache {
  readonly #knowledge: Knowledge;
  readonly #shortfalls: Shortfalls;
  readonly #entries = new Map<string, Entry>();

  constructor(knowledge: Knowledge, shortfalls: Shortfalls) {
    this.#knowledge = knowledge;
    this.#shortfalls = shortfalls;
  }

  /**
   * @param feature who asks
   * @returns null where the document is too long (the performance report then says so), or has changed meanwhile
   */
  async get(document: TextDocument, feature: Feature): Promise<RecordList | null> {
    const { uri, version } = document;
    const { length } = document.getText();
    const tooLong = length > LENGTH_LIMIT;
    this.#shortfalls.set(uri, feature, tooLong && { reason: 'documentTooLong', count: length, limit: LENGTH_LIMIT });
    if (tooLong) {
      this.#entries.delete(uri);
      return null;
    }
    const entry = this.#entryOf(uri);
    if (entry.version !== version) {
      const isNew = Number.isNaN(entry.version);
      entry.version = version;
      const read = async (): Promise<RecordList | null> => {
        if (!isNew) await wait(SETTLED_MS);
        return entry.version === version ? entry.records.read(document.getText()) : null;
      };
      // One after the other, because each begins with what the one before has found.
      entry.reading = entry.reading.then(read);
    }
    return entry.reading;
  }

  forget(uri: string): void {
    const entry = this.#entries.get(uri);
    if (entry) entry.version = NaN;
    this.#entries.delete(uri);
  }

  #entryOf(uri: string): Entry {
    const known = this.#entries.get(uri);
    if (known) return known;
    const turn = async (): Promise<boolean> => {
      const { version } = entry;
      await otherRequests();
      return entry.version === version;
    };
    const entry: Entry = {
      records: new DocumentRecords(this.#knowledge, turn),
      version: NaN,
      reading: Promise.resolve(null),
    };
    this.#entries.set(uri, entry);
    return entry;
  }
}

/** Lets what has arrived meanwhile be answered first. */
const otherRequests = (): Promise<void> => wait(0);

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
