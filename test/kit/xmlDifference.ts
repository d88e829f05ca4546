import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SaxesParser } from 'saxes';
import { decode } from '../../src/engine/text/decode';
import { LineMap } from '../../src/engine/text/lineMap';
import type { XmlFault } from '../../src/engine/xml/faults';
import { readXml } from '../../src/engine/xml/parse';
import { corpusFolder, root } from './knowledge';

/** The first fault that saxes reports, and at which character; at the length of the text when only its end shows it. */
interface Judgement {
  readonly place: number;
  readonly message: string;
}

class Stop extends Error {}

/** What saxes, strict and with namespaces, says of a text. It goes on after a fault, but only the first is certain. */
function judge(text: string): Judgement | null {
  const parser = new SaxesParser({ xmlns: true });
  let isEnding = false;
  let first: Judgement | null = null;
  parser.on('error', (error) => {
    const place = isEnding ? text.length : Math.min(Math.max(parser.position - 1, 0), text.length);
    first = { place, message: error.message };
    throw new Stop();
  });
  try {
    parser.write(text);
    isEnding = true;
    parser.close();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  return first;
}

const SWALLOWING = [
  'unclosed-comment',
  'unclosed-cdata',
  'unclosed-instruction',
  'unclosed-doctype',
  'unclosed-quote',
  'bad-markup',
];

/**
 * The fault of ours that saxes comes to first, and the place at which it does. We read on at the next likely tag; saxes
 * reads on to the end of what is open, and of two faults it names the one in it first:
 *
 * - after a bare `&` it takes all up to the next `;` for the name of an entity, and sees only forbidden characters in it;
 * - what has no end swallows the rest of the text, of which it sees forbidden characters and, in a comment, `--`.
 */
function asSaxesReads(text: string, faults: readonly XmlFault[]): { fault: XmlFault; place: number } | null {
  const [first] = [...faults].sort((a, b) => a.noticed - b.noticed);
  const open = faults.find(({ id }) => SWALLOWING.includes(id));
  const fault = open && first && open.end < first.noticed ? open : first;
  if (!fault) return null;
  let place = fault.noticed;
  if (fault.id === 'bare-ampersand') place = indexOr(text.length, text, ';', fault.start);
  if (fault === open && fault.id === 'unclosed-comment')
    place = indexOr(text.length - 2, text, '--', fault.start + 4) + 2;
  // Of "<!x" saxes is sure after seven characters, of which a CR LF is one.
  if (fault.id === 'bad-markup') {
    const seven = /^(?:\r\n|.){7}/su.exec(text.slice(fault.start + 2));
    place = seven ? fault.start + 1 + seven[0].length : text.length;
  }
  const forbidden = faults.find(({ id, start }) => id === 'forbidden-character' && start >= fault.start);
  return forbidden && forbidden.start < place ? { fault: forbidden, place: forbidden.start } : { fault, place };
}

function indexOr(otherwise: number, text: string, what: string, from: number): number {
  const found = text.indexOf(what, from);
  return found < 0 ? otherwise : found;
}

/** The differences that are accepted, each with what tells it. */
const ACCEPTED: Readonly<Record<string, (text: string, ours: XmlFault, theirs: Judgement | null) => boolean>> = {
  'saxes takes all up to ">" for the DOCTYPE, also a "<"': (text, ours) =>
    ours.id === 'unclosed-doctype' && text[ours.noticed] === '<',
  'saxes names a "--" in a DOCTYPE that has no end': (_, ours, theirs) =>
    ours.id === 'unclosed-doctype' && theirs?.message.endsWith('malformed comment.') === true,
  'saxes takes half a surrogate pair and what follows for one character': (text, ours) =>
    /^[\ud800-\udbff](?![\udc00-\udfff])/.test(text.slice(ours.noticed, ours.noticed + 2)),
  'saxes reads XML 1.1; Windows readers know only 1.0': (text, ours) =>
    ours.id === 'bad-declaration' && /^version\s*=\s*["']1\.(?!0$)\d+$/.test(text.slice(ours.start, ours.end)),
  'saxes lets a "?" end the name of a processing instruction': (text, ours) =>
    ours.id === 'bad-instruction' && text[ours.noticed] === '?',
};

/**
 * Compares what we and saxes say of a text.
 *
 * @returns `same`: both find it well-formed, or both find the first fault on the same line; `earlier`: as well, but we
 *   place the fault on the line above on which it began; `accepted`: for one of the reasons above; else `wrong`
 */
export function compare(text: string): { verdict: 'same' | 'earlier' | 'accepted' | 'wrong'; why: string } {
  const theirs = judge(text);
  const ours = asSaxesReads(text, readXml(text).faults);
  if (!theirs && !ours) return { verdict: 'same', why: 'well-formed' };
  const lines = new LineMap(text);
  const line = (place: number): number => lines.position(place).line;
  if (theirs && ours && line(theirs.place) === line(ours.place))
    return { verdict: line(ours.fault.start) < line(ours.place) ? 'earlier' : 'same', why: ours.fault.id };
  const reason = ours && Object.keys(ACCEPTED).find((name) => ACCEPTED[name]?.(text, ours.fault, theirs));
  if (reason) return { verdict: 'accepted', why: reason };
  const said = (what: string, place: number): string => `line ${line(place)}, ${what}`;
  const saxes = theirs ? said(theirs.message, theirs.place) : 'nothing';
  return { verdict: 'wrong', why: `saxes: ${saxes}; we: ${ours ? said(ours.fault.message, ours.place) : 'nothing'}` };
}

/** Pseudo-random numbers from 0 up to 1, the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const PIECES = [
  ...'< > / = " \' & ; ! ? - [ ] : # x a 1 . \r \t \u0001 \u00e9 \ud83d \ude00 \ufffe'.split(' '),
  '<!--', '-->', '<![CDATA[', ']]>', '<?xml version="1.0"?>', '<?', '?>', '<!DOCTYPE a>', '</', '/>', '<a>', '</a>', '<b x="1"/>',
  '&amp;', '&x;', '&#0;', 'a="1"', ' b=', 'xmlns:p="u"', 'p:', '--', '\n<', '\n', '\r\n', ' ',
]; // prettier-ignore
const TOKENS = /<!--|-->|<!\[CDATA\[|\]\]>|<\?|\?>|<\/?|\/?>|"[^"]*"|'[^']*'|[-.:\w]+|\s+|./gsu;

/** A text with one to three slips: characters or tokens cut, doubled, swapped, flipped or put in. */
function mutate(text: string, random: () => number): string {
  const below = (limit: number): number => Math.floor(random() * limit);
  let changed = text;
  for (let slips = 1 + below(random() < 0.6 ? 1 : 3); slips > 0; slips--) {
    const at = below(changed.length + 1);
    const kind = below(8);
    if (kind === 0) changed = changed.slice(0, at) + changed.slice(at + 1);
    else if (kind === 1) changed = changed.slice(0, at) + (PIECES[below(PIECES.length)] ?? '') + changed.slice(at);
    else if (kind === 2) changed = changed.slice(0, at) + (PIECES[below(PIECES.length)] ?? '') + changed.slice(at + 1);
    else if (kind === 3)
      changed = changed.slice(0, at) + (changed[at + 1] ?? '') + (changed[at] ?? '') + changed.slice(at + 2);
    else if (kind === 4 && random() < 0.3)
      changed = random() < 0.5 ? changed.slice(0, at) : changed.slice(0, at) + changed.slice(at + below(200));
    else {
      const tokens = changed.match(TOKENS) ?? [];
      const i = below(tokens.length);
      const [one = '', two = ''] = tokens.slice(i);
      if (kind === 5) tokens.splice(i, 1);
      else if (kind === 6) tokens.splice(i, 1, one, one);
      else tokens.splice(i, 2, two, one);
      changed = tokens.join('');
    }
  }
  return changed;
}

interface XmlFile {
  readonly name: string;
  readonly text: string;
}

/** The configuration and XML files of a folder and all below it, by name. */
function xmlFiles(folder: string): XmlFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:config|xml|xdt)$/i.test(name))
    .sort()
    .map((name) => ({ name, text: decode(readFileSync(path.join(folder, name))).text }));
}

