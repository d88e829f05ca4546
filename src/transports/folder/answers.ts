import type { RawConfigurationFiles } from '../../engine/probes/configuration-files';
import type { RawFileTail } from '../../engine/probes/file-tail';
import type { RawLogFolders } from '../../engine/probes/log-folders';
import type { ProbeArguments } from '../../engine/probes/probe';
import type { RawFile } from '../../engine/probes/reading/raw';
import type { RawWebConfigs } from '../../engine/probes/web-configs';
import { decode } from '../../engine/text/decode';
import { parseXml } from '../../engine/xml/parse';
import { attribute, child } from '../../engine/xml/tree';
import {
  askedList,
  askedNumber,
  askedText,
  base64Of,
  failedPart,
  momentText,
  noSuchFile,
  readFilePart,
} from '../rawParts';
import { exportedEvents } from './exportedEvents';
import type { FolderFiles } from './folderFiles';
import type { FolderIndex, IndexedFile } from './folderIndex';
import { folderOf, nameOf, type Layout } from './layout';
import { fileAt, folderAt, whyNotOpened, type NotOpened } from './windowsPlaces';

/** A folder that was opened. */
export interface OpenedFolder {
  readonly files: FolderFiles;
  readonly index: FolderIndex;
  readonly layout: Layout;
}

type Answerer = (folder: OpenedFolder, asked: ProbeArguments, signal: AbortSignal) => unknown;

/** What a folder can answer, in the form of the scripts. */
export const folderAnswers: ReadonlyMap<string, Answerer> = new Map<string, Answerer>([
  ['configuration-files', (folder, asked) => configurationFiles(folder, askedList(asked.known))],
  ['web-configs', (folder, asked) => webConfigs(folder, askedList(asked.folders))],
  ['log-folders', (folder, asked) => logFolders(folder, askedList(asked.folders), askedNumber(asked.limit, 50))],
  ['file-tail', (folder, asked) => fileTail(folder, askedText(asked.path), askedNumber(asked.bytes, 65_536))],
  ['events', ({ files, index }, asked, signal) => exportedEvents(files, index, askedNumber(asked.limit, 200), signal)],
]);

const LARGEST_CONFIGURATION = 20_000_000;
const LARGEST_LOG = 64_000_000;
const MOST_OF_TAIL = 4_194_304;

async function rawFile(
  { files }: OpenedFolder,
  { path, uri }: IndexedFile,
  known: readonly string[] = [],
): Promise<RawFile> {
  try {
    const { size, modified } = await files.stat(uri);
    if (size > LARGEST_CONFIGURATION)
      return { path, value: { size, modified: momentText(modified), hash: null, bytes: null } };
    return readFilePart(path, await files.read(uri), modified, known);
  } catch (error) {
    return { path, ...failedPart(error instanceof Error ? error.message : String(error), 'ReadError') };
  }
}

const notOpened = (why: NotOpened, path: string): ReturnType<typeof failedPart> =>
  why === 'notFound' ? noSuchFile(path) : failedPart(`${path}: ${whyNotOpened[why]}`, 'NotImplemented');

async function configurationFiles(folder: OpenedFolder, known: readonly string[]): Promise<RawConfigurationFiles> {
  const { layout, index } = folder;
  const beside = (name: string): string => (layout.folder === '' ? name : `${layout.folder}\\${name}`);
  const at = (path: string): IndexedFile | undefined =>
    index.files.find((one) => one.path.toLowerCase() === path.toLowerCase());
  const raw = async (path: string): Promise<RawFile> => {
    const file = at(path);
    return file ? rawFile(folder, file, known) : { path, ...noSuchFile(path) };
  };
  const schemas = index.files.filter(
    ({ path }) => folderOf(path).toLowerCase() === beside('schema').toLowerCase() && /\.xml$/i.test(path),
  );
  const common = {
    local: layout.folder,
    schemas: { value: await Promise.all(schemas.map((file) => rawFile(folder, file, known))) },
  };
  if (layout.kind === 'metabase') {
    const path = beside('applicationHost.config');
    const why = 'IIS 6 and earlier have no applicationHost.config: they keep their configuration in the metabase.';
    const files = [{ path, ...failedPart(why, 'NotImplemented') }, await rawFile(folder, layout.main, known)];
    return { ...common, shared: { value: '' }, files };
  }
  const redirection = await raw(beside('redirection.config'));
  const shared = await sharedFolder(folder, at(redirection.path));
  const own = [beside('applicationHost.config'), beside('administration.config')];
  const server = own.map(async (path) => (shared === '' ? raw(path) : elsewhere(shared, nameOf(path))));
  const others = ['machine.config', 'web.config'].map(async (name) => {
    const found = index.files.find(({ path }) => isOfFramework(path) && nameOf(path).toLowerCase() === name);
    return found ? rawFile(folder, found, known) : { path: name, ...noSuchFile(name) };
  });
  return { ...common, shared: { value: shared }, files: [redirection, ...(await Promise.all([...server, ...others]))] };
}

