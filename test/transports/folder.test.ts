import assert from 'node:assert/strict';
import { textFiles } from '../../src/transports/demo/textFiles';
import type { FolderFiles } from '../../src/transports/folder/folderFiles';
import { folderTransport } from '../../src/transports/folder/transport';
import type { RawAnswer, Session } from '../../src/transports/session';
import { type TransportError } from '../../src/transports/transportError';
import { contract, question, readAnswer } from './contract';

const APPLICATION_HOST = '<configuration><system.applicationHost><sites /></system.applicationHost></configuration>';
const WEB = '<configuration><system.webServer /></configuration>';
const event = (log: string, id: number, time: string): string =>
  `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="X"/><EventID>${id}</EventID><TimeCreated SystemTime="${time}"/><Channel>${log}</Channel></System></Event>`;

const CAN = ['configuration-files', 'web-configs', 'log-folders', 'file-tail', 'events'];
const never = new AbortController().signal;

/** A support bundle as people send it: the configuration some levels deep, logs and events wherever they fit. */
const bundle = {
  'WEB01/C/Windows/System32/inetsrv/config/applicationHost.config': APPLICATION_HOST,
  'WEB01/C/Windows/System32/inetsrv/config/administration.config': '<configuration />',
  'WEB01/C/Windows/System32/inetsrv/config/schema/IIS_schema.xml': '<configSchema />',
  'WEB01/C/Windows/System32/inetsrv/config/schema/rewrite_schema.xml': '<configSchema />',
  'WEB01/C/Windows/System32/inetsrv/backup/old/applicationHost.config': '<configuration />',
  'WEB01/C/inetpub/history/CFGHISTORY_0000000001/applicationHost.config': '<configuration />',
  'WEB01/C/inetpub/wwwroot/web.config': WEB,
  'WEB01/D/sites/shop/web.config': WEB,
  'WEB01/C/inetpub/logs/LogFiles/W3SVC1/u_ex261124.log': '#Fields: date\r\n2026-11-24\r\n',
  'WEB01/C/inetpub/logs/LogFiles/W3SVC1/u_ex261125.log': '#Fields: date\r\n2026-11-25\r\n',
  'WEB01/C/Windows/System32/LogFiles/HTTPERR/httperr1.log': 'one\r\ntwo\r\nthree\r\n',
  'events/System.evtx': 'ElfFile',
  'events/application.xml': `<Events>${event('Application', 1, '2026-11-01T00:00:00Z')}${event('Application', 2, '2026-11-03T00:00:00Z')}${event('Application', 3, '2026-11-02T00:00:00Z')}</Events>`,
};

const open = (files: FolderFiles, logged: string[] = []): Promise<Session> =>
  folderTransport(files).open(
    { name: 'copy', transport: 'folder', path: '' },
    {
      signal: never,
      phase: () => undefined,
      password: () => Promise.resolve(null),
      confirm: () => Promise.resolve(false),
      log: (line) => void logged.push(line),
    },
  );

async function answerOf(
  files: FolderFiles,
  probe: string,
  asked = question(probe).asked,
): Promise<RawAnswer | undefined> {
  return (await (await open(files)).ask([{ probe, asked }], never))[0];
}

const dataOf = (answer: RawAnswer | undefined): unknown => (answer?.ok ? JSON.parse(answer.data) : answer);

interface Files {
  readonly files: readonly {
    readonly path: string;
    readonly value?: { readonly hash: string };
    readonly error?: unknown;
  }[];
  readonly schemas: { readonly value: readonly { readonly path: string }[] };
  readonly shared: { readonly value: string };
  readonly local: string;
}
const configurationOf = async (texts: Readonly<Record<string, string>>): Promise<Files> =>
  dataOf(await answerOf(textFiles(texts), 'configuration-files')) as Files;
const present = ({ files }: Files): string[] => files.flatMap(({ path, value }) => (value ? [path] : []));

