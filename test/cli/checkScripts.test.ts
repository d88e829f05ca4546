import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { CliFolder } from '../kit/cliFolder';

const DEPLOY = '@echo off\r\nrem iisreset would be too much\r\nnet stop WAS\r\nnet start W3SVC\r\n';

interface Report {
  files: { path: string; findings: { rule: string; line: number; column: number; fixable: boolean }[] }[];
  rules: Record<string, { title: string; page: string }>;
}

describe('iis-doctor check of scripts', function () {
  // Every call starts a process.
  this.timeout(60_000);
  const folder = new CliFolder();
  const { write } = folder;
  const run = (args: readonly string[], input = '') =>
    folder.run(['check', '--profile', 'recommended', ...args], input);
  const json = (args: readonly string[], input = ''): Report =>
    JSON.parse(run(['--format', 'json', ...args], input).stdout) as Report;
  const rulesIn = (report: Report): string[] =>
    report.files.flatMap(({ findings }) => findings.map(({ rule }) => rule));

  it('reports a script as it does a configuration', () => {
    write('deploy.cmd', DEPLOY);
    const { files, rules } = json([]);
    assert.deepEqual(
      files.map((file) => file.path),
      ['deploy.cmd'],
    );
    const [finding] = files[0]?.findings ?? [];
    assert.deepEqual([finding?.rule, finding?.line], ['net-stop-without-y', 3]);
    assert.match(rules['net-stop-without-y']?.page ?? '', /rem iis-doctor-disable-next-line net-stop-without-y/);
    const { status, stdout } = run([]);
    assert.equal(status, 1);
    assert.match(stdout, /deploy\.cmd:3:/);
  });

  it('finds scripts in folders by their names, and Markdown only where it is named', () => {
    const fence = '```cmd\niisreset\n```\n';
    for (const name of ['a/b.BAT', 'a/c.cmd']) write(name, 'net stop WAS\n');
    for (const name of ['d.ps1', 'd.psm1']) write(name, 'net.exe stop WAS\n');
    write('e.vbs', 'CreateObject("WScript.Shell").Run "net stop WAS"\n');
    write('azure-pipelines-release.yml', 'steps:\n  - script: net stop WAS\n');
    write(
      '.github/workflows/deploy.yml',
      'jobs:\n  a:\n    runs-on: windows-latest\n    steps:\n      - run: net stop WAS\n',
    );
    write('.gitlab-ci.yml', 'deploy:\n  tags: [windows]\n  script:\n    - net stop WAS\n');
    write('Jenkinsfile', "node { bat 'net stop WAS' }\n");
    write('Dockerfile.iis', 'FROM mcr.microsoft.com/windows/servercore/iis\nRUN net stop WAS\n');
    write('README.md', fence);
    write('values.yml', 'script: net stop WAS\n');
    write('node_modules/x/x.cmd', 'net stop WAS\n');
    const report = json([]);
    assert.deepEqual(
      report.files.map((file) => file.path),
      [
        '.github/workflows/deploy.yml',
        '.gitlab-ci.yml',
        'Dockerfile.iis',
        'Jenkinsfile',
        'a/b.BAT',
        'a/c.cmd',
        'azure-pipelines-release.yml',
        'd.ps1',
        'd.psm1',
        'e.vbs',
      ],
    );
    assert.deepEqual([...new Set(rulesIn(report))], ['net-stop-without-y']);
    assert.equal(rulesIn(report).length, 10);
    assert.deepEqual(rulesIn(json(['README.md'])), ['iisreset']);
    assert.deepEqual(rulesIn(json(['**/*.md'])), ['iisreset']);
  });

  it('says so where a named file is neither, or too long', () => {
    write('values.yml', 'script: net stop WAS\n');
    const other = run(['values.yml']);
    assert.equal(other.status, 3);
    assert.match(other.stderr, /"values\.yml" is no configuration file that IIS reads, and no script/);
    write('long.cmd', 'net stop WAS\r\n'.repeat(300_000));
    const long = run(['long.cmd']);
    assert.equal(long.status, 3);
    assert.match(long.stderr, /"long\.cmd" was not checked: a script of more than 4 million characters/);
  });

  it('applies the fixes that are safe, and shows them as a diff before', () => {
    write('deploy.cmd', DEPLOY);
    const { rules } = json(['deploy.cmd']);
    const isSafe = json(['deploy.cmd']).files[0]?.findings[0]?.fixable ?? false;
    assert.ok(rules['net-stop-without-y']);
    const { stdout } = run(['--fix', '--dry-run', 'deploy.cmd']);
    run(['--fix', 'deploy.cmd']);
    const after = readFileSync(path.join(folder.path, 'deploy.cmd'), 'utf8');
    assert.equal(/^\+net stop WAS \/y\r?$/m.test(stdout), isSafe);
    assert.equal(after, isSafe ? DEPLOY.replace('net stop WAS', 'net stop WAS /y') : DEPLOY);
  });

  it('knows its rules in the settings, in baselines and in suppressions', () => {
    write('deploy.cmd', DEPLOY);
    write('.iis-doctor.json', '{ "rules": { "net-stop-without-y": "off" } }');
    assert.deepEqual(rulesIn(json([])), []);
    write('.iis-doctor.json', '{ "rules": { "net-stop-without-yy": "off" } }');
    assert.match(run([]).stderr, /did you mean net-stop-without-y\?/);
    rmSync(path.join(folder.path, '.iis-doctor.json'));
    assert.equal(run(['--baseline', 'known.json']).status, 1);
    assert.equal(run(['--baseline', 'known.json']).status, 0);
    write(
      'deploy.cmd',
      DEPLOY.replace('net stop', 'rem iis-doctor-disable-next-line net-stop-without-y: asked for\r\nnet stop'),
    );
    assert.deepEqual(rulesIn(json(['deploy.cmd'])), []);
    write('deploy.cmd', 'rem iis-doctor-disable-next-line net-stop-without-y: no more\r\nnet start WAS\r\n');
    assert.deepEqual(rulesIn(json(['deploy.cmd'])), ['unused-suppression']);
  });

  it('reads standard input under the name of a script, and prints SARIF and annotations', () => {
    assert.deepEqual(rulesIn(json(['-', '--stdin-name', 'a.cmd'], DEPLOY)), ['net-stop-without-y']);
    write('deploy.cmd', DEPLOY);
    assert.match(run(['--format', 'github']).stdout, /^::(?:error|warning|notice) file=deploy\.cmd,line=3,/m);
    const sarif = JSON.parse(run(['--format', 'sarif']).stdout) as { runs: { results: { ruleId: string }[] }[] };
    assert.equal(sarif.runs[0]?.results[0]?.ruleId, 'net-stop-without-y');
  });

  it('lists the rules of both families with what they are for, and shows the pages of both', () => {
    const list = folder.run(['rules']).stdout;
    assert.match(list, /^ {2}net-stop-without-y +\w+ +scripts /m);
    assert.match(list, /^ {2}duplicate-entry +\w+ +config /m);
    assert.match(list, /^ {2}unused-suppression +\w+ +both /m);
    const page = folder.run(['rule', 'net-stop-without-y']).stdout;
    assert.match(page, /for scripts[^]*```bat[^]*`rem iis-doctor-disable-next-line net-stop-without-y: the reason`/);
  });

  it('reads hostile scripts to the end', () => {
    write('quotes.cmd', `${'cmd /c "'.repeat(5_000)}\r\nnet stop WAS\r\n`);
    write('line.ps1', `Write-Host "${'x$('.repeat(33_000)}\n`);
    write('open.vbs', `x = "${'""'.repeat(50_000)}\n`);
    write('azure-pipelines.yml', `steps:\n  - script: ${'"'.repeat(100_000)}\n`);
    write('Dockerfile', `RUN ${'cmd /S /C "'.repeat(9_000)}\n`);
    const started = Date.now();
    const { status } = run([]);
    assert.ok(status === 0 || status === 1, `${status}`);
    assert.ok(Date.now() - started < 20_000);
  });
});
