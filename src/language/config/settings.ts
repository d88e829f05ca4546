import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { DEFAULT_PROFILE, profiles, severities, type Severity } from '../../engine/rules/rule';
import type { RuleChoice } from '../../engine/rules/ruleChoice';

/** The settings for configuration files, each as in the manifest. */
export interface ConfigSettings {
  readonly isChecked: boolean;
  readonly choice: RuleChoice;
  /** Path of the `applicationHost.config` above every `web.config`; empty: the only one of the workspace. */
  readonly serverConfig: string;
  /** Folder of a server's own schema files; empty: the schema that ships. */
  readonly schemaFolder: string;
  /** Folders of the workspace by the Windows path that they stand for. */
  readonly paths: ReadonlyMap<string, string>;
  readonly hasLenses: boolean;
  readonly hasInlayHints: boolean;
}

/** Reads the settings for a document; a client without configuration, or with nonsense in it, gets the defaults. */
export function configSettingsReader(
  connection: Connection,
  capabilities: ClientCapabilities,
): (uri?: string) => Promise<ConfigSettings> {
  if (!capabilities.workspace?.configuration) return () => Promise.resolve(readConfigSettings(null));
  return async (scopeUri) => {
    const item = scopeUri === undefined ? { section: 'iisDoctor' } : { scopeUri, section: 'iisDoctor' };
    return readConfigSettings(await connection.workspace.getConfiguration(item).catch(() => null));
  };
}

/** Settings out of what a client answered, whatever that is. */
export function readConfigSettings(answer: unknown): ConfigSettings {
  const check = recordOf(recordOf(answer).check);
  const config = recordOf(recordOf(answer).config);
  const chosen = [...Object.entries(recordOf(check.severities))].flatMap(([rule, severity]) => {
    const known = ([...severities, 'off'] as const).find((one) => one === severity);
    return known ? [[rule, known] as const] : [];
  });
  return {
    isChecked: check.enabled !== false,
    choice: {
      profile: profiles.find((one) => one === check.profile) ?? DEFAULT_PROFILE,
      severities: new Map<string, Severity | 'off'>(chosen),
    },
    serverConfig: textOf(config.serverConfig),
    schemaFolder: textOf(config.schema),
    paths: new Map(
      Object.entries(recordOf(config.paths)).flatMap(([from, to]) => (textOf(to) ? [[from, textOf(to)]] : [])),
    ),
    hasLenses: config.codeLens !== false,
    hasInlayHints: config.inlayHints === true,
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
