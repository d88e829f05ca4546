import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkArguments } from '../../../src/cli/check/arguments';
import { checkCommand } from '../../../src/cli/check/command';
import { loadData } from '../../kit/knowledge';
import { recordingDisk } from '../../kit/recordingDisk';

/** Paths that a document of an enemy may name: opening one of them would send credentials or read what is not ours. */
const OUTSIDE = [
  '\\\\evil\\share\\web.config',
  '//evil/share/web.config',
  '\\\\?\\C:\\secret\\web.config',
  '\\\\.\\pipe\\evil',
  'C:\\secret\\web.config',
  '/etc/passwd',
  '../outside/secret.config',
  '..\\outside\\secret.config',
  'a/../../outside/secret.config',
  'file://evil/share/web.config',
  '%USERPROFILE%\\secret.config',
  'link/secret.config',
  'linked.config',
];

const SECTIONS = ['appSettings', 'connectionStrings', 'system.web/pages', 'system.webServer/handlers'];

describe('a hostile workspace', function () {
  this.timeout(30_000);
  let folder = '';
  before(() => (folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'iis-doctor-hostile-')))));
  after(() => rmSync(folder, { recursive: true }));

  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };

  /** Checks the workspace and returns what was looked at besides itself, and what was told. */
  async function check(args: readonly string[]): Promise<{ outside: string[]; told: string; report: string }> {
    const { disk, asked } = recordingDisk();
    const cwd = path.join(folder, 'workspace');
    const command = checkArguments([...args, '--output', path.join(folder, 'report.txt')]);
    assert.ok(command.name === 'check');
    let told = '';
    const original = Object.getOwnPropertyDescriptor(process.stderr, 'write');
    process.stderr.write = (text: string | Uint8Array) => (told += String(text)) !== '';
    try {
      await checkCommand(command, { loadData, disk, cwd });
    } finally {
      Reflect.deleteProperty(process.stderr, 'write');
      if (original) Object.defineProperty(process.stderr, 'write', original);
    }
    const allowed = (one: string): boolean => {
      const full = path.resolve(cwd, one);
      return full === cwd || full.startsWith(cwd + path.sep) || full === path.join(folder, 'report.txt');
    };
    assert.ok(asked.includes(path.join(cwd, 'web.config')), 'the record is kept');
    const paths = asked.filter((one) => /[\\/]/.test(one) && !one.includes('\n'));
    const secret = (one: string): boolean => /evil|secret\.config$|passwd|linked\.config$/.test(one);
    return {
      outside: paths.filter((one) => !allowed(one) || secret(one)),
      told,
      report: existsSync(path.join(folder, 'report.txt')) ? readFileSync(path.join(folder, 'report.txt'), 'utf8') : '',
    };
  }

  before(() => {
    write('outside/secret.config', '<handlers />');
    const named = OUTSIDE.map((one, i) => {
      const [section = '', inner] = (SECTIONS[i % SECTIONS.length] ?? '').split('/');
      const use = `<${inner ?? section} configSource="${one}" />`;
      return `<location path="p${i}">${inner === undefined ? use : `<${section}>${use}</${section}>`}</location>`;
    }).join('\n');
    write('workspace/web.config', `<configuration>${named}</configuration>`);
    const directories = OUTSIDE.map((one, i) => `<virtualDirectory path="/v${i}" physicalPath="${one}" />`).join('');
    write(
      'workspace/applicationHost.config',
      `<configuration><system.applicationHost><sites><site name="s" id="1"><application path="/">${directories}<virtualDirectory path="/" physicalPath="\\\\evil\\share\\workspace" /></application></site></sites></system.applicationHost></configuration>`,
    );
    write(
      'workspace/redirection.config',
      '<configuration><configurationRedirection enabled="true" path="\\\\evil\\share" userName="a" password="b" /></configuration>',
    );
    try {
      symlinkSync(path.join(folder, 'outside'), path.join(folder, 'workspace/link'));
      symlinkSync(path.join(folder, 'outside/secret.config'), path.join(folder, 'workspace/linked.config'));
      symlinkSync(path.join(folder, 'outside/secret.config'), path.join(folder, 'workspace/web.linked.config'));
    } catch {
      // On Windows links need a right that most people lack; the rest of the workspace is hostile enough.
    }
  });

  it('has nothing outside opened, statted or watched', async () => {
    const { outside, report } = await check(['--profile', 'hardening']);
    assert.deepEqual(outside, []);
    assert.match(report, /findings? |error/);
  });

  it('nor by the sites of its server', async () => {
    const maps = ['--map', '\\\\evil\\share=.', '--map', 'C:\\secret=.'];
    const { outside } = await check(['--server-config', 'applicationHost.config', ...maps]);
    assert.deepEqual(outside, []);
  });

  for (const one of OUTSIDE)
    it(`nor by settings that name ${one}`, async () => {
      const settings = { serverConfig: one, schema: one, maps: { 'D:\\x': one } };
      write('workspace/.iis-doctor.json', JSON.stringify(settings));
      const { outside, told } = await check([]);
      rmSync(path.join(folder, 'workspace/.iis-doctor.json'));
      assert.deepEqual(outside, []);
      assert.match(told, /The settings name/);
    });

  it('nor by a settings file that is a link', async function () {
    try {
      symlinkSync(path.join(folder, 'outside/secret.config'), path.join(folder, 'workspace/.iis-doctor.json'));
    } catch {
      this.skip();
    }
    const { outside, told } = await check([]);
    rmSync(path.join(folder, 'workspace/.iis-doctor.json'));
    assert.deepEqual(outside, []);
    assert.equal(told, '');
  });
});
