import { backupStep } from '../commands/backup';
import { noNewErrors, poolIs } from '../commands/checks';
import { appcmd, controlPool } from '../commands/programs';
import { psLiteral } from '../commands/quoting';
import { poolNames } from '../names';
import type { Check, Plan, Step } from '../plan';
import { planBase } from '../planBase';
import { poolIdentity } from '../pools/poolConfiguration';
import { evidenceOf, poolEvents } from '../pools/poolEvents';
import type { Remedy } from '../remedy';

const OWN = 'Give the pool its own account, ApplicationPoolIdentity';
const PASSWORD = 'Keep the account and enter its password, as a runbook';

const identityIs = (pool: string, type: string): Check => ({
  says: `The identity of "${pool}" is ${type}.`,
  command: appcmd('list', 'apppool', `/apppool.name:${pool}`, '/text:processModel.identityType'),
  expects: { kind: 'is', text: type },
  otherwise: 'Look at the pool in IIS Manager: Advanced Settings > Process Model > Identity.',
});

/** Sites of the pool answer with 503 until it runs. */
const startStep = (pool: string, wasStarted: boolean): Step => ({
  id: 'start',
  title: `Start the application pool "${pool}"`,
  why: 'A pool that was disabled does not start by itself. 183 and 1056: it runs already.',
  command: controlPool('start', pool),
  stops: [],
  accepts: [183, 1056],
  check: poolIs(pool, 'Started'),
  ...(!wasStarted && {
    undo: { title: `Stop the application pool "${pool}"`, command: controlPool('stop', pool), accepts: [1062] },
  }),
});

const poolIdentityRemedy: Remedy = {
  id: 'pool-identity',
  title: 'Repair the identity of a pool',
  purpose:
    'For pools that WAS disables because their account cannot log on (5021, 5057, 5059): gives the pool an account without a password, or sets the password of the one that it has.',
  versions: 'IIS 7.5 and later',
  rights: 'administrator on the server',
  doesNot: [
    'It never sees, keeps or writes a password.',
    'It does not carry over the rights that the old account has on folders, shares and databases.',
  ],
  doNot: [
    'Do not run the pool as LocalSystem or as an administrator to get it going.',
    'Do not write the password on a command line of appcmd: command lines are logged and listed.',
  ],
  sources: [
    {
      document: 'Application Pool Identities (Microsoft Learn)',
      url: 'https://learn.microsoft.com/iis/manage/configuring-security/application-pool-identities',
      says: 'ApplicationPoolIdentity needs no password and is IIS AppPool\\<pool>; on the network it is the computer account',
      read: '2026-11-24',
    },
    {
      document: 'processModel element of applicationPools (Microsoft Learn)',
      url: 'https://learn.microsoft.com/iis/configuration/system.applicationhost/applicationpools/add/processmodel',
      says: 'identityType, userName and password; a specific user needs the right to log on as a batch job',
      read: '2026-11-24',
    },
  ],
  parameters: [
    { name: 'pool', label: 'Application pool', kind: 'choice', isRequired: true, options: poolNames },
    {
      name: 'way',
      label: 'What is to be done',
      kind: 'choice',
      isRequired: true,
      help: 'The first one if the application needs nothing on the network that was granted to the account.',
      options: () => [OWN, PASSWORD],
      initial: () => PASSWORD,
    },
  ],
  needs: ['pools', 'configuration', 'events'],
  answers: ['was-5021', 'was-5057', 'was-5059'],
  plan(snapshot, { pool = '', way }) {
    const { server, system, pools } = snapshot;
    if (system && !system.administrator)
      return { because: `${system.account} is no administrator on ${server}, and only administrators change pools.` };
    const identity = poolIdentity(snapshot, pool);
    if (!identity)
      return { because: 'The configuration of the pool could not be read, so nobody knows how it logs on now.' };
    if (identity.userName === '' || !/^SpecificUser$/i.test(identity.identityType))
      return {
        because: `The pool "${pool}" does not log on as an account of its own (${identity.identityType || 'the default of the server holds'}), so no password can be wrong. If its worker process does not start, look for a missing module or a configuration that cannot be read: "Service unavailable 503" leads on.`,
      };
    const evidence = [
      `"${pool}" logs on as ${identity.userName}.`,
      ...poolEvents(snapshot, pool, [5021, 5057, 5059]).slice(0, 5).map(evidenceOf),
    ];
    const known = pools?.pools.known ? pools.pools.value.find(({ name }) => name === pool) : undefined;
    const start = startStep(pool, known?.state === 'started');
    if (way === PASSWORD) return passwordPlan(server, pool, identity.userName, evidence, start);
    return {
      ...planBase('pool-identity', server),
      title: `Run application pool "${pool}" under its own account on ${server}`,
      verdict: `${identity.userName} cannot log on. IIS AppPool\\${pool} needs no password that could expire; it is an ordinary user here and ${server}$ on the network.`,
      evidence,
      undoesItself: true,
      steps: [
        backupStep(snapshot),
        {
          id: 'identity',
          title: 'Set the identity to ApplicationPoolIdentity',
          why: `The account and its password stay in the file unused, so that undoing needs no password.`,
          command: appcmd(
            'set',
            'apppool',
            `/apppool.name:${pool}`,
            '/processModel.identityType:ApplicationPoolIdentity',
          ),
          stops: ['The worker process of the pool, which is replaced.'],
          check: identityIs(pool, 'ApplicationPoolIdentity'),
          undo: {
            title: 'Set the identity back to the account',
            command: appcmd('set', 'apppool', `/apppool.name:${pool}`, '/processModel.identityType:SpecificUser'),
            file: identity.file,
            checks: [identityIs(pool, 'SpecificUser')],
          },
        },
        start,
      ],
      verification: [
        poolIs(pool, 'Started'),
        identityIs(pool, 'ApplicationPoolIdentity'),
        noNewErrors('Microsoft-Windows-WAS'),
      ],
      leftovers: [
        `Give IIS AppPool\\${pool} what ${identity.userName} had: rights on folders (icacls), logins of databases; on shares and other servers the computer account ${server}$.`,
        'Delete the old account and its password from the pool in IIS Manager once everything works.',
      ],
    };
  },
};

