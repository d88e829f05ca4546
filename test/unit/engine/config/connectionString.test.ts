import assert from 'node:assert/strict';
import { readConnectionString } from '../../../../src/engine/config/connectionString';

describe('connection strings', () => {
  const pairs = (text: string) => readConnectionString(text).parts.map(({ key, value }) => [key, value]);

  it('are pairs with semicolons between, blanks around them cut off', () =>
    assert.deepEqual(pairs(' Data  Source = db ; ;Initial Catalog=x;'), [
      ['data source', 'db'],
      ['initial catalog', 'x'],
    ]));

  it('hold semicolons in quotes, and the quote itself doubled', () =>
    assert.deepEqual(pairs(`a="x;""y""";b='it''s';c=1`), [
      ['a', 'x;"y"'],
      ['b', "it's"],
      ['c', '1'],
    ]));

  it('have = in a key doubled, in a value as it is', () => assert.deepEqual(pairs('a==b=c=d'), [['a=b', 'c=d']]));

  it('are broken by a part without =', () =>
    assert.deepEqual(readConnectionString('a=1;oops ;b=2').fault, { kind: 'noEquals', start: 4, end: 8 }));

  it('are broken by a quote without end', () =>
    assert.deepEqual(readConnectionString(`a=1;b='x;c=2`).fault, { kind: 'openQuote', start: 6, end: 12 }));

  it('are read in linear time', () => {
    const start = performance.now();
    readConnectionString('; '.repeat(200_000));
    readConnectionString('a="x";'.repeat(50_000));
    readConnectionString(`a="${'""'.repeat(100_000)}`);
    readConnectionString('='.repeat(200_000));
    assert.ok(performance.now() - start < 1_000);
  });
});
