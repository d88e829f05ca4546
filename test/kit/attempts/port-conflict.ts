import assert from 'node:assert/strict';
import type { Attempt } from '../attempts';

const attempts: readonly Attempt[] = [
  {
    name: 'another port for a site',
    server: 'WEB-02',
    values: { cause: 'Give "Kiosk" another port for *:8080:', port: '8081' },
    after: ({ sites }) => {
      assert.equal(sites.stateOf('Kiosk'), 'Started');
    },
  },
  {
    name: 'a stale address on the listen list',
    set: (spec) => ({ ...spec, listenOn: ['192.0.2.11', '192.0.2.99'] }),
    values: { cause: 'Take 192.0.2.99 off the addresses that HTTP.sys listens on' },
    after: ({ http }) => {
      assert.deepEqual(http.listenOn, ['192.0.2.11']);
    },
  },
];

export default attempts;