/** For a person: the password is asked for by Windows and stands nowhere else. */
function passwordPlan(server: string, pool: string, user: string, evidence: readonly string[], start: Step): Plan {
  return {
    ...planBase('pool-identity', server),
    title: `Set the password of application pool "${pool}" on ${server}`,
    verdict: `${user} cannot log on: mostly its password was changed, else it is locked, expired, or lacks the right to log on as a batch job.`,
    evidence,
    runs: false,
    steps: [
      {
        id: 'account',
        title: `Look whether ${user} is locked, disabled or expired`,
        why: 'Security log on this server, 4625: 0xC000006A is a wrong password, 0xC0000234 a lock, 0xC000015B the missing right.',
        command: null,
        stops: [],
      },
      {
        id: 'right',
        title: 'Look whether it may log on as a batch job',
        why: 'Local Security Policy > Local Policies > User Rights Assignment. IIS_IUSRS has the right; a group policy that sets it anew without IIS_IUSRS is the usual culprit.',
        command: null,
        stops: [],
      },
      {
        id: 'password',
        title: 'Enter the password',
        why: 'Windows asks for it; IIS keeps it encrypted with a key of this machine. It stands in no command, script or log.',
        command: {
          powershell: [
            'Import-Module WebAdministration',
            `$credential = Get-Credential -UserName ${psLiteral(user)} -Message 'The password of the application pool'`,
            `Set-ItemProperty -LiteralPath ${psLiteral(`IIS:\\AppPools\\${pool}`)} -Name processModel -Value @{ identityType = 'SpecificUser'; userName = $credential.UserName; password = $credential.GetNetworkCredential().Password }`,
          ].join('\n'),
          cmd: null,
        },
        stops: ['The worker process of the pool, which is replaced.'],
        undo: null,
      },
      start,
    ],
    verification: [poolIs(pool, 'Started')],
    leftovers: [
      'The same account may stand at other pools, virtual directories, tasks and services, and on other servers.',
      'A group managed service account (DOMAIN\\name$, empty password) or ApplicationPoolIdentity never expires.',
    ],
  };
}

export default poolIdentityRemedy;
