import path from 'node:path';
import type { ConfigDocument } from '../engine/config/document';
import { dotNetAbove } from '../engine/config/dotNetFiles';
import { Hierarchy, type Level } from '../engine/config/hierarchy';
import { isAbove, joinPaths } from '../engine/config/paths';
import { isSectionRead } from '../engine/config/readers';
import { foldersOf } from '../engine/config/placement';
import { applicationPaths, siteNames } from '../engine/config/sites';
import { effectiveData, effectiveText } from '../engine/render/effective';
import { plainText } from '../engine/render/escape';
import type { LoadData } from '../engine/loadData';
import type { Schema } from '../engine/schema/schema';
import { closest } from '../engine/text/closest';
import { ArgumentError } from './argumentError';
import type { EffectiveArguments } from './effectiveArguments';
import { InputError } from './input';
import type { Disk } from './check/disk';
import { ServerFiles, type Server } from './check/serverFiles';
import { mapOf, webConfigsIn } from './check/webConfigs';

export interface EffectiveEnvironment {
  readonly loadData: LoadData;
  readonly disk: Disk;
  readonly cwd: string;
}

/**
 * `iis-doctor effective`: what holds at a path of a server, file by file. Throws an {@link InputError} where a file
 * cannot be read or the site does not exist, an {@link ArgumentError} for a section that nobody knows.
 *
 * @returns what is printed
 */
export async function effectiveCommand(
  command: EffectiveArguments,
  environment: EffectiveEnvironment,
): Promise<string> {
  const { cwd, disk, loadData } = environment;
  const { serverConfig, format } = command;
  const server = await new ServerFiles({ cwd, disk, loadData, serverConfig }).for(null, []);
  const { config, schema, dotNet } = server;
  if (!config) throw new InputError(`"${serverConfig}" could not be read.`);
  const at = pathOf(command.path, siteNames(config));
  const framework = dotNetAbove({ name: '', kind: 'web' }, dotNet, schema, { server: config, path: at });
  const levels = [
    ...[...framework, config].map((document): Level => ({ document, path: '' })),
    ...(await webConfigs(at, config, schema, command, environment)),
  ];
  const hierarchy = new Hierarchy(schema, levels, true, applicationPaths(config));
  const sections = command.section === undefined ? sectionsSet(levels, at) : [knownSection(command.section, server)];
  if (format === 'json') {
    const found = sections.map((section) => ({ section, effective: effectiveData(hierarchy, section, at) }));
    return `${JSON.stringify({ path: at, files: levels.map(({ document }) => document.name), sections: found }, null, 2)}\n`;
  }
  const texts = sections.map((section) => effectiveText(hierarchy, section, at) ?? '').filter((text) => text !== '');
  return texts.length
    ? texts.join('\n')
    : `No file sets anything for ${plainText(at, 200)}: the defaults of IIS hold.\n`;
}

/** The path with the name of its site as the server writes it. */
function pathOf(given: string, sites: readonly string[]): string {
  const [name = '', ...rest] = given.replaceAll('\\', '/').split('/').filter(Boolean);
  const site = sites.find((one) => one.toLowerCase() === name.toLowerCase());
  if (site !== undefined) return [site, ...rest].join('/');
  const meant = closest(name, sites);
  const known = sites.map((one) => `"${plainText(one, 60)}"`).join(', ');
  throw new InputError(
    `There is no site "${plainText(name, 60)}" on this server.${
      meant
        ? ` Did you mean "${plainText(meant, 60)}"?`
        : sites.length
          ? ` Its sites are ${known}.`
          : ' It has no sites.'
    }`,
  );
}

/** The `web.config` files from the site down to the path, where a map tells their folder. */
function webConfigs(
  at: string,
  config: ConfigDocument,
  schema: Schema,
  { maps }: EffectiveArguments,
  { cwd, disk }: EffectiveEnvironment,
): Promise<Level[]> {
  const given = [...maps].map(([windowsPath, folder]) => mapOf(windowsPath, path.resolve(cwd, folder)));
  const roots = given.map(({ folder }) => path.normalize(folder));
  return webConfigsIn(foldersOf(config, at, given), roots, schema, disk, (file, why) => {
    throw new InputError(`"${file}" could not be read: ${why}.`);
  });
}

/** The sections that some file sets for a path, in the order of the files. */
function sectionsSet(levels: readonly Level[], at: string): readonly string[] {
  const paths = levels.flatMap(({ document, path: level }, rank) =>
    document.sections
      .filter(
        ({ schema, location }) =>
          schema !== null && isSectionRead(levels, rank, schema) && isAbove(joinPaths(level, location?.path ?? ''), at),
      )
      .map((use) => use.path),
  );
  return [...new Set(paths)];
}

function knownSection(section: string, { schema }: Server): string {
  if (schema.section(section)) return section;
  const found = schema.find(section);
  const meant = found.kind === 'unknown' && found.meant !== null ? ` Did you mean ${found.meant}?` : '';
  throw new ArgumentError(
    `"${section}" is no section whose inside is known; write its full path, such as system.webServer/handlers.${meant}`,
  );
}
