import { isNameOf, type IntroducedName, type NameKind } from './introduced';

/** The columns of a W3C log that hold names, by their field. */
const COLUMNS: ReadonlyMap<string, NameKind> = new Map([
  ['s-computername', 'host'],
  ['cs-host', 'host'],
  ['cs-username', 'user'],
]);

/** The names in the columns of a W3C log, which its `#Fields:` line tells; none where a text has no such line. */
export function columnNames(text: string): IntroducedName[] {
  if (!/^#Fields:/m.test(text)) return [];
  const names = new Map<string, IntroducedName>();
  let columns: readonly (readonly [number, NameKind])[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('#Fields:')) columns = columnsOf(line.slice('#Fields:'.length).trim().split(/\s+/));
    if (line.startsWith('#') || columns.length === 0) continue;
    const values = line.trim().split(' ');
    for (const [i, kind] of columns) {
      const name = (values[i] ?? '').replace(/:\d+$/, '');
      // An account with its domain, or one like a mail address, tells by itself what it is.
      if (!/[\\@]/.test(name) && isNameOf(kind, name)) names.set(name, { kind, name, isMachine: false });
    }
  }
  return [...names.values()];
}

const columnsOf = (fields: readonly string[]): [number, NameKind][] =>
  fields.flatMap((field, i) => {
    const kind = COLUMNS.get(field.toLowerCase());
    return kind ? [[i, kind] as [number, NameKind]] : [];
  });
