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
    prepare: ({ machine }, nameOf) => {
      machine.pools.stop(nameOf('Shop'));
    },
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
  {
    name: 'WAS that is stopped',
    prepare: async (server) => {
      await server.run('net.exe stop WAS /y');
    },
    values: { scope: 'Restart WAS and W3SVC, for all sites' },
    after: ({ services }) => {
      assert.ok(services.isRunning('WAS') && services.isRunning('W3SVC'));
    },
  },
  {
    name: 'W3SVC that is stopped while WAS runs',
    prepare: async (server) => {
      await server.run('net.exe stop W3SVC');
    },
    values: { scope: 'Restart WAS and W3SVC, for all sites' },
    after: ({ services }) => {
      assert.ok(services.isRunning('W3SVC'));
    },
  },
  {
    name: 'a server with services of products',
    server: 'WEB-02',
    // A pool that crashes all the while is now up, now down.
    set: (spec) => ({ ...spec, traits: {}, accounts: {} }),
    values: { scope: 'Restart WAS and W3SVC, for all sites' },
  },
  { name: 'IIS 6', values: { scope: 'IIS 5 or 6: restart IISADMIN, as a runbook' }, isRunbook: true },
];

export default attempts;
