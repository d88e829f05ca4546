import assert from 'node:assert/strict';
import { comparablePath, isOnSystemDrive } from '../../../../src/engine/config/windowsPath';

describe('paths of Windows', () => {
  it('are equal for equal files', () => {
    assert.equal(comparablePath('%WinDir%\\System32\\a.dll'), comparablePath('"C:/Windows/system32/A.dll"'));
    assert.equal(comparablePath('%SystemDrive%\\web'), 'c:\\web');
    assert.equal(comparablePath('%PHP%\\php-cgi.exe'), '%php%\\php-cgi.exe');
  });
  it('lead to the system drive or not', () => {
    for (const one of ['C:\\web', '%SystemDrive%\\inetpub', 'c:', '%ProgramFiles%\\x'])
      assert.ok(isOnSystemDrive(one), one);
    for (const one of ['D:\\web', '\\\\files\\web', '%Web%\\a', '']) assert.ok(!isOnSystemDrive(one), one);
  });
});
