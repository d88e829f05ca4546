import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../kit/knowledge';

const cli = path.join(root, 'dist/cli.js');
const record = [
  'Source: Microsoft-Windows-DistributedCOM',
  'Event ID: 10016',
  'Description:',
  'The application-specific permission settings do not grant Local Activation permission for the COM Server application with CLSID {D63B10C5-BB46-4990-A94F-E40B9D520160} and APPID {9CA88EE3-ACB7-47C8-AFC4-AB702511C276} to the user NT AUTHORITY\\SYSTEM SID (S-1-5-18) from address LocalHost (Using LRPC).',
].join('\r\n');

const run = (args: readonly string[], input: string | Buffer = '') =>
  spawnSync(process.execPath, [cli, ...args], { input, encoding: 'utf8', cwd: tmpdir() });

interface Output {
  explanations: {
    start: number;
    end: number;
    line: number;
    column: number;
    text: string;
    kind: string;
    id: string;
    sources: unknown[];
  }[];
  diagnoses: { source: string; eventId: number; verdict: string; title: string; fix: string; doNot: string[] }[];
}
const json = (args: readonly string[], input: string | Buffer): Output =>
  JSON.parse(run(['explain', ...args, '--format', 'json'], input).stdout) as Output;

describe('iis-doctor explain', () => {
  let folder = '';
  before(() => (folder = mkdtempSync(path.join(tmpdir(), 'iis-doctor-'))));
  after(() => rmSync(folder, { recursive: true }));

  it('prints the contract as JSON', () => {
    const { explanations, diagnoses } = json(['-'], record);
    const [diagnosis] = diagnoses;
    assert.equal(diagnosis?.title, 'DCOM 10016 · by design · RuntimeBroker');
    assert.equal(diagnosis.source, 'DCOM');
    assert.equal(diagnosis.eventId, 10016);
    assert.equal(diagnosis.verdict, 'benign');
    assert.ok(diagnosis.fix && diagnosis.doNot.length);
    const guid = explanations.find(({ text }) => text.includes('D63B10C5'));
    assert.ok(guid?.sources.length);
    assert.equal(record.slice(guid.start, guid.end), guid.text);
    assert.equal(guid.line, 4);
    assert.equal(guid.column, record.split('\r\n')[3]!.indexOf(guid.text) + 1);
  });

  it('gives the same places for UTF-8 and UTF-16, with and without a mark', () => {
    const expected = json(['-'], record);
    assert.deepEqual(json(['-'], `\uFEFF${record}`), expected);
    assert.deepEqual(json(['-'], Buffer.from(`\uFEFF${record}`, 'utf16le')), expected);
    assert.deepEqual(json(['-'], Buffer.from(record, 'utf16le')), expected);
  });

  it('reads a file and prints text to be read', () => {
    const file = path.join(folder, 'a log.txt');
    writeFileSync(file, record);
    const { status, stdout } = run(['explain', file]);
    assert.equal(status, 0);
    assert.match(stdout, /^Line 1: DCOM 10016 · by design · RuntimeBroker\n/);
    assert.match(stdout, /\n {2}Fix: {4}/);
    assert.match(stdout, /\n {2}Do not: /);
  });

  it('prints a page of Markdown', () => {
    const { stdout } = run(['explain', '--format', 'markdown'], record);
    assert.match(stdout, /^# /);
    assert.match(stdout, /## What not to do/);
  });

  for (const [typed, expected] of [
    ['0x80070425', /1061|ERROR_SERVICE_CANNOT_ACCEPT_CTRL|still/i],
    ['2147943461', /1061|ERROR_SERVICE_CANNOT_ACCEPT_CTRL|still/i],
    ['-2147023835', /1061|ERROR_SERVICE_CANNOT_ACCEPT_CTRL|still/i],
    ['1061', /1061|ERROR_SERVICE_CANNOT_ACCEPT_CTRL|still/i],
    ['S-1-5-18', /SYSTEM/],
    ['d63b10c5-bb46-4990-a94f-e40b9d520160', /RuntimeBroker/],
    ['{12345678-1234-4234-8234-123456789ABC}', /Unknown GUID[\s\S]*reg\.exe query/],
    ['0x8007000', /Malformed/],
  ] as const)
    it(`looks up ${typed}`, () => {
      const { status, stdout } = run(['explain', '--code', typed]);
      assert.equal(status, 0);
      assert.match(stdout, expected);
    });

  it('says so when it knows nothing', () => {
    const { status, stdout } = run(['explain'], 'Nothing of note happened today.');
    assert.equal(status, 0);
    assert.match(stdout, /Nothing in this text is known/);
    assert.deepEqual(json([], 'Nothing of note.'), { explanations: [], diagnoses: [] });
  });

  for (const [what, args, code, message] of [
    ['no command', [], 2, /A command is missing/],
    ['an unknown command', ['heal'], 2, /"heal" is no command/],
    ['an unknown option', ['explain', '--fast'], 2, /--fast/],
    ['an unknown format', ['explain', '--format', 'yaml'], 2, /text, json, markdown/],
    ['a file and a code', ['explain', 'x', '--code', '5'], 2, /not both/],
    ['two files', ['explain', 'x', 'y'], 2, /One file at a time/],
    [
      'a file that is not there',
      ['explain', 'not there.log'],
      3,
      /"not there.log" could not be read: there is no such file/,
    ],
    ['a folder', ['explain', '.'], 3, /it is a folder/],
    ['a server without --stdio', ['lsp'], 2, /--stdio/],
  ] as const)
    it(`refuses ${what}`, () => {
      const { status, stdout, stderr } = run(args);
      assert.equal(status, code);
      assert.equal(stdout, '');
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /\n\s+at /);
    });

  it('prints help and version', () => {
    assert.match(run(['--help']).stdout, /^Usage:/);
    assert.match(run(['--version']).stdout, /^\d+\.\d+\.\d+\n$/);
  });

  it('shows no control or direction character of the text', () => {
    const { stdout } = run(['explain'], `${record}\n\u202E\u001B[31m iisreset \u001B]8;;http://evil\u0007 S-1-5-18`);

    assert.doesNotMatch(stdout, /[\u001B\u0007\u202E]/);
  });
});
