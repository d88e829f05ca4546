import assert from 'node:assert/strict';
import { RestartPolicy } from '../../../src/editor/restartPolicy';

describe('RestartPolicy', () => {
  it('starts a server again three times, and three times more when somebody asked', () => {
    const policy = new RestartPolicy();
    const four = () => [1, 2, 3, 4].map(() => policy.ended());
    assert.deepEqual(four(), [true, true, true, false]);
    assert.equal(policy.ended(), false);
    policy.reset();
    assert.deepEqual(four(), [true, true, true, false]);
  });
});
