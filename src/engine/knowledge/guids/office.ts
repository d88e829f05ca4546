import { defineFamily, type Fact, type NonEmpty, type Source } from '../fact';

const READ = '2026-11-21';
const sources: NonEmpty<Source> = [
  {
    document: 'Microsoft Support, KB 257757: Considerations for server-side Automation of Office',
    says: 'Office programs are not made to be driven by services and web applications, and Microsoft does not support it.',
    read: READ,
  },
];

/** A desktop program that web code drives. */
const program = (name: string, clsid: string, more: { appId?: string; instead: string }): Fact => ({
  id: `office-${name.toLowerCase().replace(/\W+/g, '-')}`,
  name: `${name}, driven by a web application`,
  verdict: 'act',
  verdictText: 'not supported on a server',
  meaning: `Code of a web application starts the desktop program ${name} under a pool or service account. It is made for a signed-in user: it may be refused, hang on a dialog nobody sees, or run into 0x80080005.`,
  checks: [
    `Which application asks? The account of the record is its pool; processes of ${name} pile up in Task Manager.`,
  ],
  fix: more.instead,
  doNot: [
    'Do not grant launch rights or let it run as the interactive user: the error goes, hanging processes come.',
    'Do not create the folder `Desktop` below `systemprofile` as a cure: it only moves the failure.',
  ],
  keys: [
    { kind: 'guid', guid: clsid, roles: ['CLSID'] },
    ...(more.appId ? ([{ kind: 'guid', guid: more.appId, roles: ['AppID'] }] as const) : []),
  ],
  sources,
  samples: [
    `Retrieving the COM class factory for component with CLSID {${clsid}} failed due to the following error: 80070005`,
    `CLSID {${clsid}} and APPID {${more.appId ?? clsid}} to the user IIS APPPOOL\\Shop`,
  ],
  notSamples: [`CLSID {${clsid.slice(0, -1)}${clsid.endsWith('0') ? '1' : '0'}}`],
});

/** Desktop programs that web applications try to drive. */
export default defineFamily({
  facts: [
    program('Excel', '00024500-0000-0000-C000-000000000046', {
      appId: '00020812-0000-0000-C000-000000000046',
      instead:
        'Let the application write spreadsheets with a library (Open XML SDK, ClosedXML, EPPlus) instead of Excel.',
    }),
    program('Word', '000209FF-0000-0000-C000-000000000046', {
      appId: '00020906-0000-0000-C000-000000000046',
      instead:
        'Let the application write documents with a library (Open XML SDK or a converter made for servers) instead of Word.',
    }),
    program('Outlook', '0006F03A-0000-0000-C000-000000000046', {
      instead: 'Send mail by SMTP or the API of the mail system, not by Outlook.',
    }),
    program('PowerPoint', '91493441-5A91-11CF-8700-00AA0060263B', {
      instead: 'Let the application write presentations with a library such as the Open XML SDK.',
    }),
    program('Internet Explorer', '0002DF01-0000-0000-C000-000000000046', {
      instead:
        'Fetch pages with an HTTP client, make pictures of them with a headless browser outside the worker process.',
    }),
  ],
});
