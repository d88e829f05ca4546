import { defineFamily, type Fact, type NonEmpty, type Source } from '../fact';

const READ = '2026-11-21';
const byDesign: Source = {
  document: 'Microsoft Support, KB 4022522: DCOM event ID 10016 is logged in Windows',
  says: 'Windows components that are refused at a first try log 10016; that is expected, and permissions should not be changed.',
  read: READ,
};
const registry: Source = {
  document: 'Registry listings of COM classes of Windows',
  says: 'The class, its AppID and the service behind it.',
  read: READ,
};
const publicRecords: Source = {
  document: 'Records of DCOM 10010 and 10016 in public threads',
  says: 'The pair of CLSID and AppID stands in records of machines on which nothing failed.',
  read: READ,
};

const NO_GRANT = 'Do not take ownership from TrustedInstaller or grant rights only to silence the record.';
const NO_GRANT_FOR_TIMEOUT = 'Do not grant DCOM rights for a timeout: nothing was refused.';

interface ClassText {
  readonly id: string;
  readonly name: string;
  readonly clsid: string;
  /** Where CLSID and AppID are the same value: true. */
  readonly appId?: string | true;
  /** What it is and what a record about it means. */
  readonly meaning: string;
  /** When it is more than noise. */
  readonly unless?: string;
  /** The event by which it is usually met. */
  readonly event: 10005 | 10010 | 10016;
  /** Attackers start it from other computers: a record that says Remote is no noise. */
  readonly abused?: true;
  readonly sources: NonEmpty<Source>;
}

/** A class of the desktop: without a desktop or at logon and logoff, records about it mean nothing for a web server. */
const desktopClass = ({ id, name, clsid, appId, meaning, unless, event, abused, sources }: ClassText): Fact => ({
  id: `desktop-${id}`,
  name,
  verdict: abused ? 'look' : 'benign',
  verdictText: abused ? 'usually harmless, unless Remote' : `usually harmless in DCOM ${event}`,
  meaning,
  ...(unless ? { checks: [unless] } : {}),
  fix: abused
    ? 'Local: ignore it. Remote: find out which program on the other computer asks, and under whose account.'
    : 'Ignore it, or hide it with an XML filter in a custom view.',
  doNot: [event === 10016 ? NO_GRANT : NO_GRANT_FOR_TIMEOUT],
  keys: [
    { kind: 'guid', guid: clsid, roles: appId === true ? ['CLSID', 'AppID'] : ['CLSID'] },
    ...(typeof appId === 'string' ? ([{ kind: 'guid', guid: appId, roles: ['AppID'] }] as const) : []),
  ],
  sources,
  samples: [
    event === 10016
      ? `CLSID\n{${clsid}}\n and APPID\n{${typeof appId === 'string' ? appId : clsid}}\n to the user NT AUTHORITY\\SYSTEM`
      : `The server {${clsid}} did not register with DCOM`,
  ],
  notSamples: [`CLSID {${clsid.slice(0, -1)}${clsid.endsWith('0') ? '1' : '0'}}`],
});

