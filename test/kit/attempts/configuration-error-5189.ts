import assert from 'node:assert/strict';
import type { Attempt } from '../attempts';

const HOST = 'C:\\Windows\\System32\\inetsrv\\config\\applicationHost.config';

const attempts: readonly Attempt[] = [
  {
    name: 'an entry twice in the file of the server',
    prepare: ({ machine }) => {
      machine.writeFile(
        HOST,
        (machine.disk.text(HOST) ?? '').replace(/( *)<mimeMap fileExtension="\.json"[^>]*>\r\n/, '$&$&'),
      );
    },
    values: {},
    after: ({ disk }) => {
      assert.equal((disk.text(HOST) ?? '').match(/fileExtension="\.json"/g)?.length, 1);
    },
  },
];

export default attempts;
