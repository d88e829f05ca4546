import assert from 'node:assert/strict';
import { type ProbeId, probes } from '../../../../src/engine/probes/index.generated';
import { AnswerError } from '../../../../src/engine/probes/probe';
import { rawAnswers, readRaw as read } from '../../../kit/rawAnswers';

/** Every place in some data, as the keys that lead there. */
function* places(data: unknown, path: readonly (string | number)[] = []): Generator<readonly (string | number)[]> {
  yield path;
  if (typeof data !== 'object' || data === null) return;
  for (const key of Object.keys(data))
    yield* places((data as Record<string, unknown>)[key], [...path, Array.isArray(data) ? Number(key) : key]);
}

const at = (data: unknown, key: string | number): unknown => (data as Readonly<Record<string | number, unknown>>)[key];

/** The data with something else at a place. */
function replaced(data: unknown, [key, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (key === undefined) return by;
  const changed = replaced(at(data, key), rest, by);
  if (Array.isArray(data)) return data.with(Number(key), changed) as unknown;
  return { ...(data as object), [key]: changed };
}

const garbage: readonly unknown[] = [
  ...[null, true, -1, 1.5, 1e300, '', 'x', '\0\uffff<a', [], [null], [[]], {}],
  ...[JSON.parse('{"__proto__":{"known":true},"constructor":1}') as unknown, { error: 5 }, { error: { message: 1 } }],
  ...['<appcmd>', '<appcmd><SITE', '{"a":', 'ERROR ( hresult:zz, message:', '</Event>', 'A'.repeat(70_000)],
];

describe('the readers, on anything else', () => {
  for (const id of Object.keys(probes) as ProbeId[])
    it(`${id}: answers or refuses, never fails otherwise`, function () {
      this.timeout(60_000);
      const good = rawAnswers[id];
      let refused = 0;
      for (const place of places(good))
        for (const bad of garbage) {
          try {
            read(id, replaced(good, place, bad));
          } catch (error) {
            assert.ok(error instanceof AnswerError, `${place.join('.')} = ${JSON.stringify(bad)}: ${String(error)}`);
            refused++;
          }
        }
      assert.ok(refused > garbage.length / 2);
      assert.equal(({} as Record<string, unknown>).known, undefined);
    });

  for (const id of Object.keys(probes) as ProbeId[])
    it(`${id}: each program's output cut anywhere gives no wrong name`, () => {
      const good: unknown = rawAnswers[id];
      const whole = JSON.stringify(read(id, good));
      for (const place of places(good)) {
        if (place.at(-1) !== 'text') continue;
        const text = place.reduce(at, good) as string;
        for (let end = 0; end < text.length; end += 1 + Math.floor(text.length / 200)) {
          const cut = JSON.stringify(read(id, replaced(good, place, text.slice(0, end))));
          // Whatever it still tells was told by the whole text too; a cut list of appcmd tells nothing.
          for (const [name] of cut.matchAll(/"(?:name|endpoint|url|site)":"[^"]*"/g))
            assert.ok(whole.includes(name) || whole.includes(name.slice(0, -1)), `${name} at ${end}`);
        }
      }
    });
});
