import { wholeFile } from './rules';
import { seeded } from './seeded';

/** Configuration files made to hurt a checker, each with a name. */
export function hostileConfigs(): readonly { readonly what: string; readonly text: string }[] {
  const many = (count: number, one: (i: number) => string): string =>
    Array.from({ length: count }, (_, i) => one(i)).join('\n');
  const entities = many(20, (i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`);
  return [
    { what: 'elements 100,000 deep', text: wholeFile('<a>'.repeat(100_000)) },
    { what: 'groups 100,000 deep', text: wholeFile('<system.webServer>'.repeat(100_000)) },
    {
      what: 'declarations 100,000 deep',
      text: wholeFile(`<configSections>${'<sectionGroup name="g">'.repeat(100_000)}`),
    },
    { what: 'location tags 100,000 deep', text: wholeFile('<location path="a">'.repeat(100_000)) },
    {
      what: 'an attribute of 1 MB',
      text: wholeFile(`<system.webServer><directoryBrowse enabled="${'x'.repeat(1_000_000)}" /></system.webServer>`),
    },
    { what: 'a name of 1 MB', text: wholeFile(`<system.webServer><${'x'.repeat(1_000_000)} /></system.webServer>`) },
    {
      what: 'a key of 1 MB, twice',
      text: wholeFile(
        `<system.webServer><defaultDocument><files>${`<add value="${'x'.repeat(500_000)}" />`.repeat(2)}</files></defaultDocument></system.webServer>`,
      ),
    },
    {
      what: 'an entity bomb',
      text: `<?xml version="1.0"?><!DOCTYPE configuration [<!ENTITY a0 "lol">${entities}]>\n<configuration><system.webServer><directoryBrowse enabled="&a20;" /></system.webServer></configuration>`,
    },
    {
      what: 'an entity of another file',
      text: '<!DOCTYPE configuration [<!ENTITY x SYSTEM "file:///etc/passwd">]><configuration><appSettings><add key="&x;" value="&x;" /></appSettings></configuration>',
    },
    {
      what: '10,000 unknown elements',
      text: wholeFile(`<system.webServer>${many(10_000, (i) => `<bogus${i} />`)}</system.webServer>`),
    },
    {
      what: '10,000 unknown attributes',
      text: wholeFile(
        `<system.webServer><directoryBrowse ${many(10_000, (i) => `bogus${i}="1"`)} /></system.webServer>`,
      ),
    },
    {
      what: '10,000 duplicate entries',
      text: wholeFile(
        `<system.webServer><handlers>${many(10_000, () => '<add name="a" path="*" verb="*" />')}</handlers></system.webServer>`,
      ),
    },
    { what: '10,000 faults of form', text: wholeFile(many(10_000, () => '<a b=c>&')) },
    {
      what: '10,000 location tags',
      text: wholeFile(
        many(
          10_000,
          (i) =>
            `<location path="a${i % 100}/b"><system.webServer><directoryBrowse enabled="yes" /></system.webServer></location>`,
        ),
      ),
    },
    {
      what: '10,000 suppressions',
      text: wholeFile(many(10_000, (i) => `<!-- iis-doctor-disable-next-line no-such-rule-${i} -->`)),
    },
    {
      what: 'a rewrite pattern that never ends',
      text: wholeFile(
        `<system.webServer><rewrite><rules><rule name="a"><match url="${'(a+)+'.repeat(2_000)}$" /><action type="None" /></rule></rules></rewrite></system.webServer>`,
      ),
    },
    {
      what: 'a list of 200,000 flags',
      text: wholeFile(
        `<system.webServer><handlers accessPolicy="${'Read,'.repeat(200_000)}Scrpt" /></system.webServer>`,
      ),
    },
  ];
}

/** A text with some damage that a seed decides: cut, swapped, doubled, with characters and pieces put in or exchanged. */
export function damaged(text: string, seed: number): string {
  const random = seeded(seed);
  const below = (limit: number): number => Math.floor(random() * Math.max(limit, 1));
  let result = text;
  for (let times = 1 + below(8); times > 0; times--) {
    const [a, b] = [below(result.length), below(result.length)].sort((x, y) => x - y) as [number, number];
    const piece = result.slice(a, Math.min(b, a + 400));
    switch (below(6)) {
      case 0:
        result = result.slice(0, a) + result.slice(Math.min(b, a + 200));
        break;
      case 1:
        result = result.slice(0, a) + piece + piece + result.slice(a + piece.length);
        break;
      case 2:
        result = result.slice(0, a) + (PIECES[below(PIECES.length)] ?? '') + result.slice(a);
        break;
      case 3:
        result = result.slice(0, a) + String.fromCharCode(below(0xffff)) + result.slice(a + 1);
        break;
      case 4:
        result = result.slice(0, b) + piece + result.slice(b);
        break;
      default:
        if (random() < 0.1) result = result.slice(0, b);
    }
  }
  return result;
}

const PIECES = [
  '<',
  '>',
  '"',
  '&',
  '</',
  '<!--',
  '-->',
  ']]>',
  '<![CDATA[',
  '<location path="',
  '<clear />',
  '\0',
  '\u202E',
  '=',
  '/>',
];
