import { program } from '../commands/programs';
import { noNewErrors } from '../commands/checks';
import { evidenceOf } from '../pools/poolEvents';
import { loggedEvents } from '../events/loggedEvents';
import type { Remedy } from '../remedy';
import { byHand, runbook } from '../runbook';

const WAYS = {
  rights: 'The key files are there, and may not be read',
  restored: 'The key files of this very machine are in a backup',
  moved: 'The configuration came from another machine, which still has its keys',
  lost: 'The keys are lost',
} as const;

const FOLDER = '%ProgramData%\\Microsoft\\Crypto\\RSA\\MachineKeys';

const list = byHand(
  'list',
  'Look which key containers there are, and who may read their files',
  'iisWasKey begins with 76944fb33636aeddb9590521c2e8815a, iisConfigurationKey with 6de9cb26d2b98c01ec4e9e8b34824aa2, then the MachineGuid of this Windows.',
  {
    powershell: `icacls.exe "$env:ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\\*"`,
    cmd: `icacls.exe "${FOLDER}\\*"`,
  },
);

const STEPS = {
  [WAYS.rights]: [
    byHand(
      'grant',
      'Give SYSTEM and Administrators full control of both files, and IIS_IUSRS read of the one of iisConfigurationKey',
      'These are the rights that IIS sets up itself. The file of iisWasKey is not for IIS_IUSRS: it guards the passwords of the pools.',
    ),
  ],
  [WAYS.restored]: [
    byHand(
      'same',
      'Make sure that the MachineGuid in the names of the files is the one of this Windows',
      'Files of another MachineGuid are never found.',
      {
        powershell: `reg.exe query 'HKLM\\SOFTWARE\\Microsoft\\Cryptography' /v MachineGuid`,
        cmd: 'reg.exe query HKLM\\SOFTWARE\\Microsoft\\Cryptography /v MachineGuid',
      },
    ),
    byHand('restore', 'Put the two files back from the backup, with their rights', `They lie in ${FOLDER}.`),
  ],
  [WAYS.moved]: [
    byHand(
      'export',
      'On the old machine: export both containers with their private keys by aspnet_regiis.exe -px "iisWasKey" FILE -pri, and "iisConfigurationKey" likewise',
      'aspnet_regiis.exe lies in %windir%\\Microsoft.NET\\Framework64\\v4.0.30319. The files hold the keys in clear text: keep them where nobody else reads.',
    ),
    byHand(
      'import',
      'Here: import them by aspnet_regiis.exe -pi "iisWasKey" FILE, and the other one likewise',
      'It replaces the containers of this machine.',
    ),
    byHand(
      'delete',
      'Delete the files on both machines',
      'Whoever has them reads every password of the configuration.',
    ),
    byHand(
      'or',
      'Or export by Shared Configuration in IIS Manager, with a password',
      'It takes the keys along, encrypted.',
    ),
  ],
  [WAYS.lost]: [
    byHand(
      'copy',
      'Copy the folder inetsrv\\config to a safe place',
      'What cannot be decrypted now may still be by keys that turn up.',
    ),
    byHand(
      'take-out',
      'Take the values out that begin with [enc: and end with :enc], of pools and virtual directories',
      'Nobody can decrypt them any more; note which accounts they belong to.',
    ),
    byHand(
      'enter',
      'Enter the passwords again in IIS Manager, one pool and one virtual directory after the other',
      'They are encrypted with the keys of this machine. Never by a command line, which is logged.',
    ),
    byHand(
      'new-keys',
      'If new values cannot be encrypted either: install the feature Windows Process Activation Service anew',
      'It makes new containers. Nothing else does that reliably; plan a restart of the server for it.',
    ),
  ],
};

/** 0x80090016, 0x80090005, WAS 5189 and 5059 with "Keyset does not exist". */
const keyContainer: Remedy = {
  id: 'key-container',
  title: 'Repair the keys of encrypted configuration values',
  purpose:
    'Passwords in applicationHost.config are encrypted with keys of this machine, and these are missing or may not be read (0x80090016, 0x80090005).',
  versions: 'IIS 7 and later',
  rights: 'administrator on the server',
  doesNot: ['It reads no key and no password, and runs nothing by itself.'],
  doNot: [
    'Do not give Everyone or IIS_IUSRS full control of the folder MachineKeys: it holds the private keys of the whole machine.',
    'Do not delete the files in MachineKeys to "let Windows make them anew": nothing that they encrypted can be read then, certificates included.',
    'Do not copy applicationHost.config from machine to machine without its keys.',
  ],
  sources: [
    {
      document: 'Microsoft Support, KB 977754',
      says: 'the key file of iisWasKey needs its rights, or WAS and the management service cannot decrypt the configuration',
      read: '2026-11-24',
    },
    {
      document: 'ASP.NET IIS Registration Tool (Aspnet_regiis.exe)',
      url: 'https://learn.microsoft.com/previous-versions/aspnet/k6h9cz8h(v=vs.100)',
      says: '-px and -pi export and import an RSA key container, -pri with its private key',
      read: '2026-11-25',
    },
  ],
  parameters: [
    {
      name: 'state',
      label: 'What is the case',
      kind: 'choice',
      isRequired: true,
      help: 'The first step of the runbook shows whether the files are there.',
      options: () => Object.values(WAYS),
      initial: () => WAYS.rights,
    },
  ],
  needs: ['events'],
  answers: ['code-keyset-does-not-exist', 'was-5172-decrypt', 'was-5189-decrypt'],
  plan(snapshot, { state = WAYS.rights }) {
    const way = Object.values(WAYS).find((one) => one === state) ?? WAYS.rights;
    return runbook({
      remedy: 'key-container',
      title: `Repair the keys of encrypted configuration values on ${snapshot.server}`,
      server: snapshot.server,
      verdict: 'IIS cannot decrypt a value of its configuration, so the pools and folders that need it do not work.',
      evidence: loggedEvents(snapshot, [5059, 5189])
        .filter(({ provider }) => provider.endsWith('WAS'))
        .slice(0, 5)
        .map(evidenceOf),
      steps: [list, ...STEPS[way]],
      verification: [
        {
          says: 'The key container of WAS can be opened.',
          command: program('certutil.exe', ['-key', 'iisWasKey']),
          expects: { kind: 'succeeds' },
          otherwise: 'Its message says whether it is missing or may not be read.',
        },
        noNewErrors('Microsoft-Windows-WAS'),
      ],
    });
  },
};
export default keyContainer;
