import assert from 'node:assert/strict';
import { isScalar, parseDocument } from 'yaml';
import { scalarText } from '../../../../src/engine/scripts/yaml';

/** Numbers that are the same in every run. */
function* seeded(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state;
  }
}

const PIECES = [
  'net stop WAS /y',
  '&&',
  "'",
  '"',
  '\\',
  '#',
  ': ',
  '\t',
  'ü€😀',
  '',
  '  ',
  'a',
  '%X%',
  '$(P)',
  '- ',
  '{',
];

/** A step with a script, written in a random style of YAML. */
function written(random: Generator<number>): string {
  const pick = <T>(from: readonly T[]): T => from[random.next().value % from.length] as T;
  const lineEnd = pick(['\n', '\r\n']);
  const lines = Array.from({ length: 1 + pick([0, 1, 2, 5]) }, () =>
    Array.from({ length: pick([0, 1, 2, 4]) }, () => pick(PIECES)).join(pick([' ', ''])),
  );
  const style = pick(['|', '>', '|-', '>-', '|+', '>+', '|2', '>2-', '"', "'", 'plain']);
  const indent = '    ';
  if (/[|>]/.test(style)) {
    const explicit = /\d/.test(style) ? '  ' : indent;
    const body = lines.map((line) => (line === '' ? '' : explicit + pick(['', '', '  ']) + line)).join(lineEnd);
    return `a:${lineEnd}  script: ${style}${lineEnd}${body}${lineEnd}${pick(['', lineEnd])}  next: 1${lineEnd}`;
  }
  if (style === 'plain')
    return `a:${lineEnd}  script: x${lines.map((line) => `${lineEnd}${indent}${line}`).join('')}${lineEnd}`;
  const quote = style === '"' ? '"' : "'";
  const text = lines.join(`${lineEnd}${indent}`);
  const escaped =
    quote === '"'
      ? text.replace(/[\\"]/g, '\\$&').replaceAll('a', pick(['\\x61', '\\u0061', 'a\\n', 'a']))
      : text.replaceAll("'", "''");
  return `a:${lineEnd}  script: ${quote}${escaped}${quote}${lineEnd}`;
}

describe('the places of a scalar of YAML', () => {
  it('are those of its characters, in every style', () => {
    const random = seeded(6);
    let read = 0;
    for (let i = 0; i < 4_000; i++) {
      const source = written(random);
      const document = parseDocument(source, { prettyErrors: false });
      const node: unknown = document.getIn(['a', 'script'], true);
      if (document.errors.length || !isScalar(node) || typeof node.value !== 'string') continue;
      const mapped = scalarText(source, node);
      assert.ok(mapped, JSON.stringify(source));
      assert.equal(mapped.text, node.value);
      let last = 0;
      for (let at = 0; at < mapped.text.length; at++) {
        const { start, end } = mapped.range(at, at + 1);
        assert.ok(start >= last && end <= source.length, JSON.stringify(source));
        last = start;
        const c = mapped.text[at] ?? '';
        const there = source.slice(start, end);
        // What is not written as itself is an escape or a line end.
        if (there !== c)
          assert.match(there, /^(?:\\.+|''|[ \t]*\r?\n\s*|\r?\n?)$/su, JSON.stringify([source, at, there]));
      }
      read++;
    }
    assert.ok(read > 2_000, `${read} were well-formed`);
  });
});
