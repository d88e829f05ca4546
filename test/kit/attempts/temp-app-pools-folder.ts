import assert from 'node:assert/strict';
import type { Attempt } from '../attempts';

const attempts: readonly Attempt[] = [
  {
    name: 'a usual server',
    values: {},
    after: ({ disk, services }) => {
      assert.ok(services.isRunning('W3SVC') && services.isRunning('NetTcpActivator'));
      const folders = disk.foldersIn('C:\\inetpub\\temp');
      assert.equal(folders.filter((one) => /^apppools-\d{14}$/.test(one)).length, 1, folders.join(' '));
      assert.ok(disk.file('C:\\inetpub\\temp\\appPools\\Shop\\Shop.config'), 'WAS has made it anew');
    },
  },
];

export default attempts;
