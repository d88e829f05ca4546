import { checkConfig } from '../../engine/rules/checkConfig';
import { configRules } from '../../engine/rules/config/index.generated';
import { suppressionEdit } from '../../engine/rules/suppressionEdit';
import type { Check } from '../checks';
import type { ConfigDocuments } from './documents';
import type { ConfigSettings } from './settings';
import type { ConfigWorkspace } from './workspace';

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

/** The check of configuration files. */
export class ConfigCheck {
  readonly #documents: ConfigDocuments;
  readonly #workspace: ConfigWorkspace;
  readonly #settings: (uri?: string) => Promise<ConfigSettings>;
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

  readonly check: Check = async (document) => {
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
    return {
      ...found,
      config,
      levels: hierarchy.levels,
      // What is not well-formed is refused as a whole, whatever a comment says.
      suppression: (finding) => (finding.rule === 'xml-not-well-formed' ? null : suppressionEdit(config.xml, finding)),
    };
  };

  async #useSchema({ schemaFolder }: ConfigSettings): Promise<void> {
    if (schemaFolder === this.#schemaFolder) return;
    this.#schemaFolder = schemaFolder;
    const folders = schemaFolder === '' ? [] : this.#workspace.resolve(schemaFolder);
    const files = folders.flatMap((folder) => SCHEMA_FILES.map((name) => `${folder.replace(/\/$/, '')}/${name}`));
    const texts = await Promise.all(files.map((uri) => this.#workspace.text(uri)));
    this.#documents.useSchema(texts.filter((text) => text !== null));
  }
}
