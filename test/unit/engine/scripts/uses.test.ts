import assert from 'node:assert/strict';
import { appcmdOption, appcmdUses, optionValue } from '../../../../src/engine/scripts/appcmd';
import { findCommands } from '../../../../src/engine/scripts/findCommands';
import { isUnknownSwitch } from '../../../../src/engine/scripts/iisresetSwitches';
import { killedProcesses } from '../../../../src/engine/scripts/killedProcesses';
import { isLockedAsShipped, isServerPath, sectionLock } from '../../../../src/engine/scripts/lockedSections';
import { hasParameter, isSplatted, parameterValue } from '../../../../src/engine/scripts/parameters';
import { startsUnknown } from '../../../../src/engine/scripts/services';
import { schema } from '../../../kit/schema';

const batch = (text: string) => findCommands('batch', text).commands;
const powershell = (text: string) => findCommands('powershell', text).commands;

describe('what commands are used for', () => {
  it('takes a command line of appcmd apart', () => {
    const [use] = appcmdUses(batch('appcmd.exe SET config "Default Web Site" -section:asp /commit:apphost\n'));
    assert.ok(use);
    assert.deepEqual([use.verb, use.object], ['set', 'config']);
    assert.deepEqual(
      use.names.map(({ value }) => value),
      ['Default Web Site'],
    );
    const section = appcmdOption(use, 'section');
    assert.equal(section && optionValue(section), 'asp');
    assert.equal(appcmdOption(use, 'sect'), undefined);
  });

  it('leaves out an appcmd whose verb is not known', () => {
    assert.deepEqual(appcmdUses(batch('appcmd %VERB% site\nappcmd /?\n')), []);
  });

  it('finds parameters of PowerShell, whole and cut short', () => {
    const [command] = powershell("Remove-Item -Path 'a' -rec -Filter:x '-Force'\n");
    assert.ok(command);
    assert.equal(parameterValue(command, 'Path')?.value, 'a');
    assert.ok(hasParameter(command, 'Recurse') && hasParameter(command, 'Filter'));
    assert.ok(!hasParameter(command, 'Force') && !isSplatted(command));
    const [splatted] = powershell('Remove-Item @options\n');
    assert.ok(splatted && isSplatted(splatted));
  });

  it('names the processes that are killed', () => {
    const names = (text: string): string[] => {
      const commands = powershell(text);
      return commands.flatMap((one, i) => killedProcesses(one, commands[i - 1]).map(({ value }) => value));
    };
    assert.deepEqual(names('taskkill /f /im w3wp.exe /im a.exe\n'), ['w3wp.exe', 'a.exe']);
    assert.deepEqual(names('Get-Process w3wp | Stop-Process\n'), ['w3wp']);
    assert.deepEqual(names('Stop-Process -Id 12\nGet-Process w3wp\n'), []);
  });

  it('knows the switches of iisreset', () => {
    const unknown = (value: string): boolean => isUnknownSwitch({ value, isLiteral: true });
    assert.deepEqual(['/NOFORCE', '-restart', '/timeout:60', 'WEB1', '/?'].filter(unknown), []);
    assert.deepEqual(['/kill', '/timeout'].filter(unknown), ['/kill', '/timeout']);
  });

  it('knows what IIS ships locked', () => {
    assert.ok(isLockedAsShipped('system.webServer/security/authentication/windowsAuthentication'));
    assert.ok(isLockedAsShipped('access') && !isLockedAsShipped('system.webServer/defaultDocument'));
    for (const path of schema.paths) {
      const declaration = schema.section(path)?.declaration;
      const isLocked = declaration?.overrideModeDefault === 'Deny' && !declaration.unlocked;
      const expected = declaration?.allowDefinition === 'AppHostOnly' ? 'serverOnly' : isLocked ? 'locked' : 'open';
      assert.equal(sectionLock(path), expected, path);
    }
    assert.ok(schema.paths.filter(isLockedAsShipped).length > 40);
  });

  it('finds the section however it is named', () => {
    const windows = 'system.webServer/security/authentication/windowsAuthentication';
    assert.equal(sectionLock(`/${windows}`), 'locked');
    assert.equal(sectionLock(`//${windows.toUpperCase()}/providers`), 'locked');
    assert.equal(sectionLock(`/configuration/${windows}/`), 'locked');
    assert.equal(sectionLock("/system.applicationHost/sites/site[@name='a/b']/limits"), 'serverOnly');
    assert.equal(sectionLock("system.webServer/security/authorization/add[@users='a']"), 'open');
    assert.equal(sectionLock('system.webServer/security/accessories'), null);
    // Two sections have that name, and one of them is open.
    assert.equal(sectionLock('requestFiltering'), null);
    assert.equal(sectionLock('ipSecurity'), 'locked');
    assert.equal(sectionLock('x'.repeat(500)), null);
    assert.ok(isServerPath('MACHINE/WEBROOT/APPHOST') && isServerPath('IIS:\\') && !isServerPath('IIS:\\Sites\\a'));
  });

  it('tells where services are started that nobody knows', () => {
    assert.ok(startsUnknown(powershell('$names | Start-Service\n')));
    assert.ok(startsUnknown(batch('net start %SVC%\n')));
    assert.ok(!startsUnknown(batch('net start W3SVC\n')));
  });
});
