import { defineFamily } from '../fact';

/** Classes of the Windows Runtime that DCOM records name in place of a CLSID. */
export default defineFamily({
  facts: [
    {
      id: 'class-windows-security-center',
      name: 'Class of Windows Security Center',
      verdict: 'benign',
      verdictText: 'usually harmless in DCOM 10016',
      meaning:
        'DCOM 10016 names this class where it has no CLSID, with "Unavailable" as AppID. Something asks for the security center at logon, before it is ready or on a server that has none.',
      checks: ['Does Windows Security open and show the state of the antivirus? Then nothing is wrong.'],
      fix: 'Ignore it, or hide it with an XML filter in a custom view.',
      doNot: ['Do not change registry permissions or the start type of the service `wscsvc` for it.'],
      keys: [
        {
          kind: 'phrase',
          as: 'name',
          anchors: ['windows.securitycenter.'],
          pattern:
            /windows\.securitycenter\.(?:wscdataprotection|wscbrokermanager|securityappbroker|wsccloudbackupprovider)(?![\w.])/iy,
        },
      ],
      sources: [
        {
          document: 'Microsoft Support, KB 4022522: DCOM event ID 10016 is logged in Windows',
          says: 'Windows components that are refused at a first try log 10016; that is expected, and permissions should not be changed.',
          read: '2026-11-21',
        },
        {
          document: 'Records of DCOM 10016 in public threads',
          says: 'The name of the class stands where the CLSID should, and the AppID is unavailable.',
          read: '2026-11-21',
        },
      ],
      samples: [
        'for the COM Server application with CLSID\nWindows.SecurityCenter.WscDataProtection\n and APPID\nUnavailable',
        'CLSID Windows.SecurityCenter.WscBrokerManager',
      ],
      notSamples: ['Windows.SecurityCenter.Something', 'Windows.SecurityCenter'],
    },
  ],
});
