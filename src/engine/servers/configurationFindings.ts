import { readConfig } from '../config/document';
import { placeOf, type FolderMap } from '../config/placement';
import { hierarchyOf } from '../config/surroundings';
import type { ConfigDocument } from '../config/document';
import { checkConfig } from '../rules/checkConfig';
import { configRules } from '../rules/config/index.generated';
import { DEFAULT_PROFILE, type Finding } from '../rules/rule';
import { linesOf } from '../config/lines';
import type { WebConfigs } from '../probes/web-configs';
import type { Schema } from '../schema/schema';
import type { ServerConfiguration } from './serverConfiguration';
import type { ServerFinding } from './serverFinding';

/** The same cause a hundred times is one thing to know; the file itself shows each. */
const MOST_OF_A_FILE = 20;

/** What is wrong in the configuration files of a server: what IIS refuses, or what surely does not work. */
export function configurationFindings(
  configuration: ServerConfiguration,
  webConfigs: WebConfigs | undefined,
  schema: Schema,
): readonly ServerFinding[] {
  const choice = { profile: DEFAULT_PROFILE, severities: new Map() };
  const { document: server, hierarchy, file } = configuration;
  const own = checkConfig(server, { rules: configRules, schema, hierarchy, choice });
  const found = own.findings.slice(0, MOST_OF_A_FILE).map((one) => serverFinding(file.path, server, one));
  for (const { file: read } of webConfigs?.files ?? []) {
    if (!read.known) continue;
    const { path, text } = read.value;
    const document = readConfig(path, text, schema);
    if (!document) continue;
    const folder = path.replaceAll('\\', '/').replace(/\/[^/]*$/, '');
    const place = placeOf(server, folder, drivesOf(folder));
    const around = { server, shipped: server, path: place?.path ?? null, applications: place?.applications ?? [] };
    const { findings } = checkConfig(document, {
      rules: configRules,
      schema,
      hierarchy: hierarchyOf(document, schema, around),
      choice,
    });
    found.push(...findings.slice(0, MOST_OF_A_FILE).map((one) => serverFinding(path, document, one)));
  }
  return found;
}

/** On the server itself every folder lies where its path says. */
function drivesOf(folder: string): readonly FolderMap[] {
  const drive = /^[A-Za-z]:/.exec(folder)?.[0];
  return drive === undefined ? [] : [{ windowsPath: `${drive}\\`, folder: drive }];
}

function serverFinding(
  path: string,
  document: ConfigDocument,
  { rule, severity, start, message }: Finding,
): ServerFinding {
  const { line, column } = linesOf(document).position(start);
  // A server has hundreds of files called web.config.
  const [name = path, folder = ''] = path.split('\\').reverse();
  const shown = /^web\.config$/i.test(name) ? `${folder}\\${name}` : name;
  return {
    check: rule,
    severity,
    subject: { kind: 'file', name: path },
    title: `${shown}: ${message.split('\n', 1).join()}`,
    detail: message,
    place: { path, line, column },
  };
}
