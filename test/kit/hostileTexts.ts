import type { HostileText } from './growing';
import { FIELDS, hostileMarkup } from './hostileMarkup';
import { hostileWords } from './hostileWords';
import { seeded } from './seeded';

/** A text of many pieces chosen at random, the same in every run. */
function mixed(name: string, seed: number, pieces: readonly string[]): HostileText {
  return {
    name,
    grow: (length) => {
      const random = seeded(seed);
      const chosen: string[] = [];
      for (let size = 0; size < length;) {
        const piece = pieces[Math.floor(random() * pieces.length)] ?? '';
        chosen.push(piece);
        size += piece.length;
      }
      return chosen.join('');
    },
  };
}

/** Every character with a number below a limit, at random. */
const randomCharacters = (name: string, seed: number, limit: number): HostileText => ({
  name,
  grow: (length) => {
    const random = seeded(seed);
    let text = '';
    for (let i = 0; i < length; i++) text += String.fromCharCode(Math.floor(random() * limit));
    return text;
  },
});

const COLUMNS =
  'date time c-ip cs-username s-sitename s-computername s-ip s-port cs-method cs-uri-stem cs-uri-query sc-status sc-substatus sc-win32-status sc-bytes cs-bytes time-taken cs-version cs-host cs(User-Agent) cs(Cookie) cs(Referer)'.split(
    ' ',
  );

const runs = [...hostileWords, ...hostileMarkup];

/** The words in which the readers think, in any order. */
const SHARDS = runs.map(({ grow }) => grow(1).slice(0, 400));

const deep: readonly HostileText[] = [
  { name: 'JSON nested as deep as it is long', grow: (length) => '{"a":'.repeat(length / 6) + '}'.repeat(length / 6) },
  { name: 'lists nested as deep as they are long', grow: (length) => '['.repeat(length / 2) + ']'.repeat(length / 2) },
  { name: 'XML nested as deep as it is long', grow: (length) => '<a>'.repeat(length / 7) + '</a>'.repeat(length / 7) },
  {
    name: 'events nested as deep as they are long',
    grow: (length) => '<Event>'.repeat(length / 15) + '</Event>'.repeat(length / 15),
  },
  {
    name: 'indented deeper with each line',
    grow: (length) => Array.from({ length: Math.sqrt(2 * length) }, (_, i) => ' '.repeat(i) + 'x').join('\n'),
  },
  {
    name: 'quotes of quotes',
    grow: (length) => Array.from({ length: Math.sqrt(length) }, (_, i) => `${'>'.repeat(i)} x`).join('\n'),
  },
  {
    name: 'names of the fields, each other ones',
    grow: (length) => {
      const random = seeded(5);
      const line = () =>
        `#Fields: ${COLUMNS.filter(() => random() > 0.5).join(' ')}\n1 2 3 4 5 6 7 8 500 19 5 GET / -\n`;
      return Array.from({ length: length / 150 }, line).join('');
    },
  },
  {
    name: 'a header of thousands of fields above long rows',
    grow: (length) =>
      `#Fields: date time sc-status ${'cs(X) '.repeat(length / 12)}\n2026-11-20 08:01:02 500 ${'- '.repeat(length / 4)}\n`,
  },
  {
    name: 'names that are all different',
    grow: (length) =>
      Array.from(
        { length: length / 50 },
        (_, i) => `Computer: WEB${i}A\nUser: CONTOSO${i}\\u${i * 7} host${i}.contoso.example\n`,
      ).join(''),
  },
  {
    name: 'user names of several words, all different',
    grow: (length) =>
      Array.from({ length: length / 40 }, (_, i) => `Account Name: CONTOSO\\John${i} Smith${i}\n`).join(''),
  },
  {
    name: 'records of ever different providers',
    grow: (length) =>
      Array.from(
        { length: length / 60 },
        (_, i) => `Log Name: System\nSource: Contoso-${i}\nEvent ID: ${i}\nx\n\n`,
      ).join(''),
  },
  {
    name: 'pools that are all different',
    grow: (length) =>
      Array.from({ length: length / 40 }, (_, i) => `IIS APPPOOL\\Pool${i} S-1-5-82-1-2-3-4-${i}\n`).join(''),
  },
  {
    name: 'codes that are all different',
    grow: (length) =>
      Array.from({ length: length / 12 }, (_, i) => `0x8007${(i % 65536).toString(16).padStart(4, '0')} `).join('\n'),
  },
  {
    name: 'GUIDs that are all different',
    grow: (length) =>
      Array.from(
        { length: length / 45 },
        (_, i) => `CLSID {${i.toString(16).padStart(8, '0')}-1111-2222-3333-444444444444}`,
      ).join('\n'),
  },
  {
    name: 'URLs and outcomes that are all different',
    grow: (length) =>
      FIELDS +
      Array.from(
        { length: length / 60 },
        (_, i) => `2026-11-20 08:01:02 ::1 GET /${i} - 443 - ::1 - ${i % 1000} ${i} ${i} ${i}\n`,
      ).join(''),
  },
];

const random: readonly HostileText[] = [
  randomCharacters('random ASCII', 1, 0x80),
  randomCharacters('random Latin', 2, 0x100),
  randomCharacters('random letters of the world', 3, 0x3100),
  randomCharacters('random UTF-16', 4, 0x10000),
  mixed('random digits and blanks', 5, Array.from('0123456789 \t-.:xX')),
  mixed('random brackets and quotes', 6, Array.from('<>[]{}()"\'`\\/&;=| \n')),
  mixed('random shards of what is looked for', 7, SHARDS),
  mixed(
    'random shards, each on a line',
    8,
    SHARDS.map((shard) => `${shard}\n`),
  ),
  mixed(
    'random shards between blanks',
    9,
    SHARDS.map((shard) => `  ${shard}\t`),
  ),
];

/** Every hostile text there is. */
export const hostileTexts: readonly HostileText[] = [...runs, ...deep, ...random];