contract('a support bundle', () => ({
  transport: folderTransport({
    ...textFiles(bundle),
    list: (uri) =>
      uri.startsWith('nowhere') ? Promise.reject(new Error('There is no such folder.')) : textFiles(bundle).list(uri),
  }),
  server: { name: 'bundle', transport: 'folder', path: '' },
  bad: { server: { name: 'nowhere', transport: 'folder', path: 'nowhere' }, faults: ['failed'] },
  probes: CAN,
  commands: null,
}));

describe('a folder as a server', () => {
  it('finds the configuration of the present, not an old one', async () => {
    const found = await configurationOf(bundle);
    assert.equal(found.local, 'WEB01\\C\\Windows\\System32\\inetsrv\\config');
    assert.deepEqual(present(found), [
      `${found.local}\\applicationHost.config`,
      `${found.local}\\administration.config`,
    ]);
    assert.equal(found.schemas.value.length, 2);
  });

  for (const [what, texts, path] of [
    ['a copied config folder', { 'applicationHost.config': APPLICATION_HOST }, 'applicationHost.config'],
    [
      'an export of a Shared Configuration',
      { 'applicationHost.config': APPLICATION_HOST, 'configEncKey.key': 'x' },
      'applicationHost.config',
    ],
    [
      'a workspace with IIS Express',
      {
        'src/Shop/Shop.csproj': '',
        '.vs/Shop/config/applicationhost.config': APPLICATION_HOST,
        'node_modules/x/applicationHost.config': '',
      },
      '.vs\\Shop\\config\\applicationhost.config',
    ],
    [
      'the folder of IIS Express of a user',
      {
        'IISExpress/config/applicationhost.config': APPLICATION_HOST,
        'IISExpress/config/redirection.config': '<configuration />',
      },
      'IISExpress\\config\\applicationhost.config',
    ],
    [
      'the files of a container',
      {
        'Files/Windows/System32/inetsrv/config/applicationHost.config': APPLICATION_HOST,
        'Files/a/applicationHost.config': '<x/>',
      },
      'Files\\Windows\\System32\\inetsrv\\config\\applicationHost.config',
    ],
  ] as const)
    it(`knows ${what}`, async () => {
      const files = present(await configurationOf(texts));
      assert.ok(files.map((one) => one.toLowerCase()).includes(path.toLowerCase()), files.join());
    });

  for (const [what, texts] of [
    ['nothing', {}],
    ['other files', { 'web.config': WEB, 'readme.txt': '' }],
    ['old states only', { 'inetsrv/backup/x/applicationHost.config': APPLICATION_HOST }],
  ] as const)
    it(`says that there is no configuration where there is ${what}`, async () => {
      await assert.rejects(
        open(textFiles(texts)),
        (error) => (error as TransportError).fault === 'folderWithoutConfiguration',
      );
    });

  it('sends no text that is known already', async () => {
    const known = (await configurationOf(bundle)).files.flatMap(({ value }) => value?.hash ?? []);
    const again = dataOf(await answerOf(textFiles(bundle), 'configuration-files', { known })) as {
      files: { value?: { bytes: string | null } }[];
    };
    assert.ok(again.files.every(({ value }) => (value?.bytes ?? null) === null));
  });

  it('finds sites and logs by their paths on the server', async () => {
    const folders = ['D:\\sites\\shop', '%SystemDrive%\\inetpub\\wwwroot', 'E:\\gone'];
    const configs = dataOf(await answerOf(textFiles(bundle), 'web-configs', { folders })) as Files;
    assert.deepEqual(
      configs.files.map(({ path, value }) => [path, value !== undefined]),
      [
        ['WEB01\\D\\sites\\shop\\web.config', true],
        ['WEB01\\C\\inetpub\\wwwroot\\web.config', true],
        ['E:\\gone\\web.config', false],
      ],
    );
    const logs = JSON.stringify(
      dataOf(
        await answerOf(textFiles(bundle), 'log-folders', {
          folders: ['%SystemDrive%\\inetpub\\logs\\LogFiles'],
          limit: 9,
        }),
      ),
    );
    assert.match(logs, /u_ex261124\.log.*u_ex261125\.log|u_ex261125\.log.*u_ex261124\.log/);
    const path = '%SystemRoot%\\System32\\LogFiles\\HTTPERR\\httperr1.log';
    const answer = await answerOf(textFiles(bundle), 'file-tail', { path, bytes: 12 });
    const { tail } = readAnswer('file-tail', answer) as { tail: { value: { text: string; isWhole: boolean } } };
    assert.deepEqual([tail.value.text, tail.value.isWhole], ['three\r\n', false]);
  });

  it('finds logs that a bundle has laid anywhere', async () => {
    const texts = {
      'applicationHost.config': APPLICATION_HOST,
      'logs/httperr3.log': 'x',
      'iis/W3SVC2/u_ex261101.log': 'y',
    };
    const folders = [
      '%SystemRoot%\\System32\\LogFiles\\HTTPERR',
      '%SystemDrive%\\inetpub\\logs\\LogFiles',
      'D:\\logs\\other',
    ];
    const logs = dataOf(await answerOf(textFiles(texts), 'log-folders', { folders, limit: 9 })) as {
      folders: { files: { value?: { path: string }[] } }[];
    };
    assert.deepEqual(
      logs.folders.map(({ files }) => files.value?.map(({ path }) => path)),
      [['logs\\httperr3.log'], ['iis\\W3SVC2\\u_ex261101.log'], undefined],
    );
  });

  it('does not guess between two places', async () => {
    const texts = {
      'applicationHost.config': APPLICATION_HOST,
      'a/sites/shop/web.config': WEB,
      'b/sites/shop/web.config': WEB,
    };
    const found = dataOf(await answerOf(textFiles(texts), 'web-configs', { folders: ['D:\\sites\\shop'] })) as Files;
    assert.match(JSON.stringify(found.files[0]?.error), /Several places/);
  });

  it('gives the events that were exported, newest first, and names what only Windows reads', async () => {
    const { logs } = dataOf(await answerOf(textFiles(bundle), 'events', { hours: 1, limit: 2 })) as {
      logs: { log: string; output: { text?: string; error?: { message: string; category: string } } }[];
    };
    const [system, application] = logs;
    assert.deepEqual(
      [...(application?.output.text ?? '').matchAll(/<EventID>(\d)/g)].map(([, id]) => id),
      ['2', '3'],
    );
    assert.match(system?.output.error?.message ?? '', /events\\System\.evtx is there/);
    assert.equal(system?.output.error?.category, 'NotImplemented');
  });

  it('reads events that were exported in UTF-16', async () => {
    const files = textFiles({ 'applicationHost.config': APPLICATION_HOST, 'e.xml': '' });
    const text = `\ufeff${event('System', 7, '2026-11-01T00:00:00Z')}`;
    const bytes = new Uint8Array(Uint16Array.from(text, (one) => one.charCodeAt(0)).buffer);
    const answer = await answerOf(
      { ...files, read: (uri) => (uri === 'e.xml' ? Promise.resolve(bytes) : files.read(uri)) },
      'events',
    );
    assert.match(JSON.stringify(readAnswer('events', answer)), /<EventID>7/);
  });

  it('goes on where a folder cannot be listed, and tells the log', async () => {
    const files = textFiles(bundle);
    const logged: string[] = [];
    const list = (uri: string): ReturnType<FolderFiles['list']> =>
      uri === 'events' ? Promise.reject(new Error('denied')) : files.list(uri);
    const session = await open({ ...files, list }, logged);
    readAnswer('configuration-files', (await session.ask([question('configuration-files')], never))[0]);
    assert.equal(logged.length, 1);
  });
});
