import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Envelope } from '../../../src/engine/probes/envelope';
import { textOfBase64 } from '../../../src/transports/powershell/base64';
import { faultOf } from '../../../src/transports/powershell/faults';
import { readFailure } from '../../../src/transports/powershell/failure';
import { descendants } from '../../../src/transports/powershell/killTree';
import { Lines } from '../../../src/transports/powershell/lines';
import { longAnswer } from '../../../src/transports/powershell/longAnswer';
import { programPath } from '../../../src/transports/powershell/program';
import { FairQueue } from '../../../src/transports/powershell/queue';
import { Secrets } from '../../../src/transports/powershell/secrets';
import { TransportError } from '../../../src/transports/transportError';

describe('lines of output', () => {
  it('are the same however they are cut', () => {
    const text = 'one\r\n\n\u00e4\ntwo three\r\nlast';
    for (let size = 1; size <= text.length; size++) {
      const heard: string[] = [];
      const lines = new Lines((line) => heard.push(line));
      for (let at = 0; at < text.length; at += size) lines.push(text.slice(at, at + size));
      assert.deepEqual(heard, ['one', '', '\u00e4', 'two three'], `pieces of ${String(size)}`);
    }
  });
});

describe('a long answer', () => {
  const answer = (text: string) => `IIS-DOCTOR n1 file-tail ${Buffer.from(text).toString('base64')}`;
  /** What is heard of a line that comes in pieces of that size. */
  const heardOf = (line: string, size: number): Envelope[] => {
    const heard: Envelope[] = [];
    const lines = new Lines(
      (whole) => assert.fail(whole.slice(0, 50)),
      (head) => longAnswer(head, 'n1', (one) => heard.push(one)),
    );
    for (let at = 0; at < line.length; at += size) lines.push(line.slice(at, at + size));
    return heard;
  };
  for (const extra of ['', 'a', 'ab', '\u20ac'])
    for (const [size, end] of [
      [4096, '\n'],
      [70_001, '\r\n'],
    ] as const)
      it(`is the same in pieces of ${size}, with ${extra.length} more signs`, () => {
        const data = `"${'\u20acx\u{1F600}'.repeat(60_000)}${extra}"`;
        const line = `PS C:\\> ${answer(`{"ok":true,"data":${data}}`)}${end}`;
        assert.deepEqual(heardOf(line, size), [{ probe: 'file-tail', ok: true, data }]);
      });

  it('is torn where something else stands in it', () => {
    const line = answer(`{"ok":true,"data":"${'x'.repeat(400_000)}"}`);
    for (const torn of [`${line.slice(0, 300_000)}*${line.slice(300_001)}\n`, `${line.slice(0, -2)}\n`])
      assert.equal(heardOf(torn, 4096)[0]?.ok, false);
  });

  it('is no answer of another number', () => {
    const lines = new Lines(
      () => undefined,
      (head) => longAnswer(head, 'n2', () => assert.fail()),
    );
    lines.push(`${answer('x'.repeat(400_000))}\n`);
  });
});

describe('base64 of answers', () => {
  for (const text of ['', 'a', 'ab', 'abc', '\u20ac\u{1F600}\0'])
    it(`gives ${JSON.stringify(text)} back`, () =>
      assert.equal(textOfBase64(Buffer.from(text).toString('base64')), text));
  for (const torn of ['YWJj*', 'YWJ', 'YW Jj', 'YWJj\u001b[0m', '====', 'Y'])
    it(`refuses ${JSON.stringify(torn)}`, () => assert.throws(() => textOfBase64(torn)));
});

describe('what an error of PowerShell is', () => {
  const of = (codes: number[], ids: string[] = [], message = '') => faultOf({ ids, codes, category: '', message });

  it('is told by WinRM, Windows and WinHTTP codes, signed or not', () => {
    assert.equal(of([1326]), 'signInRefused');
    assert.equal(of([0x8007052e]), 'signInRefused');
    assert.equal(of([-2147023570]), 'signInRefused', '0x8007052E as PowerShell prints it');
    assert.equal(of([-2147024891]), 'notAllowed', '0x80070005');
    assert.equal(of([-2146893039]), 'hostNotTrusted', '0x80090311');
    assert.equal(of([-2144108103]), 'hostNotFound');
    assert.equal(of([12175]), 'certificateNotTrusted');
    assert.equal(of([-2146233087]), 'failed');
    assert.equal(of([]), 'failed');
  });

  it('is told by the parts of an id, not by words of a message', () => {
    assert.equal(of([], ['AccessDenied,PSSessionOpenFailed,Microsoft.PowerShell']), 'notAllowed');
    assert.equal(of([], ['ParseException', 'ScriptContainedMaliciousContent']), 'blockedByAntimalware');
    assert.equal(of([], ['MyAccessDenied'], 'AccessDenied 0x8007052E'), 'failed');
  });

  it('is looked for in the message only where WinRM wraps the code of a sign-in', () => {
    assert.equal(of([-2144108387], [], 'X 0x80090322 Y'), 'hostNotTrusted');
    assert.equal(of([-2144108387], [], 'X 0x8007052E Y'), 'signInRefused');
    assert.equal(of([-2144108387], [], ''), 'hostNotTrusted');
  });

  it('is read from any shape without harm', () => {
    for (const data of [null, undefined, 1, 'x', [], { ids: 3, codes: 'x', message: {} }, { ids: [1, 'a'] }])
      assert.equal(faultOf(readFailure(data)), 'failed');
    assert.deepEqual(readFailure({ ids: 'one', codes: 5 }), { ids: ['one'], codes: [5], category: '', message: '' });
  });
});

