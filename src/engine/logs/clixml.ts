import type { Range } from '../text/range';
import { isOccurrence, recordOf } from './cells';
import { unescaped } from './escaping';
import { fieldOf, type Field } from './fieldNames';
import type { LogRecord } from './record';

/** Objects open and close; a property is `<S N="Message">…</S>`, an item of a list has no name. */
const TAG = /<(\/?)Obj(?=[\s>])([^<>]*)>|<([A-Z][A-Za-z0-9]{0,4})(?: N="([^"<>]{1,60})")?>([^<]*)<\/\3>/g;

/** Lists of insertions: `Properties` of Get-WinEvent holds objects with a `Value`, `ReplacementStrings` holds strings. */
const LISTS = new Set(['Properties', 'ReplacementStrings']);

/** Objects nest a few levels deep; what is deeper belongs to no record. */
const DEPTH = 16;
const INSERTIONS = 200;

/** An object that has not been closed yet. */
interface OpenObject {
  readonly start: number;
  readonly cells: Map<Field, Range>;
  readonly insertions: string[];
  /** Where insertions go that stand in here: into the record that the list belongs to. */
  readonly insertionsOf: string[] | null;
}

/** Records as `Export-Clixml` writes them, from Get-WinEvent or Get-EventLog. */
export function clixmlRecords(text: string, taken: (offset: number) => boolean): LogRecord[] {
  const records: LogRecord[] = [];
  if (!text.includes('<') || (!text.includes('N="ProviderName"') && !text.includes('N="Source"'))) return records;
  const open: OpenObject[] = [];
  let tooDeep = 0;
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(text); tag; tag = TAG.exec(text)) {
    const [written, slash, attributes, type, name, content = ''] = tag;
    const end = tag.index + written.length;
    const current = open.at(-1);
    if (type !== undefined) {
      if (current && !tooDeep) addProperty(current, name, { start: end - content.length - type.length - 3, content });
    } else if (slash === '') {
      if (open.length >= DEPTH) tooDeep++;
      else open.push(objectAt(tag.index, attributes ?? '', current));
    } else if (tooDeep) tooDeep--;
    else {
      const closed = open.pop();
      const record = closed && recordOfObject(text, closed, end);
      if (record && !taken(record.start)) records.push(record);
    }
  }
  return records;
}

function objectAt(start: number, attributes: string, parent: OpenObject | undefined): OpenObject {
  const list = LISTS.has(/\sN="([^"]{1,60})"/.exec(attributes)?.[1] ?? '');
  return {
    start,
    cells: new Map(),
    insertions: [],
    insertionsOf: list ? (parent?.insertions ?? null) : (parent?.insertionsOf ?? null),
  };
}

function addProperty(object: OpenObject, name: string | undefined, value: { start: number; content: string }): void {
  const { start, content } = value;
  if (object.insertionsOf) {
    const isInsertion = name === undefined ? content !== '' : name === 'Value';
    if (isInsertion && object.insertionsOf.length < INSERTIONS)
      object.insertionsOf.push(unescaped(content, 'clixml').trim());
    return;
  }
  if (name === undefined) return;
  const field = name === 'Id' ? 'id' : fieldOf(name);
  if (!field || object.cells.has(field)) return;
  object.cells.set(field, { start, end: start + content.length });
}

function recordOfObject(text: string, object: OpenObject, end: number): LogRecord | null {
  const { start, cells, insertions } = object;
  if (!cells.has('provider') || !isOccurrence(cells)) return null;
  const spans = (['provider', 'id', 'message'] as const).flatMap((field) => cells.get(field) ?? []);
  return recordOf(text, cells, {
    start,
    end,
    spans: [{ start, end: start + '<Obj'.length }, ...spans],
    escaping: 'clixml',
    insertions,
  });
}
