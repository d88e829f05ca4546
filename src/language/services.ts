import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Explained } from '../engine/explain/explanation';
import type { Knowledge } from '../engine/knowledge/knowledge';
import type { ApplicationPools } from './applicationPools';
import type { Settings } from './settings';

/** What every feature of the server works with; made once for a connection. */
export interface Services {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly knowledge: Knowledge;
  readonly pools: ApplicationPools;
  /** The client's settings, or the defaults where it has none. */
  readonly settings: () => Promise<Settings>;
  /** Everything known of a document as it is now; computed once for a version. */
  readonly explained: (document: TextDocument) => Promise<Explained>;
  /** Whether the client has our commands, so that results may refer to them. */
  readonly clientHasCommands: boolean;
}
