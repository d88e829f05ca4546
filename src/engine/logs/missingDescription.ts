import type { Range } from '../text/range';
import { recordOf, trimmed } from './cells';
import type { Field } from './fieldNames';
import type { Taken } from './found';
import type { LogRecord } from './record';

// Blanks belong to one piece only: a run of them must not be shared out between pieces in every possible way.
const OPEN = String.raw`\s*(?:[:'"(\u201e\u00ab]{1,2}\s{0,4})?`;
const CLOSE = String.raw`(?:\s{0,4}['")\u201c\u00bb]{1,2})?`;
const ID = String.raw`${OPEN}(-?\d{1,10})${CLOSE}`;
const SOURCE = String.raw`${OPEN}([^\s'"()\u201c\u00bb][^'"()\u201c\u00bb\r\n]{0,99}?)(?<!\s)${CLOSE}`;

/** What Windows writes for an event whose provider is not installed where the log is read; a literal of each language. */
const MISSING: readonly (readonly [literal: string, sentence: RegExp])[] = [
  [
    'escription for ',
    String.raw`\bdescription\s+for\s+Event\s+ID${ID}\s+(?:in|from)\s+source${SOURCE}\s+cannot\s+be\s+(?:found|read)`,
  ],
  [
    'Beschreibung',
    String.raw`Beschreibung\s+(?:f\u00fcr|der|zu)\s+(?:die\s+)?Ereignis(?:-ID|kennung)${ID}\s+(?:aus\s+(?:der\s+)?Quelle|in)${SOURCE}\s+(?:wurde|konnte|kann)\s+nicht\s+gefunden`,
  ],
  [
    'escription de l',
    String.raw`description\s+de\s+l['\u2019]ID\s+d['\u2019]\u00e9v[\u00e9\u00e8]nement${ID}\s+dans\s+la\s+source${SOURCE}\s+est\s+introuvable`,
  ],
  [
    'escripci\u00f3n del',
    String.raw`descripci\u00f3n\s+del\s+id\.?\s+(?:de\s+|del\s+)?(?:evento|suceso)${ID}\s+(?:en|del)\s+(?:el\s+)?origen${SOURCE}\.(?=\s)`,
  ],
  [
    'escri\u00e7\u00e3o',
    String.raw`descri\u00e7\u00e3o\s+(?:para|da)\s+Identifica\u00e7\u00e3o\s+do\s+Evento${ID}\s+(?:na|da)\s+Origem${SOURCE}(?:\.(?=\s)|\s+n\u00e3o\s)`,
  ],
].map(([literal = '', sentence = '']) => [literal, new RegExp(sentence, 'dgi')] as const);
/** Any of the literals: most logs have none, and are searched once instead of once for each. */
const MAY_BE_MISSING = new RegExp(MISSING.map(([literal]) => literal).join('|'));
const INCLUDED = new RegExp(
  `(?:${[
    String.raw`following\s+information\s+(?:is\s+part\s+of|was\s+included\s+with)\s+the\s+event`,
    String.raw`folgenden?\s+Informationen\s+(?:sind\s+Teil\s+des\s+Ereignisses|wurden\s+mit\s+dem\s+Ereignis\s+gespeichert)`,
    String.raw`informations\s+suivantes\s+(?:font\s+partie\s+de|\u00e9taient\s+incluses\s+avec)\s+l['\u2019]\u00e9v[\u00e9\u00e8]nement`,
    String.raw`siguiente\s+informaci\u00f3n\s+(?:forma\s+parte\s+del|se\s+incluy\u00f3\s+con\s+el)\s+(?:evento|suceso)`,
    String.raw`seguintes\s+informa\u00e7\u00f5es\s+(?:fazem\s+parte\s+do|foram\s+inclu\u00eddas\s+(?:com\s+o|no))\s+evento`,
  ].join('|')})\\s?:?\\s*`,
  'i',
);
const INSERTIONS = 100;
const REACH = 4_000;

/** The insertions that such a message lists: in quotes with commas between them, or one a line; else empty. */
export function includedInsertions(message: string): readonly string[] {
  // In each of these languages the sentence has the word "information".
  const included = message.includes('nforma') ? INCLUDED.exec(message) : null;
  if (!included) return [];
  const list = message.slice(included.index + included[0].length, included.index + REACH);
  const quoted = [...list.matchAll(/'([^'\r\n]{0,400})'(?=\s*(?:,|\.\s*$|$))/g)].map(([, value = '']) => value);
  const lines = list.split(/\r?\n/).map((line) => line.trim());
  return (list.startsWith("'") ? quoted : lines.filter((line) => line !== '')).slice(0, INSERTIONS);
}

/** Records of which only such a message was pasted. */
export function missingDescriptionRecords(text: string, taken: Taken): LogRecord[] {
  if (!MAY_BE_MISSING.test(text)) return [];
  return MISSING.flatMap(([literal, sentence]) => (text.includes(literal) ? recordsBy(text, sentence, taken) : []));
}

function recordsBy(text: string, sentence: RegExp, taken: Taken): LogRecord[] {
  const records: LogRecord[] = [];
  sentence.lastIndex = 0;
  for (let match = sentence.exec(text); match; match = sentence.exec(text)) {
    const [id, source] = [match.indices?.[1], match.indices?.[2]];
    if (!id || !source || taken(match.index)) continue;
    const reached = text.slice(match.index, match.index + REACH);
    const included = INCLUDED.exec(reached);
    const blank = /\n[^\S\n]*\n/g;
    blank.lastIndex = included ? included.index + included[0].length : 0;
    const end = match.index + (blank.exec(reached)?.index ?? reached.length);
    const range = trimmed(text, { start: match.index, end: Math.max(end, match.index + match[0].length) });
    const cells = new Map<Field, Range>([
      ['id', { start: id[0], end: id[1] }],
      ['provider', { start: source[0], end: source[1] }],
      ['message', range],
    ]);
    const record = recordOf(text, cells, { ...range, spans: [range] });
    if (record) records.push(record);
    sentence.lastIndex = range.end;
  }
  return records;
}