/** Classes of the desktop that end up in DCOM records of servers. */
export default defineFamily({
  facts: [
    desktopClass({
      id: 'per-app-runtime-broker',
      name: 'PerAppRuntimeBroker',
      clsid: '2593F8B9-4EAF-457C-B68A-50F6B8EA6B54',
      appId: '15C20B67-12E7-4BB6-92BB-7AFF07997402',
      meaning:
        'The RuntimeBroker for single apps on Windows 10, 11 and Server 2019 or later. It is refused when somebody signs in, and the caller goes another way.',
      unless: 'Only if something of yours fails in the same second, each time, under the account of the record.',
      event: 10016,
      sources: [byDesign, publicRecords],
    }),
    desktopClass({
      id: 'wininet-cache-task',
      name: 'CacheTask of WinINet',
      clsid: '0358B920-0AC7-461F-98F4-58E32CD89148',
      appId: '3EB3C877-1F16-487C-9050-104DBCD66683',
      meaning:
        'The handler of the scheduled task Wininet\\CacheTask (wininet.dll), which runs at logon. IIS has no part in it.',
      event: 10016,
      sources: [byDesign, publicRecords],
    }),
    desktopClass({
      id: 'shell-windows',
      name: 'ShellWindows of Explorer',
      clsid: '9BA05972-F6A8-11CF-A442-00A0C90A8F39',
      appId: true,
      meaning:
        'The table of open Explorer windows. A record shows that a program looked for a desktop where there was none: in a service session, or after a remote desktop was closed.',
      unless:
        'Whose code asks? A web application cannot drive Explorer windows; a request from another computer may be an attack.',
      event: 10010,
      abused: true,
      sources: [registry],
    }),
    desktopClass({
      id: 'shell-browser-window',
      name: 'ShellBrowserWindow of Explorer',
      clsid: 'C08AFD90-F2A1-11D1-8455-00A0C91F3880',
      meaning:
        'A window of Explorer or Internet Explorer as a COM object. No web site needs it. A local record means that something without a desktop asked for one; a Remote one is a way attackers move between servers.',
      unless: 'Does the record say Remote, or name a pool identity? Then find out who asks, from which address.',
      event: 10016,
      abused: true,
      sources: [
        {
          document: 'Windows SDK header ExDisp.h',
          says: 'The class, its identifier and its interfaces.',
          read: READ,
        },
        byDesign,
      ],
    }),
    desktopClass({
      id: 'thumbnail-cache',
      name: 'Thumbnail cache of Explorer',
      clsid: 'AB8902B4-09CA-4BB6-B78D-A8F59079A8D5',
      appId: true,
      meaning: 'The `dllhost.exe` in which Explorer makes previews of files. It times out while somebody signs out.',
      event: 10010,
      sources: [registry],
    }),
    desktopClass({
      id: 'browser-broker',
      name: 'BrowserBroker of the old Edge',
      clsid: '0002DF02-0000-0000-C000-000000000046',
      appId: 'DD9C53BC-8441-4B94-BD0E-36E6E02A6D61',
      meaning:
        'The helper of the Edge browser that Windows 10 and Server 2019 came with. It times out where nobody is signed in or the browser was removed.',
      event: 10010,
      sources: [
        {
          document: 'Lists of COM classes that run in the session of the signed-in user',
          says: 'The class is called BrowserBroker.',
          read: READ,
        },
        registry,
      ],
    }),
    desktopClass({
      id: 'tile-data-model',
      name: 'Tile Data model server',
      clsid: 'B31118B2-1F49-48E5-B6F5-BC21CAEC56FB',
      appId: '65E2E13A-7110-4912-9F03-9A42E253D8F6',
      meaning:
        'The service `tiledatamodelsvc`, which kept the tiles of the start menu on early Windows 10 and Server 2016. It is slow or gone where nobody is signed in.',
      unless: 'If the start menu fails as well, look at the profile of that user.',
      event: 10010,
      sources: [registry],
    }),
    desktopClass({
      id: 'connected-devices',
      name: 'Connected Devices Platform',
      clsid: '37998346-3765-45B1-8C66-AA88CA6B20B8',
      appId: '5E176815-9A63-4A69-810F-62E90D36612A',
      meaning:
        'The service `cdpsvc`, which links devices of one user. On a server it has nothing to do and times out at logon.',
      event: 10010,
      sources: [registry],
    }),
    desktopClass({
      id: 'windows-insider',
      name: 'Windows Insider service',
      clsid: '3185A766-B338-11E4-A71E-12E3F512A338',
      appId: '7006698D-2974-4091-A424-85DD0B909E23',
      meaning:
        'The service `wisvc`, which offers preview versions of Windows. It is off on servers, so a request for it times out.',
      event: 10010,
      sources: [registry],
    }),
    desktopClass({
      id: 'shell-hardware-detection',
      name: 'Shell Hardware Detection',
      clsid: 'DD522ACC-F821-461A-A407-50B198B896DC',
      appId: 'B1B9CBB2-B198-47E2-8260-9FD629A2B2EC',
      meaning:
        'The service `ShellHWDetection`, which starts AutoPlay. With error 1084 Windows was in safe mode; with 1058 the service is disabled, as many hardening guides ask.',
      event: 10005,
      sources: [registry],
    }),
  ],
});
