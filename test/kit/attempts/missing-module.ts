import assert from 'node:assert/strict';
import type { Attempt } from '../attempts';

const attempts: readonly Attempt[] = [
  {
    name: 'taken out',
    values: { module: 'AspNetCoreModuleV2', how: 'Take the module out of the configuration' },
    after: ({ disk }) => {
      const text = disk.text('C:\\Windows\\System32\\inetsrv\\config\\applicationHost.config') ?? '';
      assert.ok(!text.includes('AspNetCoreModuleV2'));
      assert.match(text, /aspNetCore/, 'the declaration of the section stays');
    },
  },
  {
    name: 'its product',
    values: { module: 'AspNetCoreModuleV2', how: 'Repair or install the product that it belongs to, as a runbook' },
    isRunbook: true,
  },
];

export default attempts;
