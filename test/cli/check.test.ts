import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { cliIn } from '../kit/cli';
import { BROKEN, CliFolder, FINE, type CheckReport } from '../kit/cliFolder';

describe('iis-doctor check', function () {
  // Every call starts a process.
  this.timeout(60_000);
  const folder = new CliFolder();
  const { write, read } = folder;
  const run = (args: readonly string[], input: string | Buffer = '') => folder.run(['check', ...args], input);
  const json = (args: readonly string[], input: string | Buffer = ''): CheckReport =>
    JSON.parse(run(['--format', 'json', ...args], input).stdout) as CheckReport;
  const paths = (args: readonly string[]): string[] => json(args).files.map((file) => file.path);

  it('takes the only applicationHost.config among the files for the server above the others', () => {
    write(
      'applicationHost.config',
      '<configuration><system.webServer><staticContent><mimeMap fileExtension=".x" mimeType="a/b" /></staticContent></system.webServer></configuration>',
    );
    const again =
      '<configuration><system.webServer><staticContent><mimeMap fileExtension=".x" mimeType="a/b" /></staticContent></system.webServer></configuration>';
    write('shop/web.config', again);
    assert.match(run(['.']).stdout, /inherited already/);
    write('other/applicationHost.config', FINE);
    assert.doesNotMatch(run(['.']).stdout, /inherited already/);
  });

  it('prints the contract as JSON', () => {
    write('site/web.config', BROKEN);
    const { files, rules } = json([]);
    assert.deepEqual(files, [
      {
        path: 'site/web.config',
        findings: [
          {
            rule: 'invalid-boolean',
            severity: 'error',
            line: 3,
            column: 29,
            endLine: 3,
            endColumn: 32,
            message: files[0]?.findings[0]?.message,
            fixable: true,
          },
        ],
      },
    ]);
    assert.deepEqual(Object.keys(rules), ['invalid-boolean']);
    assert.deepEqual(Object.keys(rules['invalid-boolean'] ?? {}), ['title', 'severity', 'profile', 'page']);
  });

  it('searches a folder for the names that IIS reads, in any case, and passes over what others bring', () => {
    for (const name of ['Web.Config', 'a/web.Release.config', 'a/WEB.CONFIG', '.vs/x/config/applicationhost.config'])
      write(name, FINE);
    write('b/deploy.xdt', FINE);
    for (const name of ['node_modules/x/web.config', 'a/bin/web.config', 'a/Obj/web.config', '.git/web.config'])
      write(name, BROKEN);
    for (const name of ['app.config', 'packages.config', 'web.config.bak']) write(name, BROKEN);
    assert.deepEqual(paths([]), [
      '.vs/x/config/applicationhost.config',
      'Web.Config',
      'a/WEB.CONFIG',
      'a/web.Release.config',
      'b/deploy.xdt',
    ]);
    assert.deepEqual(paths(['a', 'a/WEB.CONFIG', 'Web.{Config,none}']), [
      'Web.Config',
      'a/WEB.CONFIG',
      'a/web.Release.config',
    ]);
    assert.deepEqual(paths(['a/bin']), ['a/bin/web.config'], 'a folder that is named is searched');
  });

  it('gives the exit code that the contract says', () => {
    write('fine/web.config', FINE);
    write('broken/web.config', BROKEN);
    assert.equal(run(['fine']).status, 0);
    assert.equal(run(['broken']).status, 1);
    assert.equal(run(['broken', '--profile', 'nothing']).status, 2);
    const { status, stdout, stderr } = run(['broken', 'not there', 'none/*.x']);
    assert.equal(status, 3);
    assert.match(stdout, /invalid-boolean/, 'the others are reported');
    assert.match(stderr, /"not there" could not be read: there is no such file or folder\./);
    assert.match(stderr, /Nothing matches "none\/\*\.x"\./);
  });

  it('fails from the severity on that is asked for', () => {
    write('web.config', BROKEN);
    write('.iis-doctor.json', '{ "rules": { "invalid-boolean": "information" } }');
    assert.equal(run([]).status, 0);
    assert.equal(run(['--severity', 'information']).status, 1);
  });

  for (const [what, name, bytes, message] of [
    [
      'a binary file',
      'web.config',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 0, 255]),
      /it is a binary file/,
    ],
    ['a file that IIS does not read', 'notes.txt', Buffer.from('hello'), /no configuration file that IIS reads/],
  ] as const)
    it(`says what is wrong with ${what}`, () => {
      write(name, bytes);
      const { status, stderr } = run([name]);
      assert.equal(status, 3);
      assert.match(stderr, message);
    });

  it('says that a folder holds no configuration', () => {
    const { status, stderr } = run([]);
    assert.equal(status, 3);
    assert.match(stderr, /No configuration file and no script was found in "\."/);
  });

  it('reads standard input under the name that is given', () => {
    const [file] = json(['-'], BROKEN).files;
    assert.equal(file?.path, 'web.config');
    const xdt = run(['-', '--stdin-name', 'app.txt'], 'hello');
    assert.equal(xdt.status, 3);
    assert.match(xdt.stderr, /"app\.txt" is no configuration file/);
  });

  it('finds the same in every encoding', () => {
    const expected = json(['-'], BROKEN);
    for (const bytes of [`\uFEFF${BROKEN}`, Buffer.from(`\uFEFF${BROKEN}`, 'utf16le'), Buffer.from(BROKEN, 'utf16le')])
      assert.deepEqual(json(['-'], bytes), expected);
  });

  it('shows the line with carets, tabs and long lines minded, without colours in a pipe', () => {
    write('web.config', BROKEN);
    assert.match(run([]).stdout, /3 \| {9}<directoryBrowse enabled="yes" \/>\n {6}\| {35}\^\^\^\n/);
    write('web.config', `<configuration>${' '.repeat(5_000)}<appSettingss /></configuration>`);
    const { stdout } = run([]);
    assert.match(stdout, /…\s+<appSettingss \/><\/configuration>\n\s+\| \s+\^{12}\n/);
    assert.ok(stdout.split('\n').every((line) => line.length < 200));
    assert.doesNotMatch(stdout, /\u001B/);
  });

  it('shows no control or direction character of the text', () => {
    write('web.config', FINE.replace('true', 'ye\u202Es\u001B]8;;http://evil\u0007'));
    for (const format of ['text', 'json', 'sarif', 'github'])
      assert.doesNotMatch(run(['--format', format]).stdout, /[\u001B\u0007\u202E]/);
  });

  it('writes annotations for GitHub', () => {
    write('a,b/web.config', BROKEN);
    assert.match(
      run(['--format', 'github']).stdout,
      /^::error file=a%2Cb\/web\.config,line=3,endLine=3,col=29,endColumn=32,title=invalid-boolean%3A [^:]*::enabled must be true or false, not "yes": [^\n]*\n$/,
    );
  });

  it('writes the report into a file', () => {
    write('web.config', BROKEN);
    const { status, stdout } = run(['--format', 'json', '--output', 'report.json']);
    assert.equal(status, 1);
    assert.equal(stdout, '');
    assert.equal((JSON.parse(read('report.json')) as CheckReport).files.length, 1);
    assert.equal(run(['--output', 'no/where/report']).status, 3);
  });

  it('checks against the schema of a server', () => {
    write('web.config', '<configuration><system.webServer><shop open="yes" /></system.webServer></configuration>');
    write(
      'schema/Shop_schema.xml',
      '<configSchema><sectionSchema name="system.webServer/shop"><attribute name="open" type="bool" /></sectionSchema></configSchema>',
    );
    assert.match(run([]).stdout, /unknown-section/);
    const { stdout } = run(['--schema', 'schema']);
    assert.match(stdout, /invalid-boolean/);
    assert.match(stdout, /1 schema file of schema read\./);
    const missing = run(['--schema', 'nowhere']);
    assert.equal(missing.status, 3);
    assert.match(missing.stderr, /The schema folder .* could not be read\./);
  });

  it('knows the applicationHost.config that is given', () => {
    write('site/web.config', FINE);
    write('applicationHost.config', FINE);
    assert.equal(run(['site', '--server-config', 'applicationHost.config']).status, 0);
    assert.equal(run(['site', '--server-config', 'site/web.config']).status, 3);
    assert.equal(run(['site', '--server-config', 'none.config']).status, 3);
  });

  for (const [what, args, message] of [
    ['a dry run of nothing', ['--dry-run'], /belongs to --fix/],
    ['a diff as JSON', ['--fix', '--dry-run', '--format', 'json'], /goes with --format text/],
    ['changing standard input', ['-', '--fix'], /cannot change standard input/],
    ['an unknown format', ['--format', 'yaml'], /text, json, sarif, github/],
    ['a map that is none', ['--map', 'C:\\inetpub'], /WINDOWSPATH=DIR/],
    ['an unknown option', ['--quick'], /--quick/],
  ] as const)
    it(`refuses ${what}`, () => {
      const { status, stderr } = run(args);
      assert.equal(status, 2);
      assert.match(stderr, message);
    });
});

describe('iis-doctor rules and rule', function () {
  this.timeout(60_000);
  const run = (args: readonly string[]) => cliIn(tmpdir(), args);

  it('list the rules and tell all about one', () => {
    const { status, stdout } = run(['rules']);
    assert.equal(status, 0);
    assert.match(stdout, /^correctness \(\d+\)\n(?: {2}[a-z-]+ +(?:error|warning|information) +.+\n)+/);
    const { rules } = JSON.parse(run(['rules', '--format', 'json']).stdout) as CheckReport;
    assert.ok(rules['unused-suppression']);
    const page = run(['rule', 'duplicate-entry']).stdout;
    assert.match(page, /^# Two entries/);
    assert.match(page, /iis-doctor-disable-next-line duplicate-entry/);
  });

  it('refuse an id that is none', () => {
    const { status, stderr } = run(['rule', 'duplicate-entri']);
    assert.equal(status, 2);
    assert.match(stderr, /did you mean duplicate-entry\?/);
    assert.equal(run(['rule']).status, 2);
  });
});
