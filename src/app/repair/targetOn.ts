import type { ServerView } from '../serverView';
import type { RepairLog } from './repairLog';
import type { Target } from './target';

/** A connected server as the target of a plan. */
export const targetOn = (view: ServerView, log: RepairLog, now: () => number): Target => ({
  user: view.kept('system')?.value?.account ?? '',
  log,
  now,
  run: async (command, signal, heard) => (await view.connection.open()).run(command, signal, heard),
  hashOf: (path, signal) => view.hashOf(path, signal),
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
