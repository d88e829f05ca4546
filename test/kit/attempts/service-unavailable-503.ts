import assert from 'node:assert/strict';
import type { Attempt } from '../attempts';

const attempts: readonly Attempt[] = [
  {
    name: 'a pool that somebody has stopped',
    prepare: ({ machine }) => void machine.pools.stop(machine.configuration.sites[0]?.applications[0]?.pool ?? ''),
    values: { site: 'Contoso Shop' },
    names: ['Shop', 'Contoso Shop'],
    after: ({ pools }) => {
      assert.equal(pools.stateOf('Shop'), 'Started');
    },
  },
];

export default attempts;
