import { type Known, known, unknown } from '../probe';
import { refusal } from './failures';
import type { RawOutput } from './raw';
import { cleanXml, isWellFormed } from './xml';

/** The log does not exist: what writes to it is not installed. */
const NO_SUCH_LOG = 15_007;

const END = '</Event>';

/** The events that `wevtutil.exe qe` prints one after the other, without a root: each by itself, torn ones left out. */
export function queriedEvents(output: RawOutput): Known<readonly string[]> {
  const text = cleanXml(output.text);
  const events: string[] = [];
  let from = 0;
  for (let at = text.indexOf(END); at >= 0; at = text.indexOf(END, from)) {
    const event = wholeEvent(text.slice(from, at + END.length));
    if (event) events.push(event);
    from = at + END.length;
  }
  if (events.length || (output.exitCode === 0 && text.trim() === '')) return known(events);
  if (output.exitCode === NO_SUCH_LOG) return unknown('notInstalled', output.errors.trim().slice(0, 1000));
  if (output.exitCode !== 0) return refusal(output);
  return unknown('notUnderstood', text.trim().slice(0, 1000));
}

const START = /<Event(?=[\s>])/g;

/** The event that ends here; one that was torn may stand before it. */
function wholeEvent(piece: string): string | null {
  const starts = Array.from(piece.matchAll(START), ({ index }) => index);
  const last = starts.at(-1);
  for (const start of new Set([starts[0], last])) {
    if (start === undefined) continue;
    const event = piece.slice(start);
    if (isWellFormed(event)) return event;
  }
  return null;
}
