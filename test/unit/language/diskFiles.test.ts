import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { diskFiles } from '../../../src/language/diskFiles.node';

describe('diskFiles', () => {
  let folder = '';
  const file = (...names: string[]): string => path.join(folder, ...names);
  const uriOf = (...names: string[]): string => URI.file(file(...names)).toString();

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'iis-doctor-'));
    mkdirSync(file('root/sub'), { recursive: true });
    mkdirSync(file('root/node_modules'));
    writeFileSync(file('secret.config'), 'secret');
    writeFileSync(file('root/sub/Web.config'), '\uFEFFtext', 'utf16le');
    writeFileSync(file('root/node_modules/web.config'), 'not ours');
    symlinkSync(file('secret.config'), file('root/link.config'));
    symlinkSync(folder, file('root/out'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('reads below its roots, in any encoding', async () =>
    assert.equal(await diskFiles([uriOf('root')]).read(uriOf('root/sub/Web.config')), 'text'));

  for (const [what, uri] of [
    ['beside the root', () => uriOf('secret.config')],
    ['above it', () => uriOf('root', '..', 'secret.config')],
    ['behind a link to a file', () => uriOf('root/link.config')],
    ['behind a link to a folder', () => uriOf('root/out/secret.config')],
    ['on a share', () => 'file://server/share/web.config'],
    ['on a share by another spelling', () => 'file:////server/share/web.config'],
    ['of another scheme', () => 'http://server/web.config'],
    ['that is not there', () => uriOf('root/nothing')],
    ['that is a folder', () => uriOf('root/sub')],
    ['that is no URI', () => '%%%'],
  ] as const)
    it(`reads nothing ${what}`, async () => assert.equal(await diskFiles([uriOf('root')]).read(uri()), null));

  it('lists names in any case, not below node_modules or links, up to a limit', async () => {
    assert.deepEqual(await diskFiles([uriOf('root')]).list(['web.config'], 9), [uriOf('root/sub/Web.config')]);
    assert.deepEqual(await diskFiles([uriOf('root')]).list(['web.config'], 0), []);
    assert.deepEqual(await diskFiles([]).list(['web.config'], 9), []);
  });
});
