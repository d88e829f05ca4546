import assert from 'node:assert/strict';
import { textFiles } from '../../src/transports/demo/textFiles';
import type { FolderFiles } from '../../src/transports/folder/folderFiles';
import { folderTransport } from '../../src/transports/folder/transport';
import type { RawAnswer, Session } from '../../src/transports/session';
import { question } from './contract';

const APPLICATION_HOST = '<configuration><system.applicationHost><sites /></system.applicationHost></configuration>';
const WEB = '<configuration><system.webServer /></configuration>';
const never = new AbortController().signal;

/** A file access that keeps what it was asked for. */
function recording(files: FolderFiles): { readonly files: FolderFiles; readonly asked: string[] } {
  const asked: string[] = [];
  const kept = (uri: string): string => {
    asked.push(uri);
    return uri;
  };
  return {
    asked,
    files: {
      list: (uri) => files.list(kept(uri)),
      read: (uri) => files.read(kept(uri)),
      stat: (uri) => files.stat(kept(uri)),
    },
  };
}

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
const present = ({ files }: Files): string[] => files.flatMap(({ path, value }) => (value ? [path] : []));

describe('what a hostile folder names', () => {
  const hostile = {
    'config/applicationHost.config': APPLICATION_HOST,
    'config/redirection.config':
      '<configuration><configurationRedirection enabled="true" path="\\\\evil.example\\share\\config" userName="x" password="y" /></configuration>',
    'sites/web.config': WEB,
    'secret.txt': 'x',
  };
  const paths = [
    '\\\\evil.example\\share',
    '//evil.example/share',
    '\\\\?\\UNC\\evil.example\\share',
    '\\\\.\\pipe\\x',
    '..\\..\\etc',
    'sites\\..\\..\\outside',
    'C:\\..\\Windows',
    'C:\\sites\\x:stream',
    '/etc/passwd',
    'file:///etc/passwd',
    '%SystemDrive%\\..\\..',
    '',
    '.',
  ];

  it('is reported and never opened', async () => {
    const { files, asked } = recording(textFiles(hostile));
    const session = await open(files);
    const answers = await session.ask(
      [
        question('configuration-files'),
        { probe: 'web-configs', asked: { folders: paths } },
        { probe: 'log-folders', asked: { folders: paths, limit: 5 } },
        ...paths.map((path) => ({ probe: 'file-tail', asked: { path, bytes: 100 } })),
        question('events'),
      ],
      never,
    );
    assert.deepEqual(
      answers.filter(({ ok }) => !ok),
      [],
    );
    const known = new Set(['', 'config', 'sites', ...Object.keys(hostile)]);
    assert.deepEqual(
      asked.filter((uri) => !known.has(uri)),
      [],
      'only what a listing below the folder named was asked for',
    );
    const [configuration, configs] = answers.map(dataOf) as [Files, Files];
    assert.equal(configuration.shared.value, '\\\\evil.example\\share\\config');
    assert.ok(!present(configuration).some((path) => path.includes('applicationHost')), 'the local file is not in use');
    assert.ok(configs.files.every(({ value }) => value === undefined));
    assert.match(JSON.stringify(configs.files[0]), /leads out of the folder/);
  });

  it('cannot use names or links of a listing to lead out of it', async () => {
    const files = textFiles(hostile);
    const asked: string[] = [];
    const list: FolderFiles['list'] = async (uri) => {
      asked.push(uri);
      const own = await files.list(uri);
      return uri === ''
        ? [
            ...own,
            { name: '..', uri: 'outside-1', kind: 'folder' },
            { name: 'a/b', uri: 'outside-2', kind: 'folder' },
            { name: 'a\\b', uri: 'outside-3', kind: 'file' },
            { name: 'link', uri: 'outside-4', kind: 'link' },
          ]
        : own;
    };
    const session = await open({ ...files, list });
    await session.ask([question('events')], never);
    assert.deepEqual(
      asked.filter((uri) => uri.startsWith('outside')),
      [],
    );
  });

  it('ends at a depth and a number of files, however much there is', async () => {
    const endless: FolderFiles = {
      list: (uri) =>
        Promise.resolve([
          ...(uri === '' ? [{ name: 'applicationHost.config', uri: 'x', kind: 'file' } as const] : []),
          ...Array.from({ length: 12 }, (_, i) => ({ name: `${i}`, uri: `${uri}/${i}`, kind: 'folder' }) as const),
        ]),
      read: () => Promise.resolve(new TextEncoder().encode(APPLICATION_HOST)),
      stat: () => Promise.resolve({ size: 10, modified: 0 }),
    };
    const logged: string[] = [];
    await open(endless, logged);
    assert.match(logged.join(), /more in the folder/);
  });
});
