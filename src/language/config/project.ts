import { URI, Utils } from 'vscode-uri';
import { allRules } from '../../engine/rules/catalogue';
import { readSettings, type ProjectSettings } from '../../engine/rules/settingsFile';
import type { ConfigSettings } from './settings';
import type { ConfigWorkspace } from './workspace';

/** The ids of all rules that settings may name. */
export const RULES: readonly string[] = [...allRules.keys()];

/** The settings for a document: those of its client, and over them what the nearest `.iis-doctor.json` above it says. */
export async function withProject(
  settings: ConfigSettings,
  uri: string | undefined,
  workspace: ConfigWorkspace,
): Promise<ConfigSettings> {
  const file = uri === undefined ? null : await workspace.settingsFile(uri);
  if (!file) return settings;
  const project = readSettings(file.text, RULES).settings;
  const resolved = (path: string | null): string | null => resolve(path, file.uri, workspace);
  return {
    ...settings,
    choice: {
      profile: project.profile ?? settings.choice.profile,
      severities: new Map([...(settings.choice.severities ?? []), ...project.severities]),
    },
    serverConfig: resolved(project.serverConfig) ?? settings.serverConfig,
    schemaFolder: resolved(project.schema) ?? settings.schemaFolder,
    paths: new Map([...settings.paths, ...mapsOf(project, resolved)]),
  };
}

const mapsOf = (
  { maps }: ProjectSettings,
  resolved: (path: string) => string | null,
): readonly (readonly [string, string])[] =>
  [...maps].flatMap(([from, folder]) => {
    const to = resolved(folder);
    return to === null ? [] : [[from, to] as const];
  });

/** A path of the file is relative to its folder; what leads out of the workspace counts as absent. */
function resolve(path: string | null, file: string, workspace: ConfigWorkspace): string | null {
  if (path === null || path === '' || /^[\\/]|^[a-z]:/i.test(path)) return null;
  const uri = Utils.joinPath(Utils.dirname(URI.parse(file)), path.replaceAll('\\', '/')).toString();
  return workspace.contains(uri) || workspace.roots.some((root) => root.replace(/\/$/, '') === uri.replace(/\/$/, ''))
    ? uri
    : null;
}
