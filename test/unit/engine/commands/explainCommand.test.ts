import assert from 'node:assert/strict';
import { configTarget } from '../../../../src/engine/commands/configTarget';
import { explainCommand } from '../../../../src/engine/commands/explainCommand';
import { commandHover, configTargetHover } from '../../../../src/engine/render/commandHover';
import { schemaTexts } from '../../../../src/engine/schema/texts/index.generated';
import { findCommands } from '../../../../src/engine/scripts/findCommands';
import type { ScriptKind } from '../../../../src/engine/scripts/kind';
import { schema } from '../../../kit/schema';

/** The hover over the last command of a line. */
function hover(kind: ScriptKind, line: string): string {
  const command = findCommands(kind, line).commands.at(-1);
  assert.ok(command, line);
  const found = explainCommand(command);
  return found ? commandHover(found.fact) : '';
}

describe('what commands do to IIS', () => {
  for (const [line, ...wanted] of [
    ['iisreset', 'IIS 6', 'Takes down', 'net stop WAS /y && net start W3SVC', 'net stop IISADMIN'],
    ['iisreset.exe /noforce /timeout:60', 'iisreset /noforce', 'kills nothing', '/timeout'],
    ['iisreset web01 /stop', 'iisreset /stop', 'DCOM', 'until `iisreset /start`'],
    ['iisreset /status', 'Changes nothing'],
    ['iisreset /rebootonerror', 'slow stop'],
    ['iisreset /restrat', 'Shows its help and does nothing'],
    ['net stop WAS', 'net stop WAS', 'NetTcpActivator', 'nobody answers'],
    ['net stop "World Wide Web Publishing Service"', 'net stop W3SVC', 'environment variables'],
    ['net1 stop http /y', 'WinRM', 'forces nothing'],
    ['net stop iisadmin /y', 'IIS 7 and later', 'web sites go on'],
    ['sc \\\\web01 stop was', 'returns at once', '1051'],
    ['net start was', 'no site answers', 'net start W3SVC'],
    ['taskkill /f /im w3wp.exe', 'counts as a crash', 'recycle apppool'],
    ['%windir%\\system32\\inetsrv\\appcmd.exe recycle apppool "Shop"', 'appcmd recycle apppool', 'starts first'],
    ['appcmd stop site /site.name:Shop', 'does not write `serverAutoStart`'],
    ['appcmd list apppools', 'Changes nothing'],
    ['cscript //nologo c:\\inetpub\\adminscripts\\synciwam.vbs -v', 'IIS 7 and later', 'no such account'],
    ['cscript adsutil.vbs enum w3svc', 'Metabase Compatibility'],
    ['netsh http delete sslcert ipport=0.0.0.0:443', 'handshakes fail'],
    ['netsh http add iplisten 10.0.0.1', 'every address that is not in the list'],
  ] as const)
    it(`says it of ${line}`, () => {
      const text = hover('batch', line);
      for (const one of wanted) assert.ok(text.includes(one), `${one}\n${text}`);
      assert.match(text, /Known from/);
    });

  for (const [line, ...wanted] of [
    ['Restart-Service -Name WAS -Force', 'Restart-Service WAS', 'starts that again'],
    ['Stop-Service W3SVC, WAS', 'Stop-Service W3SVC'],
    ['Stop-Service HTTP', 'is refused', 'ends the session'],
    ['iisreset', 'Restart-Service -Name WAS -Force'],
    ['Restart-WebAppPool Shop', 'recycles', 'Start-WebAppPool'],
    ["Stop-WebSite 'Shop'", 'Stop-Website', 'app_offline.htm'],
    ['Get-Process w3wp | Stop-Process', ''],
    ['Stop-Process -Name w3wp', 'Stop-Process w3wp'],
    ['Stop-IISSite Shop', '-Confirm:$false'],
    ['Clear-WebConfiguration -Filter x', 'every site'],
    ['net.exe stop was /y', 'Restart-Service -Name WAS -Force'],
  ] as const)
    it(`says it of ${line} in PowerShell`, () => {
      const text = hover('powershell', line);
      for (const one of wanted) assert.ok(text.toLowerCase().includes(one.toLowerCase()), `${one}\n${text}`);
      assert.ok(!text.includes('&&'), 'nothing that 5.1 does not know');
    });

  for (const [kind, line] of [
    ['batch', 'net stop spooler'],
    ['batch', 'echo iisreset'],
    ['batch', 'taskkill /im notepad.exe'],
    ['batch', 'netsh wlan show profiles'],
    ['batch', 'netsh http constructor __proto__'],
    ['powershell', 'Stop-Service Spooler'],
    ['powershell', 'Get-Website'],
  ] as const)
    it(`is silent on ${line}`, () => assert.equal(hover(kind, line), ''));

  for (const [kind, line, path, about] of [
    [
      'batch',
      'appcmd set apppool "Shop" /processModel.idleTimeout:0',
      'applicationPools/add/processModel',
      'idleTimeout',
    ],
    ['batch', 'appcmd set apppool Shop /queueLength:9', 'system.applicationHost/applicationPools/add', ''],
    ['batch', 'appcmd set config Shop -section:windowsAuthentication /Enabled:true', 'windowsAuthentication', 'bool'],
    [
      'batch',
      "appcmd set config /section:sites \"/[name='A.b'].[path='/'].applicationPool:Shop\"",
      'system.applicationHost/sites/site/application`',
      'applicationPool',
    ],
    [
      'powershell',
      "Set-ItemProperty 'IIS:\\AppPools\\Shop' -Name recycling.periodicRestart.time -Value 0",
      'add/recycling/periodicRestart',
      'time',
    ],
    ['powershell', 'Set-ItemProperty IIS:\\Sites\\Shop -Name logFile.directory -Value x', 'site/logFile', 'directory'],
    [
      'powershell',
      'Set-WebConfigurationProperty -PSPath IIS:\\ -Filter "/system.applicationHost/sites/site[@name=\'A\']/limits" -Name maxConnections -Value 1',
      'sites/site/limits',
      'maxConnections',
    ],
  ] as const)
    it(`names the attribute of ${line}`, () => {
      const command = findCommands(kind, line).commands.at(-1)!;
      const found = command.arguments.flatMap((word) => configTarget(command, word, schema) ?? []);
      assert.equal(found.length, 1);
      const text = configTargetHover(found[0]!, schemaTexts);
      assert.ok(text.includes(path) && text.includes(about), text);
    });

  for (const [kind, line] of [
    ['batch', 'appcmd set apppool Shop /noSuchThing:1 /commit:apphost'],
    ['batch', 'appcmd set config /section:noSuchSection /enabled:true'],
    ['batch', 'appcmd set config /enabled:true'],
    ['batch', 'appcmd set apppool Shop /%ATTRIBUTE%:1'],
    ['powershell', 'Set-ItemProperty HKLM:\\Software -Name enabled -Value 1'],
    ['powershell', 'Set-WebConfigurationProperty -Filter $x -Name enabled -Value 1'],
  ] as const)
    it(`names no attribute of ${line}`, () => {
      const command = findCommands(kind, line).commands.at(-1)!;
      assert.deepEqual(command.arguments.map((word) => configTarget(command, word, schema)).filter(Boolean), []);
    });
});
