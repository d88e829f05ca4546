import { FieldLogReader } from '../logs/fieldLog';
import { isNameOf, type IntroducedName, type NameKind } from './introduced';

/** The columns of a W3C log that hold names, by their field. */
const COLUMNS: ReadonlyMap<string, NameKind> = new Map([
  ['s-computername', 'host'],
  ['cs-host', 'host'],
  ['cs-username', 'user'],
]);

/** The names in the columns of web logs, which a `#Fields:` line or a fixed format tells; none where a text has neither. */
export function columnNames(text: string): IntroducedName[] {
  const names = new Map<string, IntroducedName>();
  const add = (kind: NameKind, written: string): void => {
    const name = written.replace(/:\d+$/, '');
    // An account with its domain, or one like a mail address, tells by itself what it is.
    if (!/[\\@]/.test(name) && isNameOf(kind, name)) names.set(name, { kind, name, isMachine: false });
  };
  if (/^#Fields:/m.test(text)) announcedNames(text, add);
  if (FIXED.test(text)) fixedNames(text, add);
  return [...names.values()];
}

type Add = (kind: NameKind, name: string) => void;

function announcedNames(text: string, add: Add): void {
  let columns: readonly (readonly [number, NameKind])[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('#Fields:')) columns = columnsOf(line.slice('#Fields:'.length).trim().split(/\s+/));
    if (line.startsWith('#') || columns.length === 0) continue;
    const values = line.trim().split(' ');
    for (const [i, kind] of columns) add(kind, values[i] ?? '');
  }
}

/** What rows of the IIS format and of the NCSA format have in them. */
const FIXED = /SVC\d{0,10}, |\] "[A-Z]{3,30} /;

function fixedNames(text: string, add: Add): void {
  for (const reader = new FieldLogReader(text); reader.next();)
    for (const [field, kind] of COLUMNS) add(kind, reader.values[reader.layout?.column(field) ?? -1] ?? '');
}

const columnsOf = (fields: readonly string[]): [number, NameKind][] =>
  fields.flatMap((field, i) => {
    const kind = COLUMNS.get(field.toLowerCase());
    return kind ? [[i, kind] as [number, NameKind]] : [];
  });
