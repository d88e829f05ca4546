import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { readConfig, type ConfigDocument } from '../../engine/config/document';
import { configKind } from '../../engine/config/kind';
import { shippedLoader } from '../../engine/config/surroundings';
import type { LoadData } from '../../engine/loadData';
import { schemaLoader, type Schema } from '../../engine/schema/schema';

/** Longer documents are not read as configuration. */
export const LENGTH_LIMIT = 20_000_000;
/** How far the root element of a file without a known name is looked for. */
const BEGINNING = 65_536;

interface Entry {
  readonly version: number;
  readonly schema: Schema;
  readonly config: ConfigDocument | null;
}

/**
 * The open documents as IIS configuration: each version is read once, whatever asks for it. Recognised by name, root
 * element or content, in any case, whatever the language id.
 */
export class ConfigDocuments {
  /** The schema that ships; see also `useSchema`. */
  readonly shipped: () => Promise<ConfigDocument>;
  readonly #documents: Pick<TextDocuments<TextDocument>, 'get' | 'all'>;
  readonly #shippedSchema: () => Promise<Schema>;
  readonly #read = new Map<string, Entry>();
  #schema: Promise<Schema> | null = null;

  constructor(documents: Pick<TextDocuments<TextDocument>, 'get' | 'all'>, loadData: LoadData) {
    this.#documents = documents;
    this.#shippedSchema = schemaLoader(loadData);
    this.shipped = shippedLoader(loadData, this.#shippedSchema);
  }

  /** What configuration is read by: a server's own schema where one was given, else the one that ships. */
  schema(): Promise<Schema> {
    return this.#schema ?? this.#shippedSchema();
  }

  /** @param texts the texts of a server's schema files; empty: the schema that ships again */
  useSchema(texts: readonly string[]): void {
    this.#schema = texts.length ? this.#shippedSchema().then((shipped) => shipped.forServer(texts)) : null;
  }

  /** An open document as configuration; null where it is none, or too long. */
  async of(document: TextDocument | undefined): Promise<ConfigDocument | null> {
    if (!document || !looksLikeConfiguration(document.uri, document.getText())) return null;
    const schema = await this.schema();
    const { uri, version } = document;
    const known = this.#read.get(uri);
    if (known?.version === version && known.schema === schema) return known.config;
    // The tree of the version before goes first: two of a large file would be in memory at once.
    this.#read.delete(uri);
    const config = readConfig(uri, document.getText(), schema);
    if (this.#documents.get(uri) === document) this.#read.set(uri, { version, schema, config });
    return config;
  }

  /** The open document of a URI, however it is spelt. */
  open(uri: string): TextDocument | undefined {
    const direct = this.#documents.get(uri);
    if (direct) return direct;
    const key = sameUri(uri);
    return this.#documents.all().find((document) => sameUri(document.uri) === key);
  }

  all(): TextDocument[] {
    return this.#documents.all();
  }

  forget(uri: string): void {
    this.#read.delete(uri);
  }
}

/** A cheap look before the text is read: most documents are logs. */
export function looksLikeConfiguration(uri: string, text: string): boolean {
  if (text.length > LENGTH_LIMIT) return false;
  if (configKind(uri, null) !== null) return true;
  const first = /^\uFEFF?\s{0,1000}</.test(text);
  return first && text.slice(0, BEGINNING).includes('<configuration');
}

/** One spelling of a URI for all clients: they differ in what they escape. */
export function sameUri(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}
