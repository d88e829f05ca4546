import { TransportError } from '../transportError';
import type { Question, RawAnswer, RunResult, Session, Surroundings, Transport } from '../session';
import { folderAnswers, type OpenedFolder } from './answers';
import type { FolderFiles } from './folderFiles';
import { indexFolder } from './folderIndex';
import { findLayout, type LayoutKind } from './layout';

/** Files of a server without the server: `path` of the address is the folder. Read only, and never outside it. */
export const folderTransport = (files: FolderFiles): Transport => ({
  kind: 'folder',
  open: (server, surroundings) => openFolder(files, server.path ?? '', surroundings, server.path ?? server.name),
  dispose: () => Promise.resolve(),
});

/**
 * Opens a folder. Rejects with a TransportError where it holds no configuration of IIS.
 *
 * @param tried how the folder is called in an error
 */
export async function openFolder(
  files: FolderFiles,
  uri: string,
  { signal, phase, log }: Pick<Surroundings, 'signal' | 'phase' | 'log'>,
  tried: string,
): Promise<Session> {
  signal.throwIfAborted();
  phase('reading');
  const folder = await open(files, uri, signal, tried);
  if (folder.index.isCut) log(`${tried}: there is more in the folder than was looked at.`);
  return new FolderSession(folder, (stop) => open(files, uri, stop, tried));
}

async function open(files: FolderFiles, uri: string, signal: AbortSignal, tried: string): Promise<OpenedFolder> {
  const index = await indexFolder(files, uri, signal).catch((error: unknown) => {
    if (signal.aborted) throw signal.reason as Error;
    throw new TransportError('failed', error instanceof Error ? error.message : String(error), tried);
  });
  const layout = findLayout(index);
  if (layout) return { files, index, layout };
  const detail = `${index.files.length} files were looked at; none is an applicationHost.config or a MetaBase.xml.`;
  throw new TransportError('folderWithoutConfiguration', detail, tried);
}

/** So long a listing is taken for the present one, in milliseconds. */
const FRESH = 15_000;

const WHY: Readonly<Record<LayoutKind, string>> = {
  server: 'These are copied files of a server: what runs there cannot be told from them.',
  sharedExport: 'This is the folder of a Shared Configuration: what runs on its servers cannot be told from it.',
  express: 'This is the configuration of IIS Express: it has no services, pools or certificates of a server.',
  metabase:
    'These are files of IIS 6 or earlier. Windows Server 2003 has no PowerShell that answers, and its IIS knows none of the tools that are asked, so there is no live session: only its files are read.',
};

class FolderSession implements Session {
  readonly carries = 'files';
  readonly can = { read: true, run: false, write: false };
  readonly #reopen: (signal: AbortSignal) => Promise<OpenedFolder>;
  readonly #ended = new AbortController();
  #folder: OpenedFolder;
  #listed = Date.now();

  constructor(folder: OpenedFolder, reopen: (signal: AbortSignal) => Promise<OpenedFolder>) {
    this.#folder = folder;
    this.#reopen = reopen;
  }

  async ask(questions: readonly Question[], signal: AbortSignal): Promise<readonly RawAnswer[]> {
    const either = AbortSignal.any([signal, this.#ended.signal]);
    either.throwIfAborted();
    if (Date.now() - this.#listed > FRESH) {
      this.#folder = await this.#reopen(either);
      this.#listed = Date.now();
    }
    const answers: RawAnswer[] = [];
    for (const { probe, asked } of questions) {
      const answer = folderAnswers.get(probe);
      answers.push(
        answer ? { ok: true, data: JSON.stringify(await answer(this.#folder, asked, either)) } : this.#notHere(),
      );
      either.throwIfAborted();
    }
    return answers;
  }

  run(): Promise<RunResult> {
    const ended = this.#ended.signal.aborted;
    return Promise.reject(
      new TransportError(ended ? 'sessionEnded' : 'notSupportedHere', ended ? '' : WHY[this.#folder.layout.kind]),
    );
  }

  dispose(): Promise<void> {
    this.#ended.abort(new TransportError('sessionEnded'));
    return Promise.resolve();
  }

  #notHere(): RawAnswer {
    const message = WHY[this.#folder.layout.kind];
    return { ok: false, error: { message, hresult: null, category: 'NotImplemented' } };
  }
}