describe('processes below one', () => {
  it('are found at any depth, and no others', () => {
    const table = '  1 0\n 10 1\n 11 10\n 12 11\n 20 1\n 21 20\n\n x y\n 13 12\n';
    assert.deepEqual(descendants(table, 10), [11, 12, 13]);
    assert.deepEqual(descendants('1 2\n2 1\n', 1), [2], 'a table torn between two moments');
  });
});

describe('the queue', () => {
  it('serves a server with one question before the second of another', () => {
    const queue = new FairQueue<{ key: string; n: number }>();
    for (const n of [1, 2, 3]) queue.add({ key: 'a', n });
    queue.add({ key: 'b', n: 1 });
    queue.add({ key: 'c', n: 1 });
    const order: string[] = [];
    for (let one = queue.take(() => true); one; one = queue.take(() => true)) order.push(one.key + String(one.n));
    assert.deepEqual(order, ['a1', 'b1', 'c1', 'a2', 'a3']);
  });

  it('answers a server that is open before it opens another, and opens one before a second answer', () => {
    const queue = new FairQueue<{ key: string; opening?: boolean }>();
    const order: string[] = [];
    const next = () => order.push(queue.take(() => true)?.key ?? '');
    for (const key of ['a', 'b', 'c']) queue.add({ key, opening: true });
    next();
    queue.add({ key: 'a' });
    next();
    queue.add({ key: 'a' });
    for (let times = 0; times < 3; times++) next();
    assert.deepEqual(order, ['a', 'a', 'b', 'c', 'a']);
  });

  it('leaves out what cannot be served now', () => {
    const queue = new FairQueue<{ key: string }>();
    queue.add({ key: 'a' });
    queue.add({ key: 'b' });
    assert.equal(queue.take(({ key }) => key === 'b')?.key, 'b');
    assert.equal(
      queue.take(({ key }) => key === 'b'),
      null,
    );
    assert.equal(queue.size, 1);
  });
});

describe('secrets', () => {
  it('are kept once for all who have them, until the last lets go', () => {
    const secrets = new Secrets();
    const first = secrets.keep('p');
    assert.equal(secrets.keep('p'), first);
    assert.notEqual(secrets.keep('q'), first);
    secrets.release(first);
    assert.equal(secrets.all().get(first), 'p');
    secrets.release(first);
    assert.equal(secrets.all().has(first), false);
    assert.doesNotMatch(first, /p$/);
  });

  it('are taken out of texts', () => {
    const secrets = new Secrets();
    secrets.keep('Geheim$1');
    assert.equal(secrets.hide('refused: Geheim$1, Geheim$1'), 'refused: •••, •••');
  });
});

describe('the program of the setting', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'iis-doctor-program-'));
    writeFileSync(path.join(folder, 'pwsh-test'), '#!/bin/sh\n');
    chmodSync(path.join(folder, 'pwsh-test'), 0o755);
    writeFileSync(path.join(folder, 'plain.txt'), '');
  });
  after(() => rmSync(folder, { recursive: true }));
  const missing = (setting: string) =>
    assert.throws(
      () => programPath(setting),
      (error: unknown) => error instanceof TransportError && error.fault === 'programMissing',
      setting,
    );

  it('is a full path or a name in an absolute folder of the path', () => {
    const file = path.join(folder, 'pwsh-test');
    assert.equal(programPath(file), file);
    const { PATH } = process.env;
    try {
      process.env.PATH = ['.', folder].join(path.delimiter);
      assert.equal(programPath('pwsh-test'), file);
    } finally {
      process.env.PATH = PATH;
    }
  });

  it('is never one of the current folder, a folder or no program', () => {
    const at = process.cwd();
    const { PATH } = process.env;
    try {
      process.chdir(folder);
      process.env.PATH = ['', '.', '/usr/bin'].join(path.delimiter);
      for (const setting of ['pwsh-test', './pwsh-test', 'sub/pwsh-test', folder, path.join(folder, 'none')])
        missing(setting);
      if (process.platform !== 'win32') missing(path.join(folder, 'plain.txt'));
    } finally {
      process.chdir(at);
      process.env.PATH = PATH;
    }
  });
});