export const ownXmlFiles = (): XmlFile[] => xmlFiles(path.join(root, 'test/fixtures/xml'));

/** Null where this machine has no corpus. */
export function corpusXmlFiles(): XmlFile[] | null {
  const folder = corpusFolder();
  return folder === null ? null : xmlFiles(folder);
}

export interface Outcome {
  /** How often each verdict came, with its reason. */
  readonly counts: ReadonlyMap<string, number>;
  /** The texts that we and saxes judge differently. */
  readonly wrong: readonly { readonly text: string; readonly why: string }[];
}

/** Larger files only take longer: what a slip does to a file is seen in a small one. */
const LARGEST = 6_000;

/** Compares us and saxes over so many damaged texts, the same ones for the same seed. */
export function fuzz(count: number, seed: number): Outcome {
  const own = ownXmlFiles();
  const corpus = (corpusXmlFiles() ?? []).filter(({ text }) => text.length <= LARGEST);
  // Our own hold every construct, so they come more often.
  const files = [...own, ...own, ...own, ...corpus];
  const counts = new Map<string, number>();
  const wrong: { text: string; why: string }[] = [];
  for (let i = 0; i < count; i++) {
    const random = seeded(seed * 1_000_003 + i);
    const { text } = files[Math.floor(random() * files.length)] ?? { text: '' };
    const damaged = mutate(random() < 0.3 ? text.replace(/\r?\n/g, '\r\n') : text, random);
    const { verdict, why } = compare(damaged);
    const key = verdict === 'same' || verdict === 'wrong' ? verdict : `${verdict}: ${why}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (verdict === 'wrong') wrong.push({ text: damaged, why });
  }
  return { counts, wrong };
}

/** The counts of an outcome, the most frequent first, one a line. */
export const table = ({ counts }: Outcome): string =>
  [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([key, count]) => `${`${count}`.padStart(8)}  ${key}`)
    .join('\n');
