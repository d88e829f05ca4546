import assert from 'node:assert/strict';
import { differences } from '../simulated';
import type { Attempt } from '../attempts';

const BROKER = {
  clsid: '{D63B10C5-BB46-4990-A94F-E40B9D520160}',
  appid: '{9CA88EE3-ACB7-47C8-AFC4-AB702511C276}',
  sid: 'S-1-5-18',
};

/** Nothing but the new view is different. */
const onlyView: NonNullable<Attempt['after']> = (_machine, before, after) => {
  const changed = Object.entries(differences(before, after));
  assert.equal(changed.length, 1);
  const [[name, [old, now]]] = changed as [[string, readonly [string | undefined, string | undefined]]];
  assert.match(
    name,
    /^file C:\\ProgramData\\Microsoft\\Event Viewer\\Views\\IIS Doctor - System without DCOM .*\.xml$/,
  );
  assert.equal(old, undefined);
  assert.match(now ?? '', /<Suppress Path="System">\*\[System\[Provider\[@Name='Microsoft-Windows-DistributedCOM'\]/);
};

const attempts: readonly Attempt[] = [
  {
    name: 'RuntimeBroker for SYSTEM',
    values: { ...BROKER, right: 'Local Activation', fails: 'No, or I do not know' },
    after: onlyView,
  },
  {
    name: 'a class that nobody knows, without harm',
    server: 'WEB-02',
    values: {
      clsid: '{7B1E2B4C-5D6F-4A3B-9C8D-0E1F2A3B4C5D}',
      sid: 'S-1-5-21-1004336348-1177238915-682003330-1141',
      right: 'Local Activation',
      fails: 'No, or I do not know',
    },
    after: onlyView,
  },
  {
    name: 'an account that needs it',
    server: 'WEB-02',
    values: {
      clsid: '7b1e2b4c-5d6f-4a3b-9c8d-0e1f2a3b4c5d',
      appid: '7b1e2b4c-5d6f-4a3b-9c8d-0e1f2a3b4c5e',
      sid: 'S-1-5-21-1004336348-1177238915-682003330-1141',
      right: 'Local Launch',
      fails: 'Yes, every time, in the same second',
    },
    isRunbook: true,
  },
];

export default attempts;
export { onlyView };
