import type { Command } from '../../scripts/command';
import { isUnknownSwitch } from '../../scripts/iisresetSwitches';
import {
  addArguments,
  replaceByChain,
  replaceByLines,
  replaceByStatements,
  replaceCommand,
} from '../../scripts/replace';
import { namedPool } from '../../scripts/namedPool';
import {
  batchRestart,
  isForOldIis,
  oldRestart,
  powerShellRestart,
  recyclePool,
  shortRestart,
} from '../../scripts/restart';
import type { TextEdit } from '../../config/edits';
import type { Fix } from '../rule';
import { defineScriptRule } from '../scriptRule';

/** Switches that stop nothing, or that stop without killing. */
const HARMLESS = /^[-/](?:noforce|status|start|enable|disable|\?|h|help)$/i;
const REBOOT = /^[-/]reboot/i;

export default defineScriptRule({
  id: 'iisreset',
  severity: 'warning',
  profile: 'recommended',
  title: 'iisreset takes all sites down and may kill their processes',
  why: 'Without `/noforce`, `iisreset` kills the processes of services that do not stop in time: requests are cut off, applications do not shut down, and changes that were not yet written are lost. It also hides which service refused. Recycle the one pool that needs it; where everything must restart, stop and start the services by name.',
  sources: [
    {
      document: 'IISRESET internals (blog of an IIS support engineer)',
      says: 'Without /NOFORCE it kills the hosts of iisw3adm.dll; on IIS 7 and later net stop WAS and net start W3SVC take its place',
      read: '2026-11-24',
    },
    {
      document: 'Event ID 3206, IIS Reset Activity (TechNet)',
      says: 'A severe action: sessions and unwritten changes are lost; not supported on IIS 7.0 and 7.5',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { file: 'deploy.cmd', text: '@echo off\r\niisreset\r\n', at: 'iisreset' },
      { file: 'deploy.cmd', text: 'call %windir%\\system32\\IISReset.exe /restart >nul 2>&1 || exit /b 1\n' },
      { file: 'deploy.bat', text: 'if exist web.config (\n  iisreset /timeout:60\n)\n' },
      { file: 'stop.cmd', text: 'cmd /c "iisreset /stop"\n' },
      { file: 'deploy.ps1', text: 'Import-Module WebAdministration\n  iisreset\n' },
      { file: 'deploy.ps1', text: '$servers | ForEach-Object { iisreset.exe $_ }\n' },
      { file: 'deploy.ps1', text: "Start-Process 'iisreset' -ArgumentList '/stop' -Wait\n" },
      { file: 'azure-pipelines.yml', text: 'pool:\n  vmImage: windows-latest\nsteps:\n- script: iisreset\n' },
      { file: 'azure-pipelines.yml', text: 'steps:\n- powershell: |\n    Write-Host "deployed"\n    iisreset\n' },
      { file: 'restart.vbs', text: 'Set sh = CreateObject("WScript.Shell")\nsh.Run "iisreset", 0, True\n' },
      { file: 'Jenkinsfile', text: "node { bat 'iisreset' }\n" },
      { file: 'README.md', text: '```cmd\niisreset\n```\n' },
      {
        file: 'deploy.cmd',
        text: '@echo off\r\n%windir%\\system32\\inetsrv\\appcmd.exe set apppool "Shop" /queueLength:2000\r\n  iisreset\r\n',
      },
      { file: 'deploy.ps1', text: "New-WebAppPool -Name 'Shop'\r\nif ($changed) {\r\n    iisreset\r\n}\r\n" },
      { file: 'azure-pipelines.yml', text: "steps:\n- powershell: |\n    New-WebAppPool 'Shop'\n    iisreset\n" },
      { file: 'old.cmd', text: 'rem Windows Server 2003\niisreset >>log.txt\n' },
    ],
    good: [
      { file: 'deploy.cmd', text: 'rem iisreset\n:: iisreset\necho run iisreset now\niisreset /noforce\n' },
      { file: 'state.cmd', text: 'iisreset /status\niisreset /?\niisreset /start\n' },
      { file: 'deploy.cmd', text: 'net stop WAS /y && net start W3SVC\n' },
      { file: 'deploy.cmd', text: 'call iisreset-safe.cmd\nset NOTE=iisreset\ntitle iisreset\n' },
      {
        file: 'deploy.ps1',
        text: '# iisreset\n<#\niisreset\n#>\nWrite-Host "2. Run: iisreset"\n$text = @"\niisreset\n"@\n',
      },
      { file: 'deploy.ps1', text: "if ($mode -eq 'iisreset') { Restart-WebAppPool 'Shop' }\n" },
      { file: 'Jenkinsfile', text: "/* bat 'iisreset' */\n// bat 'iisreset'\necho 'iisreset'\n" },
      { file: 'README.md', text: 'Run `iisreset`.\n\n```\niisreset\n```\n' },
      {
        file: 'azure-pipelines.yml',
        text: 'steps:\n# - script: iisreset\n- script: echo iisreset\n  displayName: iisreset\n',
      },
    ],
  },
  check: ({ commands, script, report }) => {
    // Found once, and only where there is something to fix.
    let about: ScriptFacts | null = null;
    for (const command of commands) {
      if (command.name !== 'iisreset') continue;
      const { arguments: words, program } = command;
      if (words.some(({ value }) => HARMLESS.test(value) || REBOOT.test(value))) continue;
      if (words.some(isUnknownSwitch)) continue;
      // A script hidden in a variable may well say /noforce.
      if (words.some(({ isLiteral, value }) => !isLiteral && !/^[\w$.%{}[\]-]+$/.test(value))) continue;
      const isStop = words.some(({ value }) => /^[-/]stop$/i.test(value));
      report({
        at: program,
        message: isStop
          ? 'iisreset /stop takes all sites down and kills what does not stop in time; changes not yet written are lost. Stop the services by name, or add /noforce.'
          : 'iisreset takes all sites down, kills what does not stop in time and loses changes not yet written. Recycle the one application pool, restart WAS and W3SVC by name, or add /noforce.',
        fixes: fixesFor(
          command,
          isStop,
          (about ??= { text: script.text, pool: namedPool(commands), isOld: isForOldIis(script.text) }),
        ),
      });
    }
  },
});

