import type { RawEvents } from '../../engine/probes/events';
import { decode } from '../../engine/text/decode';
import { failedPart } from '../rawParts';
import type { FolderFiles } from './folderFiles';
import type { FolderIndex, IndexedFile } from './folderIndex';
import { nameOf } from './layout';

const LOGS = ['System', 'Application', 'Microsoft-Windows-IIS-Configuration/Operational'] as const;
const LARGEST = 20_000_000;
const MOST_FILES = 50;
/** XML of IIS itself and of .NET, which holds no events. */
const NO_EVENTS = /_schema\.xml$|^(?:metabase|mbschema|rscaext|ftp_rscaext)\.xml$|^fr\d+\.xml$/i;

interface Exported {
  readonly xml: string;
  readonly time: string;
}

/** The events that were exported into a folder as XML, in any file there; `.evtx` files are only named. */
export async function exportedEvents(
  files: FolderFiles,
  index: FolderIndex,
  limit: number,
  signal: AbortSignal,
): Promise<RawEvents> {
  const found = new Map<string, Exported[]>();
  const candidates = index.files.filter(({ path }) => /\.xml$/i.test(path) && !NO_EVENTS.test(nameOf(path)));
  for (const file of candidates.slice(0, MOST_FILES)) {
    signal.throwIfAborted();
    for (const { log, ...event } of eventsIn(await textOf(files, file))) {
      const known = found.get(log) ?? [];
      known.push(event);
      found.set(log, known);
    }
  }
  return {
    logs: LOGS.map((log) => {
      const events = found.get(log.toLowerCase());
      if (!events) return { log, output: noEvents(index, log) };
      const newest = [...events].sort((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : 0)).slice(0, limit);
      return { log, output: { text: newest.map(({ xml }) => `${xml}\n`).join(''), errors: '', exitCode: 0 } };
    }),
  };
}

async function textOf(files: FolderFiles, { uri }: IndexedFile): Promise<string> {
  try {
    const { size } = await files.stat(uri);
    return size > LARGEST ? '' : decode(await files.read(uri)).text;
  } catch {
    return '';
  }
}

/** Each whole `<Event>` with the log it was in. */
function eventsIn(text: string): (Exported & { readonly log: string })[] {
  const found: (Exported & { readonly log: string })[] = [];
  for (let at = text.indexOf('<Event'); at >= 0; at = text.indexOf('<Event', at + 1)) {
    if (!/[\s>]/.test(text.charAt(at + '<Event'.length))) continue;
    const end = text.indexOf('</Event>', at);
    if (end < 0) break;
    const xml = text.slice(at, end + '</Event>'.length);
    const log = /<Channel>([^<]{1,200})<\/Channel>/.exec(xml)?.[1]?.trim().toLowerCase();
    const time = /SystemTime=["']([^"']{1,40})["']/.exec(xml)?.[1] ?? '';
    if (log !== undefined) found.push({ xml, log, time });
    at = end;
  }
  return found;
}

function noEvents({ files }: FolderIndex, log: string): ReturnType<typeof failedPart> {
  const binary = files.find(
    ({ path }) => nameOf(path).toLowerCase() === `${log.replaceAll('/', '%4').toLowerCase()}.evtx`,
  );
  return failedPart(
    binary
      ? `${binary.path} is there, but only Windows reads this format. Export it: wevtutil.exe qe ${nameOf(binary.path)} /lf:true /f:RenderedXml`
      : `The folder holds no events of the log ${log} that were exported as XML.`,
    binary ? 'NotImplemented' : 'ObjectNotFound',
  );
}
