import { defineFamily, type Source } from '../fact';

const READ = '2026-11-21';
const headers: Source = {
  document: 'Windows SDK headers and registry listings of COM classes',
  says: 'The identifier, its class, its AppID and the program behind it.',
  read: READ,
};

/** COM classes and applications of IIS itself. */
export default defineFamily({
  facts: [
    {
      id: 'iis-out-of-process-pooled',
      name: 'IIS Out-of-Process Pooled Applications',
      verdict: 'act',
      verdictText: 'IIS 5: check the IWAM password',
      meaning:
        'The COM+ application in whose `dllhost.exe` IIS 5 runs all applications of Medium (Pooled) protection, as IWAM_<computer>. When an event names it, that process could not start. IIS 7 and later do not use it.',
      checks: [
        'Set one application to Low (In Process): if it answers, `dllhost.exe` cannot be started. Set it back afterwards.',
        'The copy of the password that COM+ uses is an LSA secret, `SCM:{3D14228D-…}` below HKLM\\SECURITY, which only SYSTEM can read: a search of the registry does not find the GUID.',
      ],
      fix: 'Give IWAM_<computer> one password in its three places: the account, metabase key `WAMUserPass`, COM+ (by `synciwam.vbs -v`).',
      doNot: ['Do not grant DCOM rights: it is a start that fails. On IIS 7 and later do not create an IWAM account.'],
      more: [
        'Two other causes are known: registry permissions that keep the process from keys it needs, and a changed group membership of IWAM_<computer>.',
      ],
      keys: [{ kind: 'guid', guid: '3D14228D-FBE1-11D0-995D-00C04FD919C1', roles: ['CLSID', 'COM+ application'] }],
      sources: [
        {
          document: 'Windows IT Pro, IIS Informant: the server did not register with DCOM',
          says: 'The application id of IIS Out-of-Process Pooled Applications in Component Services is this GUID.',
          read: READ,
        },
      ],
      samples: ['{3D14228D-FBE1-11D0-995D-00C04FD919C1}', 'SCM: \\{3d14228D-fbe1-11d0-995d00c04fd919c1\\}'],
      notSamples: ['{3D14228D-FBE1-11D0-995D-00C04FD919C2}', '3D14228DFBE111D0995D00C04FD919C1'],
    },
    {
      id: 'iis-writable-admin-manager',
      name: 'WritableAdminManager of IIS',
      verdict: 'benign',
      verdictText: 'safe to ignore in DCOM 10028',
      meaning:
        'The COM object in `nativerd.dll` (AppID ahadmin) that Microsoft.Web.Administration and IIS Manager create to read and write IIS configuration. Remotely the first try asks for delegation and may fail; the second works.',
      checks: [
        'Does the tool work? Then a 10028 and a 0xC00002EE beside it are expected.',
        'With 10016 or 0x80070005 the caller lacks rights on the AppID ahadmin; with 0x800706BA the firewall blocks DCOM.',
      ],
      fix: 'Nothing while the tool works. If it fails with access denied, see who may activate the AppID ahadmin.',
      doNot: ['Do not enable unconstrained delegation: the target could then act as anybody who connects to it.'],
      keys: [{ kind: 'guid', guid: '2B72133B-3F5B-4602-8952-803546CE3344', roles: ['CLSID'] }],
      sources: [
        {
          document: 'MSDN blog: IIS Remote Administration APIs and DCOM ID 10028 Error',
          says: 'OpenRemote creates this class, first with delegation, then without; the first failure is handled.',
          read: READ,
        },
        headers,
      ],
      samples: ['CLASSID: 2B72133B-3F5B-4602-8952-803546CE3344'],
      notSamples: ['2B72133B-3F5B-4602-8952'],
    },
    {
      id: 'iis-ahadmin',
      name: 'ahadmin, the AppID of IIS administration',
      verdict: null,
      meaning:
        'The DCOM application under which the IIS configuration objects are activated. Its launch and activation rights decide who may administer this IIS through DCOM.',
      doNot: ['Do not grant rights here lightly: who may activate ahadmin is an administrator of IIS.'],
      keys: [{ kind: 'guid', guid: '9FA5C497-F46D-447F-8011-05D03D7D7DDC', roles: ['AppID'] }],
      sources: [headers],
      samples: ['APPID {9FA5C497-F46D-447F-8011-05D03D7D7DDC}'],
      notSamples: ['{9FA5C497-F46D-447F-8011-05D03D7D7DDD}'],
    },
    {
      id: 'iis-admin-manager',
      name: 'AdminManager of IIS (read only)',
      verdict: null,
      meaning:
        'The reading counterpart of WritableAdminManager, under the same AppID ahadmin and with the same expected first failure when it is created on a remote server.',
      keys: [{ kind: 'guid', guid: '228FB8F7-FB53-4FD5-8C7B-FF59DE606C5B', roles: ['CLSID'] }],
      sources: [headers],
      samples: ['{228fb8f7-fb53-4fd5-8c7b-ff59de606c5b}'],
      notSamples: ['{228fb8f7-fb53-4fd5-8c7b-ff59de606c5c}'],
    },
    {
      id: 'iis-iisrstas',
      name: 'IISRSTAS, the helper of iisreset',
      verdict: null,
      meaning:
        'The COM server (`iisrstas.exe`) that does the work of `iisreset`. With 10016 or 0x80070005 the caller is no administrator or not elevated; with 10010 the helper hung.',
      checks: ['Was `iisreset` run from an elevated prompt, by an administrator of that computer?'],
      fix: 'Run it elevated, or better recycle the application pool; `iisreset /noforce` at most.',
      doNot: ['Do not grant rights on this class to accounts that are no administrators: it stops every site.'],
      keys: [{ kind: 'guid', guid: 'E8FB8621-588F-11D2-9D61-00C04F79C5FE', roles: ['CLSID', 'AppID'] }],
      sources: [
        headers,
        {
          document: 'MSDN blog of Emmanuel Boersma: IISRESET internals',
          url: 'https://blogs.msdn.microsoft.com/friis/2013/10/08/iisreset-internals/',
          says: 'iisreset calls a COM object in iisrstas.exe, which stops the services and on IIS 6 hunts for processes.',
          read: READ,
        },
      ],
      samples: ['CLSID {E8FB8621-588F-11D2-9D61-00C04F79C5FE}'],
      notSamples: ['{E8FB8621-588F-11D2-9D61-00C04F79C5FF}'],
    },
    {
      id: 'iis-wamreg',
      name: 'IIS WAMREG admin service',
      verdict: 'benign',
      verdictText: 'usually harmless in DCOM 10016',
      meaning:
        'Registers web applications with COM+ for the metabase of IIS 6 and its compatibility features. CLSID and AppID are the same. Known from 10016 records of SharePoint accounts.',
      checks: ['Does something fail, or does the vendor of the product ask for the grant in writing?'],
      fix: 'Ignore or filter the record; else Local Launch and Local Activation for that one account on this AppID.',
      doNot: ['Do not grant it to Everyone or to IIS_IUSRS, and leave no Full Control on the key.'],
      keys: [{ kind: 'guid', guid: '61738644-F196-11D0-9953-00C04FD919C1', roles: ['CLSID', 'AppID'] }],
      sources: [headers],
      samples: ['{61738644-F196-11D0-9953-00C04FD919C1}'],
      notSamples: ['{61738644-F196-11D0-9953-00C04FD919C0}'],
    },
  ],
});
