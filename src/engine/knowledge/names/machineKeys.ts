import { defineFamily, type Fact, type NonEmpty, type Source } from '../fact';

const READ = '2026-11-21';
const rule: Source = {
  document: 'File names of RSA key containers of the machine',
  says: 'The first half is the MD5 of the lower-case container name, the second half the MachineGuid of the machine.',
  read: READ,
};
const keyset: Source = {
  document: 'Microsoft Support, KB 977754: 0x80090016 when the identity of an application pool is changed',
  says: 'The container iisWasKey is the file 76944fb33636aeddb9590521c2e8815a; who needs which access.',
  read: READ,
};
const remoteAdministration: Source = {
  document: 'Microsoft Support: Diagnosing failures with remote administration of IIS',
  says: 'The key of the WMSVC certificate is the file bedbf0b4da5f8061b6444baedf4c00b1.',
  read: READ,
};

const NO_EVERYONE =
  'Do not give Everyone rights on MachineKeys, and do not replace the permissions of all files there.';

/** A file below `%ProgramData%\Microsoft\Crypto\RSA\MachineKeys`, by the half of its name that is the same everywhere. */
const keyFile = (
  fact: Pick<Fact, 'id' | 'name' | 'meaning'> & Partial<Pick<Fact, 'checks' | 'fix' | 'doNot'>>,
  file: string,
  ...sources: NonEmpty<Source>
): Fact => ({
  verdict: null,
  keys: [
    {
      kind: 'phrase',
      as: 'name',
      anchors: [file],
      pattern: new RegExp(`${file}(?:_[0-9a-f-]{36})?(?![0-9a-f])`, 'iy'),
    },
  ],
  sources,
  samples: [
    `C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\\${file}_0f8fad5b-d9cb-469f-a165-70867728950e`,
    `icacls.exe MachineKeys\\${file}*`,
  ],
  notSamples: [`${file.slice(0, -1)}_x`, `${file}0`],
  ...fact,
});

/** Key files of IIS, as error texts and guides name them. */
export default defineFamily({
  facts: [
    keyFile(
      {
        id: 'machine-key-iis-was',
        name: 'Key file of iisWasKey',
        meaning:
          'Encrypts the passwords of application pools in `applicationHost.config`. SYSTEM and Administrators need it, LOCAL SERVICE Read for WMSVC on Server 2008. Unreadable: 0x80090016, WAS 5059 and 5189.',
        checks: [
          'Who may read it, and is the file of this machine? `icacls.exe` on it; the second half has to equal MachineGuid.',
        ],
        fix: 'Give these accounts their rights back. Copied from another machine: enter the passwords of the pools again.',
        doNot: [NO_EVERYONE],
      },
      '76944fb33636aeddb9590521c2e8815a',
      keyset,
      rule,
    ),
    keyFile(
      {
        id: 'machine-key-iis-configuration',
        name: 'Key file of iisConfigurationKey',
        meaning:
          'Encrypts the other secrets of `applicationHost.config`, such as passwords of virtual directories. IIS_IUSRS needs Read besides SYSTEM and Administrators. Unreadable: 500.19 with 0x80090016 or 0x80090005.',
        checks: [
          'Who may read it, and is the file of this machine? `icacls.exe` on it; the second half has to equal MachineGuid.',
        ],
        fix: 'Give these accounts their rights back. Copied from another machine: enter the secrets again.',
        doNot: [NO_EVERYONE],
      },
      '6de9cb26d2b98c01ec4e9e8b34824aa2',
      rule,
    ),
    keyFile(
      {
        id: 'machine-key-netframework',
        name: 'Key file of NetFrameworkConfigurationKey',
        meaning:
          'Encrypts sections of web.config that `aspnet_regiis.exe -pe` has encrypted with the default provider. The identity of the pool needs Read on it.',
        checks: [
          'Does the pool run as the account that was granted it? `aspnet_regiis.exe -pa` grants it to an account.',
        ],
        doNot: [NO_EVERYONE],
      },
      'd6d986f09a1ee04e24c949879fdb506c',
      rule,
    ),
    keyFile(
      {
        id: 'machine-key-metabase',
        name: 'Key file of the metabase (IIS 6)',
        meaning:
          'The container "Microsoft Internet Information Server": encrypts secrets of the metabase. If it is damaged or foreign, IISADMIN does not start (0x80090006 and the like) where the metabase is used.',
        checks: ['Was the metabase or this file copied from another machine, or MachineKeys cleaned up?'],
        doNot: ['Do not delete it to get a new one: what was encrypted with it is lost.'],
      },
      'c2319c42033a5ca7f44e731bfd3fa2b5',
      rule,
    ),
    keyFile(
      {
        id: 'machine-key-wmsvc',
        name: 'Key file of the WMSVC certificate',
        meaning:
          'The container "WMSvc Certificate Key Container": the private key of the self-signed certificate for port 8172. Administrators who cannot read it cannot change the binding of WMSVC.',
        checks: ['Which certificate does WMSVC use? IIS Manager, server level, Management Service.'],
        doNot: [NO_EVERYONE],
      },
      'bedbf0b4da5f8061b6444baedf4c00b1',
      remoteAdministration,
      rule,
    ),
    keyFile(
      {
        id: 'machine-key-iis-dcom-server',
        name: 'Key file of MS IIS DCOM Server',
        meaning:
          'The container "MS IIS DCOM Server", with which the IIS Admin Service protects secrets on their way to administration tools.',
        doNot: [NO_EVERYONE],
      },
      '7a436fe806e483969f48a894af2fe9a1',
      rule,
    ),
    keyFile(
      {
        id: 'machine-key-remote-desktop',
        name: 'Key file of Remote Desktop (TSSecKeySet1)',
        meaning: 'The key of the self-signed certificate of Remote Desktop. It belongs to no web site.',
        doNot: [
          'Do not delete it in a clean-up of MachineKeys: remote desktop connections fail until the service renews it.',
        ],
      },
      'f686aace6942fb7f7ceb231212eef4a4',
      rule,
    ),
  ],
});
