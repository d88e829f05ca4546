import type { EngineMessage } from './protocol/languageServer';

// The standard library of this half knows no worker.
declare function importScripts(url: string): void;
declare function addEventListener(
  type: 'message',
  listener: (event: { readonly data: EngineMessage }) => void,
  options: { readonly once: boolean },
): void;

// The engine is a file of its own. A worker does not know where it came from, so its first message names that file;
// the server listens before the next message is delivered.
addEventListener(
  'message',
  ({ data }) => {
    importScripts(data.engine);
    void import('./language/worker').then(({ serveWorker }) => serveWorker());
  },
  { once: true },
);
