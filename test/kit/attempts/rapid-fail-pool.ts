import assert from 'node:assert/strict';
import type { Attempt } from '../attempts';

const attempts: readonly Attempt[] = [
  {
    name: 'a pool that crashed, repaired since',
    server: 'WEB-02',
    prepare: ({ machine }) => {
      assert.equal(machine.pools.stateOf('Orders'), 'Stopped', 'it was stopped by its crashes');
      const file = 'D:\\sites\\orders\\web.config';
      machine.writeFile(file, (machine.disk.text(file) ?? '').replace('files-old', 'files-new'));
    },
    values: { pool: 'Orders' },
    after: ({ pools }) => {
      assert.equal(pools.stateOf('Orders'), 'Started');
    },
  },
  {
    name: 'a pool that somebody has stopped',
    prepare: ({ machine }, nameOf) => {
      machine.pools.stop(nameOf('Shop'));
    },
    values: { pool: 'Shop' },
    names: ['Shop'],
    after: ({ pools }) => {
      assert.equal(pools.stateOf('Shop'), 'Started');
    },
  },
];

export default attempts;
