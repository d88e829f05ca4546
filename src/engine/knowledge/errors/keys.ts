import { headers, hresult } from '../codeKeys';
import { defineFamily, type Fact, type Source } from '../fact';

const READ = '2026-11-21';
const machineKeys: Source = {
  document: 'Microsoft Support, KB 977754: 0x80090016 when the identity of an application pool is changed',
  says: 'The key containers of IIS are files below MachineKeys; missing files or wrong permissions make secrets unreadable.',
  read: READ,
};
const copiedConfig: Source = {
  document: 'MSDN blog webtopics: encrypted properties of IIS configuration and copies of applicationHost.config',
  says: 'Secrets are encrypted with keys of the machine; on another machine they cannot be decrypted.',
  read: READ,
};
const exportable: Source = {
  document: 'Ammar Hasayen: migrate a certification authority from CSP to KSP, with readers’ comments',
  url: 'https://ammarhasayen.com/2015/02/04/sha-2-support-migrate-your-ca-from-csp-to-ksp/',
  says: 'An export of a key that is not exportable fails with NTE_BAD_KEY_STATE.',
  read: '2026-11-24',
};

/** What the key containers of Windows answer (NTE codes). */
const facts: Fact[] = [
  {
    id: 'nte-bad-data',
    name: '0x80090005: a secret of another machine',
    verdict: 'act',
    meaning:
      'NTE_BAD_DATA. An encrypted password in the configuration cannot be decrypted with the keys of this machine, mostly because applicationHost.config came from another server or an older state of this one.',
    checks: [
      'Was applicationHost.config copied, restored or shared? Compare it with the newest folder in `inetpub\\history`.',
    ],
    fix: 'Enter the passwords of pools and virtual directories again on this machine, or restore its own applicationHost.config.',
    steps: [
      'Best: IIS Manager, the identity of each pool and the "Connect as" of each virtual directory, entered anew.',
      'Own file instead: `%windir%\\system32\\inetsrv\\appcmd.exe list backup` and the folders CFGHISTORY in `inetpub\\history`.',
      'Keys of the old server instead: there `aspnet_regiis.exe -px "iisWasKey" w.xml -pri` and the same for iisConfigurationKey; here `-pi`; then delete the files.',
    ],
    doNot: ['Do not recreate the key containers: that makes the other stored passwords unreadable too.'],
    keys: [hresult(0x80090005, 'NTE_BAD_DATA')],
    sources: [copiedConfig, headers],
    samples: [
      "Failed to decrypt attribute 'password'. Bad Data. (0x80090005)",
      '-2146893819',
      '<Binary>05000980</Binary>',
    ],
    notSamples: ['0x80090004'],
  },
  {
    id: 'nte-bad-signature',
    name: '0x80090006: a signature that does not verify',
    verdict: 'act',
    meaning:
      'NTE_BAD_SIGNATURE. When WAS ends with it (SCM 7023): it could not verify or decrypt with its keys, so the configuration and the key containers do not belong together.',
    checks: ['WAS 5005 beside it? Was applicationHost.config or the folder MachineKeys restored or copied?'],
    fix: 'Restore configuration and keys that belong together: the applicationHost.config of this machine, or its MachineKeys from the same day.',
    doNot: ['Do not recreate the key containers before you have a backup of the configuration.'],
    keys: [hresult(0x80090006, 'NTE_BAD_SIGNATURE')],
    sources: [copiedConfig, headers],
    samples: ['terminated with the following error: %%-2146893818', '0x80090006'],
    notSamples: ['0x80090007'],
  },
  {
    id: 'nte-bad-key-state',
    name: '0x8009000B: the key cannot be used like that',
    verdict: 'act',
    meaning:
      'NTE_BAD_KEY_STATE, "Key not valid for use in specified state". At an export: the private key is not exportable. At decryption: the data was protected by another user or on another machine.',
    checks: [
      'Export: was "exportable" chosen at the import? Decryption: is it the same account, machine and profile that encrypted?',
    ],
    fix: 'Export from where the key is exportable, or request a new certificate. Let the account that uses a secret encrypt it again.',
    doNot: ['Do not use tools that pull non-exportable keys out of memory.'],
    keys: [hresult(0x8009000b, 'NTE_BAD_KEY_STATE')],
    sources: [exportable, headers],
    samples: [
      'command FAILED: 0x8009000b (-2146893813 NTE_BAD_KEY_STATE)',
      'Key not valid for use in specified state. (Exception from HRESULT: 0x8009000B)',
    ],
    notSamples: ['0x8009000C'],
  },
  {
    id: 'nte-no-key',
    name: '0x8009000D: the container has no such key',
    verdict: 'act',
    meaning:
      'NTE_NO_KEY. The key container is there, but not the key that is asked for. With certificates: the link from the certificate to its key points to a wrong or empty container.',
    checks: ['`certutil.exe -store my THUMBPRINT`: key container and "Encryption test".'],
    fix: '`certutil.exe -repairstore my THUMBPRINT` on the machine that made the request; else import the PFX again.',
    keys: [hresult(0x8009000d, 'NTE_NO_KEY')],
    sources: [headers],
    samples: ['0x8009000D', '-2146893811'],
    notSamples: ['0x8009000E'],
  },
  {
    id: 'nte-exists',
    name: '0x8009000F: the key container exists already',
    verdict: 'look',
    meaning:
      'NTE_EXISTS. A key container was to be made or imported under a name that is in use. On import of IIS keys it says that this machine has keys of its own.',
    checks: ['Do stored passwords of this machine depend on the present container (iisWasKey, iisConfigurationKey)?'],
    fix: 'Keep the present container where secrets depend on it. Else save the configuration first, then replace it.',
    doNot: ['Do not delete iisWasKey or iisConfigurationKey to make room: all stored passwords would be lost.'],
    keys: [hresult(0x8009000f, 'NTE_EXISTS')],
    sources: [machineKeys, headers],
    samples: ['0x8009000F', '-2146893809'],
    notSamples: ['0x8009000E'],
  },
  {
    id: 'nte-perm',
    name: '0x80090010: no right to use the key',
    verdict: 'act',
    meaning:
      'NTE_PERM. The key is there, but its file below MachineKeys does not let this account in: SYSTEM and Administrators need Full Control, an account that uses the key needs Read.',
    checks: ['`icacls.exe` on the file of that key below %ProgramData%\\Microsoft\\Crypto\\RSA\\MachineKeys.'],
    fix: 'Restore the rights on that one file; for certificates "Manage Private Keys" in the store of the computer.',
    doNot: ['Do not give Everyone Full Control on MachineKeys: every program could then read every key.'],
    keys: [hresult(0x80090010, 'NTE_PERM')],
    sources: [machineKeys, headers],
    samples: ['0x80090010', '-2146893808', 'NTE_PERM'],
    notSamples: ['0x80090011'],
  },
  {
    id: 'nte-keyset-entry-bad',
    name: '0x8009001A: the key file is damaged',
    verdict: 'act',
    meaning:
      'NTE_KEYSET_ENTRY_BAD. The file of the key container below MachineKeys cannot be read as a key: damaged, empty, or of another machine.',
    checks: ['Date and size of the files below MachineKeys; was the folder copied or restored from another machine?'],
    fix: 'Restore that file from a backup of this very machine; for a certificate import the PFX again.',
    doNot: ['Do not copy MachineKeys between servers: the files are bound to the machine.'],
    keys: [hresult(0x8009001a, 'NTE_KEYSET_ENTRY_BAD')],
    sources: [machineKeys, headers],
    samples: ['0x8009001A', '-2146893798'],
    notSamples: ['0x8009001B'],
  },
  {
    id: 'nte-silent-context',
    name: '0x80090022: the key wants to ask somebody',
    verdict: 'act',
    meaning:
      'NTE_SILENT_CONTEXT. The key was imported with strong protection, or sits on a card, so that its use asks for a confirmation or a PIN. A service cannot answer, so it fails.',
    checks: ['Was "strong private key protection" chosen at the import, or is it a smart card or token?'],
    fix: 'Import the PFX again into the store of the computer, without strong protection.',
    keys: [hresult(0x80090022, 'NTE_SILENT_CONTEXT')],
    sources: [headers],
    samples: ['0x80090022', '-2146893790'],
    notSamples: ['0x80090023'],
  },
  {
    id: 'nte-temporary-profile',
    name: '0x80090024: a temporary profile cannot hold keys',
    verdict: 'act',
    meaning:
      'NTE_TEMPORARY_PROFILE. The account runs with a temporary profile, because its own could not be loaded, and keys cannot be stored there.',
    checks: ['User Profile Service 1511 or 1515 in the Application log; `loadUserProfile` of the pool.'],
    fix: 'Repair the profile of the identity, or let the application keep its key in the store of the computer.',
    keys: [hresult(0x80090024, 'NTE_TEMPORARY_PROFILE')],
    sources: [headers],
    samples: ['0x80090024', '-2146893788'],
    notSamples: ['0x80090025'],
  },
];

export default defineFamily({ facts });
