import { StringDecoder } from 'node:string_decoder';
import { ANSWER_PREFIX, readEnvelope, type Envelope } from '../../engine/probes/envelope';
import { textOfBase64 } from './base64';
import type { LongLine } from './lines';

/** How much noise may stand before an answer, and how long its own beginning may be. */
const NOISE = 200;
const BEGINNING = 500;

/**
 * Reads an answer of many megabytes as it comes, so that no moment of ours is long; null where a line is none of this
 * number's.
 */
export function longAnswer(head: string, number: string, heard: (answer: Envelope) => void): LongLine | null {
  const beginning = head.slice(0, BEGINNING);
  const at = beginning.slice(0, NOISE).indexOf(`${ANSWER_PREFIX} ${number} `);
  const blank = at < 0 ? -1 : beginning.indexOf(' ', at + ANSWER_PREFIX.length + number.length + 2);
  if (blank < 0) return null;
  const intro = beginning.slice(at, blank + 1);
  const decoder = new StringDecoder('utf8');
  let [text, rest, torn] = ['', '', false];
  const decode = (base64: string): void => {
    const bytes = Buffer.from(base64, 'base64');
    // As `textOfBase64` does; padding stands at the end only, where `end` comes.
    if (bytes.length !== (base64.length / 4) * 3) torn = true;
    text += decoder.write(bytes);
  };
  const line: LongLine = {
    push(piece) {
      rest += piece;
      // The last four signs may be padded, and a carriage return may follow them.
      const whole = Math.max(0, rest.length - 5);
      const length = whole - (whole % 4);
      if (length) decode(rest.slice(0, length));
      rest = rest.slice(length);
    },
    end() {
      try {
        const last = Buffer.from(rest.trimEnd(), 'base64');
        textOfBase64(rest.trimEnd());
        text += decoder.end(last);
      } catch {
        torn = true;
      }
      const answer = readEnvelope(`${intro}x`, number, () => {
        if (torn) throw new Error('This is no base64.');
        return text;
      });
      if (answer) heard(answer);
    },
  };
  line.push(head.slice(blank + 1));
  return line;
}
