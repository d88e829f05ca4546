import type { ServerView } from '../serverView';
import type { Copies, RepairLog } from './repairLog';
import type { Target } from './target';

/** No configuration file is longer. */
const COPY_BYTES = 8 * 1024 * 1024;

/** A connected server as the target of a plan. */
export const targetOn = (view: ServerView, log: RepairLog, copies: Copies | null, now: () => number): Target => ({
  user: view.kept('system')?.value?.account ?? '',
  log,
  now,
  run: async (command, signal, heard) => (await view.connection.open()).run(command, signal, heard),
  hashOf: (path, signal) => view.hashOf(path, signal),
  keep: async (path, signal) => {
    if (!copies) return null;
    // The hash was asked for right before, so what is known is what is there.
    const read = await view.readFile(path, COPY_BYTES);
    signal.throwIfAborted();
    return read.known ? copies.keep(view.name, path, read.value.text) : null;
  },
  pause: (milliseconds, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      signal.addEventListener(
        'abort',
        () => {
          clearTimeout(timer);
          resolve();
        },
        { once: true },
      );
    }),
});

/** For a plan that only is read and saved. */
export const noTarget = (log: RepairLog, now: () => number): Target => ({
  user: '',
  log,
  now,
  run: () => Promise.reject(new Error('There is no server to run this on.')),
  hashOf: () => Promise.reject(new Error('There is no server.')),
  pause: () => Promise.resolve(),
});
