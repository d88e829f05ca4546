import assert from 'node:assert/strict';
import type { Attempt } from '../attempts';

const UNKNOWN = 'Not known: look into the files';

const attempts: readonly Attempt[] = [
  {
    name: 'a duplicate entry',
    server: 'WEB-02',
    values: { place: 'Orders Test', code: UNKNOWN },
    after: (machine) => {
      assert.doesNotMatch(machine.disk.text('D:\\sites\\orders-test\\web.config') ?? '', /mimeMap/);
    },
  },
  {
    name: 'a locked section',
    server: 'WEB-02',
    values: { place: 'Till', code: '0x80070021: a section is locked' },
    after: (machine) => {
      assert.doesNotMatch(machine.disk.text('D:\\sites\\till\\web.config') ?? '', /windowsAuthentication/);
    },
  },
  {
    name: 'a module that is not installed',
    server: 'WEB-02',
    values: { place: 'Reports', code: UNKNOWN },
    isRunbook: true,
  },
  {
    name: 'rights',
    server: 'WEB-02',
    values: { place: 'Partner', code: '0x80070005: access to the file is denied' },
    isRunbook: true,
  },
];

export default attempts;
