import { MappedTextBuilder, type MappedText } from './mappedText';

const REFERENCE = /%([A-Za-z_][\w.-]{0,60})%/g;
const ASSIGNMENT =
  /(?:^|[(&|]|\bdo\b|\belse\b)[ \t]*@?set[ \t]+(?:"([A-Za-z_][\w.-]{0,60})=([^"\n]{0,400})"|([A-Za-z_][\w.-]{0,60})=([^&|<>\n]{0,400}))/gi;
/** `set /p`, `set /a` and the variables of loops: from here on nobody knows the value. */
const UNKNOWN = /\bset[ \t]+\/[ap][ \t]+"?([A-Za-z_][\w.-]{0,60})[ \t]*[-+*/]?=/gi;
const LONGEST = 500;

/**
 * Puts the values of variables that the script itself sets in place of `%NAME%`, as cmd does before it reads a line.
 * What is not known stays as it is written.
 */
export function expandBatch(source: MappedText): MappedText {
  const { text } = source;
  if (!/\bset\b/i.test(text) || !text.includes('%')) return source;
  const values = new Map<string, string>();
  const built = new MappedTextBuilder();
  let at = 0;
  let wasExpanded = false;
  let room = text.length + 100_000;
  for (const line of lines(text)) {
    const isComment = /^[ \t]*@?(?:rem\b|::)/i.test(text.slice(line.start, line.start + 40));
    let expanded = '';
    let from = line.start;
    const written = text.slice(line.start, line.end);
    for (const { index, 0: reference, 1: name = '' } of isComment ? [] : written.matchAll(REFERENCE)) {
      const value = values.get(name.toLowerCase());
      if (value === undefined || value.length > room) continue;
      const start = line.start + index;
      built.append(source, at, start);
      built.add(value, source.range(start, start + reference.length));
      expanded += text.slice(from, start) + value;
      room -= value.length;
      at = from = start + reference.length;
      wasExpanded = true;
    }
    expanded += text.slice(from, line.end);
    if (isComment || !/\bset\b/i.test(expanded)) continue;
    for (const [, quotedName, quotedValue, name, value] of expanded.matchAll(ASSIGNMENT))
      assign(values, quotedName ?? name ?? '', quotedValue ?? withoutEnd(value ?? ''));
    for (const [, name = ''] of expanded.matchAll(UNKNOWN)) values.delete(name.toLowerCase());
  }
  if (!wasExpanded) return source;
  built.append(source, at);
  return built.build(source.host);
}

function assign(values: Map<string, string>, name: string, value: string): void {
  const key = name.toLowerCase();
  // A value made of itself and of parameters of a loop is another one every time.
  // Neither is one known whose quotes are not in pairs, as in `%NAME:"=%`: it would quote the rest of the line.
  const isOpen = value.split('"').length % 2 === 0;
  if (value.length > LONGEST || isOpen || /%%|![A-Za-z_]/.test(value)) values.delete(key);
  else values.set(key, value);
}

function* lines(text: string): Generator<{ start: number; end: number }> {
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    yield { start, end };
    start = end + 1;
  }
}

/** A value without the blanks and brackets at its end, which belong to the block around it. */
function withoutEnd(value: string): string {
  let end = value.length;
  while (end > 0 && (value[end - 1] === ')' || value.slice(end - 1, end).trim() === '')) end--;
  return value.slice(0, end);
}
