import { defineFamily, type Source } from '../fact';

const byDesign: Source = {
  document: 'Microsoft Support, KB 4022522: DCOM event ID 10016 is logged in Windows',
  says: 'Four pairs of CLSID and AppID are logged by design; they can be ignored or filtered, and permissions should not be changed.',
  read: '2026-11-21',
};
const ignore = 'Ignore it, or hide it with an XML filter in a custom view.';

/** Classes of Windows that web servers meet in DCOM records. */
export default defineFamily({
  facts: [
    {
      id: 'runtimebroker-clsid',
      name: 'RuntimeBroker',
      verdict: 'benign',
      verdictText: 'by design in DCOM 10016',
      meaning:
        'The class of RuntimeBroker, which mediates rights of store apps; the same on every Windows. A DCOM 10016 about it is expected: the caller is refused and goes another way.',
      checks: ['Only if a page or job of yours fails in the same second: which account does the record name?'],
      fix: 'Ignore or filter it. Only for a real failure: Local Activation for that one account on AppID {9CA88EE3-…}.',
      doNot: ['Do not take ownership from TrustedInstaller or grant rights only to silence the record.'],
      keys: [{ kind: 'guid', guid: 'D63B10C5-BB46-4990-A94F-E40B9D520160', roles: ['CLSID'] }],
      sources: [byDesign],
      samples: ['CLSID {D63B10C5-BB46-4990-A94F-E40B9D520160}', 'CSLID {d63b10c5-bb46-4990-a94f-e40b9d520160}'],
      notSamples: ['{D63B10C5-BB46-4990-A94F-E40B9D520161}'],
    },
    {
      id: 'runtimebroker-appid',
      name: 'RuntimeBroker, its AppID',
      verdict: 'benign',
      verdictText: 'by design in DCOM 10016',
      meaning:
        'The DCOM application of RuntimeBroker; launch and activation rights are kept here. A DCOM 10016 about it is expected. TrustedInstaller owns the key, so Component Services shows it greyed out.',
      checks: ['Only if a page or job of yours fails in the same second: which account does the record name?'],
      fix: 'Ignore or filter the record. Only for a real failure: Local Activation for that one account, with the key saved first.',
      steps: [
        'Guides name four keys: `HKCR\\AppID\\{9CA88EE3-ACB7-47C8-AFC4-AB702511C276}`, `HKCR\\AppID\\RuntimeBroker.exe`, `HKCR\\CLSID\\{D63B10C5-BB46-4990-A94F-E40B9D520160}` and its `LocalServer32`.',
        'Only the first has to change hands for launch permissions. Save it before: `reg export "HKCR\\AppID\\{9CA88EE3-ACB7-47C8-AFC4-AB702511C276}" appid-before.reg`',
        'Give the ownership back to `NT SERVICE\\TrustedInstaller` afterwards.',
      ],
      doNot: ['Do not replace permissions of all child keys, and leave no Full Control or Everyone behind.'],
      keys: [{ kind: 'guid', guid: '9CA88EE3-ACB7-47C8-AFC4-AB702511C276', roles: ['AppID'] }],
      sources: [byDesign],
      samples: [
        'APPID {9CA88EE3-ACB7-47C8-AFC4-AB702511C276}',
        'HKEY_CLASSES_ROOT\\AppID\\{9CA88EE3-ACB7-47c8-AFC4-AB702511C276}',
      ],
      notSamples: ['{9CA88EE3-ACB7-47C8-AFC4-AB702511C277}'],
    },
    {
      id: 'shell-experience-host-server',
      name: 'Server of the shell experience',
      verdict: 'benign',
      verdictText: 'by design in DCOM 10016',
      meaning:
        'A COM server that the shell activates from its app container; CLSID and AppID are the same. One of the four pairs whose DCOM 10016 Microsoft calls expected.',
      fix: ignore,
      doNot: ['Do not change owner or permissions of its keys.'],
      keys: [{ kind: 'guid', guid: '260EB9DE-5CBE-4BFF-A99A-3710AF55BF1E', roles: ['CLSID', 'AppID'] }],
      sources: [byDesign],
      samples: ['{260EB9DE-5CBE-4BFF-A99A-3710AF55BF1E}'],
      notSamples: ['{260EB9DE-5CBE-4BFF-A99A-3710AF55BF1F}'],
    },
    {
      id: 'immersive-shell',
      name: 'Immersive Shell',
      verdict: 'benign',
      verdictText: 'by design in DCOM 10016',
      meaning:
        'Part of the Windows shell. One of the four pairs whose DCOM 10016 Microsoft calls expected; no effect on IIS.',
      fix: ignore,
      doNot: ['Do not change owner or permissions of its keys.'],
      keys: [
        { kind: 'guid', guid: 'C2F03A33-21F5-47FA-B4BB-156362A2F239', roles: ['CLSID'] },
        { kind: 'guid', guid: '316CDED5-E4AE-4B15-9113-7055D84DCC97', roles: ['AppID'] },
      ],
      sources: [byDesign],
      samples: ['{C2F03A33-21F5-47FA-B4BB-156362A2F239}', '{316CDED5-E4AE-4B15-9113-7055D84DCC97}'],
      notSamples: ['{C2F03A33-21F5-47FA-B4BB-156362A2F230}'],
    },
    {
      id: 'shell-service-host',
      name: 'ShellServiceHost',
      verdict: 'benign',
      verdictText: 'by design in DCOM 10016',
      meaning:
        'Part of the Windows shell. One of the four pairs whose DCOM 10016 Microsoft calls expected; no effect on IIS.',
      fix: ignore,
      doNot: ['Do not change owner or permissions of its keys.'],
      keys: [
        { kind: 'guid', guid: '6B3B8D23-FA8D-40B9-8DBD-B950333E2C52', roles: ['CLSID'] },
        { kind: 'guid', guid: '4839DDB7-58C2-48F5-8283-E1D1807D0D7D', roles: ['AppID'] },
      ],
      sources: [byDesign],
      samples: ['{6B3B8D23-FA8D-40B9-8DBD-B950333E2C52}', '{4839DDB7-58C2-48F5-8283-E1D1807D0D7D}'],
      notSamples: ['{6B3B8D23-FA8D-40B9-8DBD-B950333E2C53}'],
    },
    {
      id: 'distributedcom-provider',
      name: 'Event provider Microsoft-Windows-DistributedCOM',
      verdict: null,
      meaning:
        'The provider of the DCOM events 10000 to 10038 in the System log, written by the RPC services of Windows.',
      keys: [{ kind: 'guid', guid: '1B562E86-B7AA-4131-BADC-B6F3A001407E', roles: ['ETW provider'] }],
      sources: [
        {
          document: 'Manifest of the provider Microsoft-Windows-DistributedCOM',
          says: 'The name and identifier of the provider.',
          read: '2026-11-21',
        },
      ],
      samples: ['<Provider Name="Microsoft-Windows-DistributedCOM" Guid="{1B562E86-B7AA-4131-BADC-B6F3A001407E}"/>'],
      notSamples: ['{1B562E86-B7AA-4131-BADC-B6F3A001407F}'],
    },
  ],
});
