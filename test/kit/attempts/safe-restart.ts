import assert from 'node:assert/strict';
import type { Attempt } from '../attempts';

const attempts: readonly Attempt[] = [
  {
    name: 'a pool',
    values: { scope: 'Recycle one application pool', pool: 'Shop' },
    names: ['Shop'],
  },
  {
    name: 'a pool that is stopped',
    prepare: ({ machine }) => void machine.pools.stop('Shop'),
    values: { scope: 'Recycle one application pool', pool: 'Shop' },
    names: ['Shop'],
    after: ({ pools }) => {
      assert.equal(pools.stateOf('Shop'), 'Started');
    },
  },
  {
    name: 'a site',
    values: { scope: 'Restart one site', site: 'Contoso Shop' },
    names: ['Contoso Shop'],
  },
  {
    name: 'WAS',
    values: { scope: 'Restart WAS and W3SVC, for all sites' },
    names: ['Shop', 'Contoso Shop'],
  },
  {
    name: 'HTTP',
    values: { scope: 'Restart HTTP as well, for TLS and HTTP.sys settings' },
  },
];

export default attempts;
