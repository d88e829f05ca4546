import { grantPlan } from '../dcom/grantPlan';
import { factAbout } from '../dcom/known';
import { applicationParameter, classParameter, failsParameter, inBraces, sidParameter, YES } from '../dcom/parameters';
import { viewPlan } from '../events/viewPlan';
import type { Remedy } from '../remedy';

/** SYSTEM, LOCAL SERVICE and NETWORK SERVICE: Windows itself. */
const WINDOWS = /^S-1-5-(?:18|19|20)$/i;

const dcom10016: Remedy = {
  id: 'dcom-10016',
  title: 'Resolve DCOM 10016',
  purpose:
    'Decides whether a refused launch or activation is noise or a real fault. Noise is hidden in a view of Event Viewer; a real one is cured by the smallest right there is.',
  versions: 'Windows Server 2008 and later',
  rights: 'administrator on the server',
  doesNot: [
    'It changes no permission to silence a record that harms nothing.',
    'It grants nothing remote, nothing to a group, and nothing for all COM applications.',
    'IIS Doctor does not run the grant itself: you get it as a runbook and script.',
  ],
  doNot: [
    'Do not allow "everything" in the default or limit permissions of the computer: that opens every COM application.',
    'Do not replace the permissions of all child keys: that destroys what Windows has set there.',
    'Do not leave the key with Administrators as its owner and with Full Control.',
    'Do not choose "Remove" where Component Services warns of entries that it does not know: apps of Windows lose their rights.',
  ],
  sources: [
    {
      document: 'Microsoft Support, KB 4022522: DCOM event ID 10016 is logged in Windows',
      says: 'These records of Windows components are by design; Microsoft advises against changing permissions and shows the filter',
      read: '2026-11-24',
    },
    {
      document: 'Access Control Lists for COM (Microsoft Learn)',
      url: 'https://learn.microsoft.com/windows/win32/com/access-control-lists-for-com',
      says: 'The bits of launch permissions: execute 1, execute local 2, activate local 8',
      read: '2026-11-24',
    },
  ],
  parameters: [
    classParameter(10016, 3),
    applicationParameter(10016, 4),
    sidParameter(10016, 7),
    {
      name: 'right',
      label: 'Right that was refused',
      kind: 'choice',
      isRequired: true,
      options: () => ['Local Activation', 'Local Launch', 'Remote Activation', 'Remote Launch'],
      initial: () => 'Local Activation',
    },
    failsParameter,
  ],
  needs: ['events'],
  answers: [
    'dcom-10016',
    'dcom-10016-runtimebroker',
    'dcom-10016-shell',
    'dcom-10016-wamreg',
    'dcom-10016-pool-account',
    'dcom-10016-desktop',
    'dcom-10016-installer',
    'dcom-10016-security-center',
    'dcom-10016-integration-services',
    'dcom-10016-iis-administration',
    'dcom-10016-iisreset',
    'dcom-10016-remote-shell',
  ],
  plan({ server }, values) {
    const [locality = '', right = ''] = (values.right ?? '').split(' ');
    const [clsid, sid] = [inBraces(values.clsid ?? ''), (values.sid ?? '').toUpperCase()];
    const fact = factAbout(10016, { clsid, sid, locality, right });
    if (locality === 'Remote')
      return {
        because: `Somebody on another computer was refused, and that may be well so. ${fact?.checks?.[0] ?? 'Find out which account and address the record names, and what runs there.'} A remote right is never granted here.`,
      };
    const fails = values.fails === YES;
    const isWindows = WINDOWS.test(sid);
    if (fails && isWindows)
      return {
        because:
          'Windows itself was refused (SYSTEM or a service account), and it goes another way then. What fails for you has another cause: look for other records of the same second.',
      };
    if (!fails)
      return viewPlan({
        remedy: 'dcom-10016',
        server,
        what: `DCOM 10016 of ${clsid} for ${sid}`,
        verdict:
          fact?.verdict === 'benign' || isWindows
            ? `By design or harmless: ${fact?.meaning ?? 'a part of Windows is refused once and goes another way.'} It is hidden, nothing is granted.`
            : 'Nothing fails, so the record harms nobody: the caller is refused and goes another way. It is hidden, nothing is granted.',
        evidence: fact ? [`${clsid}: ${fact.name}`] : [],
        filter: {
          provider: 'Microsoft-Windows-DistributedCOM',
          eventId: 10016,
          data: [
            ['param4', clsid],
            ...(values.appid ? ([['param5', inBraces(values.appid)]] as const) : []),
            ['param8', sid],
          ],
        },
      });
    if (!values.appid)
      return { because: 'The launch permission belongs to the application: enter the APPID of the record.' };
    return grantPlan({
      server,
      clsid,
      application: inBraces(values.appid),
      sid,
      right: right === 'Launch' ? 'Launch' : 'Activation',
      name: fact?.name ?? '',
    });
  },
};

export default dcom10016;
