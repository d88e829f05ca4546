import { program } from '../commands/programs';
import { factAbout } from '../dcom/known';
import { classParameter, failsParameter, inBraces, YES } from '../dcom/parameters';
import { viewPlan } from '../events/viewPlan';
import { planBase } from '../planBase';
import type { Remedy } from '../remedy';

/** COM+ applications of IIS 5 and 6 that run as IWAM_<computer>. */
const POOLED = '{3D14228D-FBE1-11D0-995D-00C04FD919C1}';

const dcom10010: Remedy = {
  id: 'dcom-10010',
  title: 'Resolve DCOM 10010',
  purpose:
    'A COM server did not register in time. Says which program or service that is and why it may not start; hides the record where nothing depends on it.',
  versions: 'Windows Server 2008 and later; the class of IIS 5 and 6 leads to its own repair',
  rights: 'administrator on the server',
  doesNot: ['It grants no right: a timeout is none that is refused.'],
  doNot: [
    'Do not change permissions of COM for a timeout.',
    'Do not delete the class from the registry.',
    'Do not raise the time that COM waits for the whole machine.',
  ],
  sources: [
    {
      document: 'Manifest of the provider Microsoft-Windows-DistributedCOM',
      says: 'The event and its one insertion, the class',
      read: '2026-11-21',
    },
    {
      document: 'AppID key: LocalService (Microsoft Learn)',
      url: 'https://learn.microsoft.com/windows/win32/com/localservice',
      says: 'A class whose AppID has LocalService lives in that service',
      read: '2026-11-24',
    },
  ],
  parameters: [classParameter(10010, 0), failsParameter],
  needs: ['events'],
  answers: [
    'dcom-10010',
    'dcom-10010-store-app',
    'dcom-10010-iisreset',
    'dcom-10010-iisadmin',
    'dcom-10010-iis-pooled',
    'dcom-10010-desktop',
  ],
  plan({ server }, values) {
    const clsid = inBraces(values.clsid ?? '');
    const fact = factAbout(10010, { clsid });
    if (clsid === POOLED)
      return {
        because:
          'This is the COM+ application of IIS 5 and 6 that runs as IWAM_<computer>; it does not start because its password is not the same everywhere. Use "Sync the IWAM password".',
      };
    if (values.fails !== YES)
      return viewPlan({
        remedy: 'dcom-10010',
        server,
        what: `DCOM 10010 of ${clsid}`,
        verdict: `${fact?.meaning ?? 'Nothing that you use fails, so nobody waits for this class.'} It is hidden.`,
        evidence: fact ? [`${clsid}: ${fact.name}`] : [],
        filter: { provider: 'Microsoft-Windows-DistributedCOM', eventId: 10010, data: [['param1', clsid]] },
      });
    return {
      ...planBase('dcom-10010', server),
      title: `Find out why ${clsid} does not start on ${server}`,
      verdict:
        fact?.meaning ??
        'COM started a program, and it did not answer in time: it hangs, crashes, starts slowly, or its account cannot log on.',
      evidence: fact ? [`${clsid}: ${fact.name}`] : [],
      runs: false,
      steps: [
        {
          id: 'class',
          title: 'Look up the class',
          why: 'LocalServer32 names the program, AppID the application.',
          command: program('reg.exe', ['query', `HKLM\\SOFTWARE\\Classes\\CLSID\\${clsid}`, '/s']),
          stops: [],
        },
        {
          id: 'application',
          title: 'Look up that AppID below HKLM\\SOFTWARE\\Classes\\AppID',
          why: 'LocalService names the service that it lives in, RunAs the account that it runs as.',
          command: null,
          stops: [],
        },
        {
          id: 'events',
          title: 'Look for records of the same minute: 10004, 10005, 7000, 7009, 1000, 1026',
          why: '10004 is a logon that failed, 10005 and 7000 a service that did not start, 7009 one that took too long, 1000 and 1026 a crash.',
          command: null,
          stops: [],
        },
        {
          id: 'repair',
          title: 'Repair what they name: enable the service, correct its account, or repair the product',
          why: 'The class comes by itself when its program runs.',
          command: null,
          stops: [],
        },
      ],
      leftovers: ['During start-up and shutdown of Windows such a record means nothing.'],
    };
  },
};

export default dcom10010;
