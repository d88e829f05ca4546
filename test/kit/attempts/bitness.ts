import assert from 'node:assert/strict';
import type { Attempt } from '../attempts';

const attempts: readonly Attempt[] = [
  {
    name: 'a module for 64 bits',
    values: { how: 'Load the module only into 64-bit pools', module: 'AspNetCoreModuleV2' },
    after: ({ disk }) => {
      assert.match(
        disk.text('C:\\Windows\\System32\\inetsrv\\config\\applicationHost.config') ?? '',
        /name="AspNetCoreModuleV2" image="[^"]+" preCondition="bitness64"/,
      );
    },
  },
  {
    name: 'a pool to 32 bits',
    values: { how: 'Run the pool with 32 bits', pool: 'Shop' },
    names: ['Shop'],
    after: ({ configuration }) => {
      assert.ok(configuration.pools.find((one) => one.text('name') === 'Shop')?.isTrue('enable32BitAppOnWin64'));
    },
  },
  {
    name: 'a pool back to 64 bits',
    server: 'WEB-02',
    values: { how: 'Run the pool with 64 bits', pool: 'Till' },
    after: ({ configuration }) => {
      assert.ok(!configuration.pools.find((one) => one.text('name') === 'Till')?.isTrue('enable32BitAppOnWin64'));
    },
  },
];

export default attempts;
