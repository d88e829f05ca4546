import type { Connection } from 'vscode-languageserver';
import type { Shortfalls } from '../shortfalls';
import type { Check } from '../checks';
import type { ConfigDocuments } from './documents';
import type { ConfigSettings } from './settings';
import type { ConfigWorkspace } from './workspace';

/** What a client can do with our answers. */
export interface ConfigClient {
  readonly hasCommands: boolean;
  readonly hasRelatedInformation: boolean;
  readonly hasTags: boolean;
  /** Edits of several files with their versions. */
  readonly hasDocumentChanges: boolean;
  readonly hasSymbolTree: boolean;
  /** Completion items with places for the cursor. */
  readonly hasSnippets: boolean;
  readonly foldingLimit: number;
}

/** What every feature for configuration files works with; made once for a connection. */
export interface ConfigServices {
  readonly connection: Connection;
  readonly documents: ConfigDocuments;
  readonly workspace: ConfigWorkspace;
  readonly check: Check;
  /** The client's settings for a document, or the defaults. */
  readonly settings: (uri?: string) => Promise<ConfigSettings>;
  readonly shortfalls: Shortfalls;
  readonly client: ConfigClient;
  /** For documents of a server, which nobody can edit: its name in their URIs. Null for those of the workspace. */
  readonly server: string | null;
}
