import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ConfigDocument } from '../../engine/config/document';
import type { Hierarchy } from '../../engine/config/hierarchy';
import { checkConfig } from '../../engine/rules/checkConfig';
import { configRules } from '../../engine/rules/config/index.generated';
import type { Findings } from '../../engine/rules/limit';
import type { ConfigDocuments } from './documents';
import type { ConfigSettings } from './settings';
import type { ConfigWorkspace } from './workspace';

/** A configuration file after its check. */
export interface Checked extends Findings {
  readonly config: ConfigDocument;
  /** The files that it was put together with. The hierarchy itself is not kept: what holds in it is large. */
  readonly levels: Hierarchy['levels'];
}

interface Entry {
  readonly version: number;
  readonly round: number;
  readonly checked: Promise<Checked | null>;
}

/** The schema files that servers have, by their names; a folder is asked for each. */
const SCHEMA_FILES = [
  'IIS_schema.xml',
  'ASPNET_schema.xml',
  'FX_schema.xml',
  'rewrite_schema.xml',
  'Ftp_schema.xml',
  'WebDAV_schema.xml',
  'rscaext.xml',
  'ftp_rscaext.xml',
  'arr_schema.xml',
  'webfarm_schema.xml',
  'aspnetcore_schema.xml',
  'aspnetcore_schema_v2.xml',
  'httpplatform_schema.xml',
  'iisnode_schema.xml',
  'iisnode_schema_x64.xml',
  'deploymentAuthorizationSchema.xml',
  'BackupManagerSchema.xml',
];

/** Checks open configuration files, each version once, whether for diagnostics or for code actions. */
export class ConfigChecks {
  readonly #documents: ConfigDocuments;
  readonly #workspace: ConfigWorkspace;
  readonly #settings: (uri?: string) => Promise<ConfigSettings>;
  readonly #entries = new Map<string, Entry>();
  #round = 0;
  #schemaFolder = '';

  constructor(
    documents: ConfigDocuments,
    workspace: ConfigWorkspace,
    settings: (uri?: string) => Promise<ConfigSettings>,
  ) {
    this.#documents = documents;
    this.#workspace = workspace;
    this.#settings = settings;
  }

  /** Null where the document is no configuration, or checks are turned off. */
  of(document: TextDocument): Promise<Checked | null> {
    const { uri, version } = document;
    const known = this.#entries.get(uri);
    if (known?.version === version && known.round === this.#round) return known.checked;
    const checked = this.#check(document);
    this.#entries.set(uri, { version, round: this.#round, checked });
    return checked;
  }

  /** The document has changed, so what was found in it is of no use any more, and takes memory. */
  outdated({ uri, version }: TextDocument): void {
    if (this.#entries.get(uri)?.version !== version) this.#entries.delete(uri);
  }

  /** What documents were checked with has changed: settings, or files around them. */
  changed(): void {
    this.#round++;
  }

  forget(uri: string): void {
    this.#entries.delete(uri);
  }

  async #check(document: TextDocument): Promise<Checked | null> {
    const { version } = document;
    // Most documents are logs, and none of them costs a question to the client.
    if (!(await this.#documents.of(document))) return null;
    const settings = await this.#settings(document.uri);
    if (!settings.isChecked) return null;
    await this.#useSchema(settings);
    const config = await this.#documents.of(document);
    if (!config) return null;
    const hierarchy = await this.#workspace.hierarchy(config, settings);
    // A newer version is checked in its own turn.
    if (document.version !== version) return null;
    const schema = await this.#documents.schema();
    const found = checkConfig(config, { rules: configRules, schema, hierarchy, choice: settings.choice });
    return { ...found, config, levels: hierarchy.levels };
  }

  async #useSchema({ schemaFolder }: ConfigSettings): Promise<void> {
    if (schemaFolder === this.#schemaFolder) return;
    this.#schemaFolder = schemaFolder;
    const folders = schemaFolder === '' ? [] : this.#workspace.resolve(schemaFolder);
    const files = folders.flatMap((folder) => SCHEMA_FILES.map((name) => `${folder.replace(/\/$/, '')}/${name}`));
    const texts = await Promise.all(files.map((uri) => this.#workspace.text(uri)));
    this.#documents.useSchema(texts.filter((text) => text !== null));
  }
}
