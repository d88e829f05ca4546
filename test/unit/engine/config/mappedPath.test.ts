import assert from 'node:assert/strict';
import { mappedPath, relativeSegments } from '../../../../src/engine/config/mappedPath';

const maps = new Map([
  ['D:\\sites', 'src/'],
  ['D:\\sites\\shop', 'shop'],
  ['%SystemDrive%/inetpub', 'pub'],
]);

describe('a Windows path', () => {
  for (const [path, expected] of [
    ['D:\\sites\\blog\\x', 'src/blog/x'],
    ['d:/SITES/Shop/', 'shop'],
    ['C:\\inetpub\\wwwroot', 'pub/wwwroot'],
    ['%systemdrive%\\inetpub\\wwwroot', 'pub/wwwroot'],
    ['D:\\sitesx', null],
    ['D:\\sites\\..\\secret', null],
    ['E:\\sites', null],
    ['\\\\server\\sites', null],
    ['\\\\?\\D:\\sites', null],
    ['sites', null],
    ['', null],
  ] as const)
    it(`${path} stands for ${expected}`, () => assert.equal(mappedPath(path, maps), expected));
});

describe('a path relative to a file', () => {
  for (const [path, expected] of [
    ['rules.config', ['rules.config']],
    ['.\\config/rules.config', ['config', 'rules.config']],
    ['..\\x', null],
    ['a/../../x', null],
    ['C:x', null],
    ['\\x', null],
    ['//server/x', null],
    ['http://x', null],
    ['%TEMP%\\x', null],
    ['', null],
  ] as const)
    it(`${path} is ${JSON.stringify(expected)}`, () => assert.deepEqual(relativeSegments(path), expected));
});
