import assert from 'node:assert/strict';
import type { Workbench } from './workbench';

/** What a person reads over the seeds' situations in the sample workspace. */
const situations = [
  {
    file: ['logs', 'dcom-10016-runtimebroker.log'],
    over: 'D63B10C5',
    says: [/^RuntimeBroker · by design/, /Fix: Ignore or filter/, /Do not: take ownership from TrustedInstaller/],
  },
  {
    file: ['logs', 'dcom-10010-iwam.log'],
    over: '3d14228D',
    says: [/^IIS Out-of-Process Pooled Applications/, /WAMUserPass/, /Do not: grant DCOM rights/],
  },
  {
    file: ['logs', 'dcom-10028-remote-admin.txt'],
    over: 'DCOM was unable',
    says: [/safe to ignore/, /second try without delegation succeeds/, /Do not: enable unconstrained delegation/],
  },
  {
    file: ['logs', 'iisreset-access-denied.txt'],
    over: '0x80070425',
    says: [/still stopping or starting/, /\/noforce/, /Do not: kill the svchost\.exe/],
  },
] as const;

/** Declares a test for each situation; every hover is read back from the screen. */
export function readsTheSituations(workbench: () => Workbench): void {
  for (const { file, over, says } of situations)
    it(`shows the hover over ${over} in ${file[1]}`, async () => {
      await workbench().openFile(...file);
      const text = (await workbench().hover(over)).replace(/\s+/g, ' ').trim();
      for (const pattern of says) assert.match(text, pattern);
      assert.match(text, /Full Explanation/);
    });
}
