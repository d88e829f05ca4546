import assert from 'node:assert/strict';
import type { MachineSpec } from '../../../src/transports/demo/machineSpec';
import type { Attempt } from '../attempts';

const withAgent =
  (dependsOn: readonly string[]) =>
  (spec: MachineSpec): MachineSpec => ({
    ...spec,
    services: [...spec.services, { name: 'MsDepSvc', displayName: 'Web Deployment Agent Service', dependsOn }],
  });

const attempts: readonly Attempt[] = [
  {
    name: 'an agent that needs nothing',
    set: withAgent([]),
    values: {},
    after: ({ services }) => {
      assert.deepEqual(services.get('MsDepSvc')?.dependsOn, ['HTTP']);
    },
  },
  {
    name: 'an agent that needs others, while HTTP stops',
    set: withAgent(['RPCSS', 'EventLog']),
    prepare: ({ machine }) => {
      const driver = machine.services.get('HTTP');
      if (driver) driver.state = 'stopPending';
    },
    values: {},
    after: ({ services }) => {
      assert.deepEqual(services.get('MsDepSvc')?.dependsOn, ['RPCSS', 'EventLog', 'HTTP']);
      assert.equal(services.get('MsDepSvc')?.state, 'stopped');
    },
  },
];

export default attempts;