/** What the fixes depend on beside the command. */
interface ScriptFacts {
  readonly text: string;
  readonly pool: string | null;
  readonly isOld: boolean;
}

function fixesFor(command: Command, isStop: boolean, { text, pool, isOld: isOldScript }: ScriptFacts): Fix[] {
  const { arguments: words, shell } = command;
  // Another computer is named by the first argument without a slash: net.exe cannot reach it.
  const isRemote = words.some(({ value }) => !/^[-/]/.test(value));
  const around = command.nesting.at(-1);
  const target = around?.kind === 'argument' && around.of.name === 'start-process' ? around.of : command;
  const fixes: Fix[] = [];
  const offer = (title: string, edits: TextEdit[] | null): void => {
    if (edits) fixes.push({ title, edits, isSafe: false });
  };
  // The fixes of cmd name services that IIS 5 and 6 do not have.
  const isOld = shell === 'batch' && isOldScript;
  if (!isRemote && isOld) {
    const commands = isStop ? oldRestart.slice(0, 1) : oldRestart;
    offer(`Replace by ${commands.join(' && ')} (IIS 5 and 6)`, replaceByChain(command, commands, text));
  }
  if (!isRemote && shell === 'batch' && !isOld) {
    if (isStop) offer('Replace by net stop WAS /y', replaceByChain(command, shortRestart.slice(0, 1), text));
    else {
      offer('Replace by net stop WAS /y && net start W3SVC', replaceByChain(command, shortRestart, text));
      offer('Replace by a restart that also brings back the activators', replaceByLines(command, batchRestart));
    }
  }
  if (!isRemote && (shell === 'powershell' || shell === 'pwsh')) {
    if (isStop) offer('Replace by Stop-Service WAS', replaceCommand(target, 'Stop-Service -Name WAS -Force'));
    else offer('Replace by a restart of WAS and what needs it', replaceByStatements(target, powerShellRestart));
  }
  const recycling = pool === null || isStop || isRemote || isOld ? null : recyclePool(pool, shell);
  if (recycling !== null)
    offer(
      `Recycle only the application pool ${pool}`,
      shell === 'batch' ? replaceByChain(command, [recycling], text) : replaceByStatements(target, [recycling]),
    );
  offer('Add /noforce', addArguments(command, '/noforce'));
  return fixes;
}
