import assert from 'node:assert/strict';
import { remediesFor } from '../../../../src/editor/wizard/lead';

const remedy = (id: string, answers: readonly string[], ...names: readonly string[]) => ({
  id,
  answers,
  parameters: names.map((name) => ({ name })),
});
const remedies = [
  remedy('restart', ['iisreset'], 'pool', 'site'),
  remedy('start-pool', ['stopped-pool', 'was-5002'], 'pool'),
  remedy('unlock', ['locked-section'], 'section'),
];
const found = (ids: readonly string[], values: Readonly<Record<string, string>> = {}): readonly string[] =>
  remediesFor({ ids, values }, remedies).map(({ id }) => id);

describe('what leads to a remedy', () => {
  it('is an id that it answers, the surest first and each once', () => {
    assert.deepEqual(found(['was-5002', 'iisreset', 'stopped-pool']), ['start-pool', 'restart']);
  });

  it('is the thing that a node stands for, where no id is known', () => {
    assert.deepEqual(found([], { pool: 'Shop' }), ['restart', 'start-pool']);
    assert.deepEqual(found([], { section: 'x' }), []);
  });

  it('is not what only happens to have a value', () => {
    assert.deepEqual(found(['unknown-fact'], { pool: 'Shop' }), []);
    assert.deepEqual(found([]), []);
  });
});