const isOfFramework = (path: string): boolean => /(?:^|\\)v4\.0\.30319\\config\\[^\\]+$/i.test(path);

/** A file of the shared folder that `redirection.config` names: reported, never opened. */
function elsewhere(shared: string, name: string): RawFile {
  const path = `${shared.replace(/\\$/, '')}\\${name}`;
  return { path, ...notOpened('outside', path) };
}

/** Where the configuration really is, if `redirection.config` beside it sends IIS elsewhere; empty where it does not. */
async function sharedFolder({ files }: OpenedFolder, file: IndexedFile | undefined): Promise<string> {
  if (!file) return '';
  const text = await files.read(file.uri).then(
    (bytes) => decode(bytes).text,
    () => '',
  );
  const element = child(parseXml(text)[0], 'configurationRedirection');
  return attribute(element, 'enabled')?.toLowerCase() === 'true' ? (attribute(element, 'path') ?? '') : '';
}

async function webConfigs(folder: OpenedFolder, folders: readonly string[]): Promise<RawWebConfigs> {
  const found = folders.map(async (asked) => {
    const path = `${asked.replace(/[\\/]+$/, '')}\\web.config`;
    const at = folderAt(folder.index, asked);
    if (typeof at === 'string') return { folder: asked, path, ...notOpened(at, path) };
    const own = at.path === '' ? 'web.config' : `${at.path}\\web.config`;
    const file = folder.index.files.find((one) => one.path.toLowerCase() === own.toLowerCase());
    return { folder: asked, ...(file ? await rawFile(folder, file) : { path, ...noSuchFile(path) }) };
  });
  return { files: await Promise.all(found) };
}

/** Names of folders that IIS makes for its logs. */
const MADE = /^(?:W3SVC\d*|FTPSVC\d*|SMTPSVC\d+|HTTPERR)$/i;
/** Names of the logs themselves, for bundles that lay them anywhere. */
const LOG_NAMES: Readonly<Record<string, RegExp>> = {
  httperr: /^httperr\d+\.log$/i,
  logfiles: /^(?:u_)?(?:ex|in|nc)\d+(?:_x)?\.log$/i,
};

async function logFolders(folder: OpenedFolder, folders: readonly string[], limit: number): Promise<RawLogFolders> {
  const answered = folders.map(async (asked) => {
    const found = logsAt(folder.index, asked);
    if (typeof found === 'string') return { folder: asked, files: notOpened(found, asked) };
    const files = await Promise.all(
      found.map(async ({ path, uri }) => ({
        path,
        ...(await folder.files.stat(uri).catch(() => ({ size: 0, modified: 0 }))),
      })),
    );
    const newest = files.sort((a, b) => b.modified - a.modified);
    const counts = new Map<string, number>();
    const kept = newest.filter(({ path }) => {
      const count = (counts.get(folderOf(path)) ?? 0) + 1;
      counts.set(folderOf(path), count);
      return count <= limit;
    });
    return {
      folder: asked,
      files: { value: kept.map(({ path, size, modified }) => ({ path, size, modified: momentText(modified) })) },
    };
  });
  return { folders: await Promise.all(answered) };
}

function logsAt({ files, folders }: FolderIndex, asked: string): readonly IndexedFile[] | NotOpened {
  const at = folderAt({ files, folders, isCut: false }, asked);
  if (at === 'outside') return at;
  if (typeof at !== 'string')
    return files.filter(({ path }) => {
      const own = folderOf(path);
      return own === at.path || (folderOf(own) === at.path && MADE.test(nameOf(own)));
    });
  const pattern = LOG_NAMES[nameOf(asked.replaceAll('/', '\\').replace(/\\+$/, '')).toLowerCase()];
  const loose = pattern ? files.filter(({ path }) => pattern.test(nameOf(path))) : [];
  return loose.length ? loose : at;
}

async function fileTail(folder: OpenedFolder, path: string, bytes: number): Promise<RawFileTail> {
  const file = fileAt(folder.index, path);
  if (typeof file === 'string') return { tail: notOpened(file, path) };
  try {
    const { size } = await folder.files.stat(file.uri);
    if (size > LARGEST_LOG) return { tail: failedPart(`The file has ${size} bytes.`, 'LimitsExceeded') };
    const whole = await folder.files.read(file.uri);
    const from = Math.max(0, whole.length - Math.min(bytes, MOST_OF_TAIL));
    return { tail: { value: { size: whole.length, from, bytes: base64Of(whole.subarray(from)) } } };
  } catch (error) {
    return { tail: failedPart(error instanceof Error ? error.message : String(error), 'ReadError') };
  }
}
