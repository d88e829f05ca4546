import type { KeptState, WizardAnswer, WizardRequest, WizardState } from '../../src/protocol/wizard';

interface EditorApi {
  postMessage(message: WizardRequest): void;
  getState(): unknown;
  setState(state: KeptState): void;
}
declare function acquireVsCodeApi(): EditorApi;

/** A request without its id, each kind by itself. */
export type Wish = WizardRequest extends infer R ? (R extends WizardRequest ? Omit<R, 'id'> : never) : never;

const api = acquireVsCodeApi();
const waiting = new Map<number, (problem: string | null) => void>();
let last = 0;

/** Asks the editor for something. @returns what is wrong with that, null for nothing; it always comes */
export function ask(wish: Wish): Promise<string | null> {
  const id = ++last;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    api.postMessage({ ...wish, id });
  });
}

/** Keeps what the page needs to come back after a reload. */
export const keep = (state: KeptState): void => api.setState(state);

/** Hears what the editor says; only the editor can send messages into this page. */
export function listen(show: (state: WizardState) => void): void {
  window.addEventListener('message', ({ data }: MessageEvent<WizardState | WizardAnswer>) => {
    if (data.kind === 'state') show(data);
    else {
      waiting.get(data.id)?.(data.problem);
      waiting.delete(data.id);
    }
  });
}
