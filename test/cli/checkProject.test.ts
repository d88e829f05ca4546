import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { cliIn } from '../kit/cli';
import { BROKEN, CliFolder, FINE, type CheckReport } from '../kit/cliFolder';

describe('iis-doctor check: settings, baseline and fixes', function () {
  // Every call starts a process.
  this.timeout(60_000);
  const folder = new CliFolder();
  const { write, read } = folder;
  const run = (args: readonly string[], input: string | Buffer = '') => folder.run(['check', ...args], input);
  const json = (args: readonly string[], input: string | Buffer = ''): CheckReport =>
    JSON.parse(run(['--format', 'json', ...args], input).stdout) as CheckReport;

  describe('settings', () => {
    it('are those of the nearest file, up to the current folder', () => {
      write('.iis-doctor.json', '{ "rules": { "invalid-boolean": "off" } } // for all');
      write('a/b/web.config', BROKEN);
      write('c/.iis-doctor.json', '{ "rules": { "invalid-boolean": "warning", }, }');
      write('c/web.config', BROKEN);
      const { files } = json([]);
      assert.deepEqual(
        files.map(({ findings }) => findings.map(({ severity }) => severity)),
        [[], ['warning']],
      );
      assert.equal(cliIn(path.join(folder.path, 'a'), ['check']).status, 1, 'not above the current folder');
    });

    it('are those of --config where it is given', () => {
      write('web.config', BROKEN);
      write('strict.json', '{ "rules": { "invalid-boolean": "off" } }');
      assert.equal(run(['--config', 'strict.json']).status, 0);
    });

    it('tell what is wrong in them, with the place and what was meant', () => {
      write('web.config', FINE);
      write('.iis-doctor.json', '{\n  "rule": {},\n  "rules": { "invalid-bolean": "off" },\n  "profile": "strict"\n}');
      const { status, stderr } = run([]);
      assert.equal(status, 3);
      assert.match(stderr, /\.iis-doctor\.json:2:3: There is no setting "rule"; did you mean rules\?/);
      assert.match(stderr, /:3:14: There is no rule "invalid-bolean"; did you mean invalid-boolean\?/);
      assert.match(stderr, /:4:14: profile is one of correctness, recommended or hardening, not "strict"\./);
    });

    it('leave files out', () => {
      write('.iis-doctor.json', '{ "exclude": ["legacy", "**/web.Debug.config"] }');
      for (const name of ['web.config', 'x/legacy/web.config', 'x/web.debug.config']) write(name, FINE);
      const { stdout } = run([]);
      assert.match(stdout, /No findings in 1 file\.\n2 files left out by the settings\./);
    });
  });

  describe('a baseline', () => {
    it('is written first, and then holds back what it has, wherever the lines move to', () => {
      write('web.config', BROKEN);
      const first = run(['--baseline', 'known.json']);
      assert.equal(first.status, 1, 'a forgotten baseline must not pass');
      assert.match(first.stdout, /known\.json was written with 1 finding/);
      write('web.config', `\r\n\r\n${BROKEN.replace(/\t/g, '  ')}`);
      const second = run(['--baseline', 'known.json']);
      assert.equal(second.status, 0);
      assert.match(second.stdout, /1 finding of the baseline not shown/);
      write('web.config', BROKEN.replace(/(\t\t<.*\r\n)/, '$1\t\t<httpErrors errorMode="No" />\r\n'));
      assert.match(run(['--baseline', 'known.json']).stdout, /^web\.config:4:26 error unknown-name/);
    });

    it('tells what no longer stands for anything', () => {
      write('web.config', BROKEN);
      run(['--baseline', 'known.json']);
      write('web.config', FINE);
      assert.match(run(['--baseline', 'known.json']).stdout, /1 entry of known\.json no longer found/);
    });

    it('is refused where the file is none', () => {
      write('web.config', FINE);
      write('known.json', '[]');
      assert.equal(run(['--baseline', 'known.json']).status, 3);
    });
  });

  describe('--fix', () => {
    it('shows what it would do as a diff, and does nothing', () => {
      write('web.config', BROKEN);
      const { status, stdout } = run(['--fix', '--dry-run']);
      assert.equal(status, 0, 'nothing would be left');
      assert.match(stdout, /^--- a\/web\.config\n\+\+\+ b\/web\.config\n@@ /);
      assert.match(
        stdout,
        /\n-\t\t<directoryBrowse enabled="yes" \/>\r\n\+\t\t<directoryBrowse enabled="true" \/>\r\n/,
      );
      assert.equal(read('web.config'), BROKEN);
      assert.match(run(['-', '--fix', '--dry-run'], BROKEN).stdout, /^--- a\/web\.config/);
    });

    for (const [what, before, after] of [
      ['UTF-8', Buffer.from(BROKEN), Buffer.from(BROKEN.replace('yes', 'true'))],
      ['UTF-8 with a mark', Buffer.from(`\uFEFF${BROKEN}`), Buffer.from(`\uFEFF${BROKEN.replace('yes', 'true')}`)],
      [
        'UTF-16',
        Buffer.from(`\uFEFF${BROKEN}`, 'utf16le'),
        Buffer.from(`\uFEFF${BROKEN.replace('yes', 'true')}`, 'utf16le'),
      ],
      [
        'the ANSI code page',
        Buffer.from(`<!-- \xE4 -->${BROKEN}`, 'latin1'),
        Buffer.from(`<!-- \xE4 -->${BROKEN.replace('yes', 'true')}`, 'latin1'),
      ],
    ] as const)
      it(`keeps ${what}`, () => {
        write('web.config', before);
        const { status, stdout } = run(['--fix']);
        assert.equal(status, 0);
        assert.match(stdout, /web\.config was changed: Change to true\./);
        assert.deepEqual(readFileSync(path.join(folder.path, 'web.config')), after);
        assert.deepEqual(readdirSync(folder.path), ['web.config'], 'nothing is left behind');
      });

    it('keeps the mode of the file and leaves links alone', function () {
      if (process.platform === 'win32') this.skip();
      write('real/web.config', BROKEN);
      mkdirSync(path.join(folder.path, 'given'));
      symlinkSync('../real/web.config', path.join(folder.path, 'given/web.config'));
      const { status, stderr } = run(['--fix', 'given/web.config']);
      assert.equal(status, 3);
      assert.match(stderr, /"given\/web\.config" was left as it is: it is a link\./);
      assert.equal(read('real/web.config'), BROKEN);
      const file = path.join(folder.path, 'real/web.config');
      const { mode } = statSync(file);
      assert.equal(run(['--fix', 'real']).status, 0);
      assert.equal(statSync(file).mode, mode);
    });
  });
});
