import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { RecordList } from '../engine/explain/documentRecords';
import type { Knowledge } from '../engine/knowledge/knowledge';
import type { Feature } from '../protocol/languageServer';
import type { Checks } from './checks';
import type { ConfigServices } from './config/services';
import type { ReadPieces } from './files';
import type { ScriptDocuments } from './scripts/documents';
import type { Settings } from './settings';
import type { Shortfalls } from './shortfalls';

/** What every feature of the server works with; made once for a connection. */
export interface Services {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly knowledge: Knowledge;
  /** The client's settings, or the defaults where it has none. */
  readonly settings: () => Promise<Settings>;
  /** The event records of a document as it is now; null where it is too long, or has changed meanwhile. */
  readonly records: (document: TextDocument, feature: Feature) => Promise<RecordList | null>;
  /** What the features for configuration files work with. */
  readonly config: ConfigServices;
  readonly scripts: ScriptDocuments;
  /** The checks of configuration files and scripts. */
  readonly checks: Checks;
  /** Where features tell that they did less than everything. */
  readonly shortfalls: Shortfalls;
  /** Reads a file that a person chose, piece by piece; null where there is no disk. */
  readonly readPieces: ReadPieces | null;
  /** Whether the client has our commands, so that results may refer to them. */
  readonly clientHasCommands: boolean;
  /** Ids of facts and rules for which the client has a guided repair. */
  readonly repairs: ReadonlySet<string>;
  /** Whether the client takes symbols with their detail; older ones take only their places. */
  readonly clientHasSymbolTree: boolean;
  /** How many folding ranges the client takes. */
  readonly clientFoldingLimit: number;
}
