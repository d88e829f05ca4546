import { isSplatted } from '../../scripts/parameters';
import { addArguments } from '../../scripts/replace';
import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'feature-change-may-reboot',
  severity: 'warning',
  profile: 'recommended',
  title: 'Changing a feature may reboot or wait for an answer',
  why: 'Where a feature needs a reboot, DISM asks, or reboots at once with `/quiet`. In a script it hangs or takes the server down. `/norestart` leaves the moment to the script, which sees exit code 3010.',
  sources: [
    {
      document: 'DISM documentation, Enable-WindowsOptionalFeature',
      url: 'https://learn.microsoft.com/en-us/powershell/module/dism/enable-windowsoptionalfeature',
      says: '-NoRestart keeps it from prompting for a restart and from restarting by itself',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      {
        file: 'a.cmd',
        text: 'dism /online /enable-feature /featurename:IIS-WebSockets /all\n',
        at: 'dism /online /enable-feature /featurename:IIS-WebSockets /all',
      },
      { file: 'a.cmd', text: 'dism.exe /Online /Quiet /Enable-Feature /FeatureName:IIS-ASPNET45\n' },
      { file: 'a.ps1', text: 'Enable-WindowsOptionalFeature -Online -FeatureName IIS-WebServerRole -All\n' },
    ],
    good: [
      {
        file: 'a.cmd',
        text: 'dism /online /enable-feature /featurename:IIS-WebSockets /all /norestart\ndism /online /get-features\n',
      },
      {
        file: 'a.ps1',
        text: 'Enable-WindowsOptionalFeature -Online -FeatureName IIS-WebServerRole -NoRestart\nEnable-WindowsOptionalFeature @feature\n',
      },
      {
        file: 'Dockerfile',
        text: 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN dism /online /enable-feature /featurename:IIS-WebServerRole\n',
      },
      { file: 'a.cmd', text: 'rem dism /online /enable-feature /featurename:IIS-WebSockets\n' },
    ],
  },
  check: ({ commands, kind, report }) => {
    // A container does not reboot, and the machine of a hosted agent is thrown away.
    if (kind === 'dockerfile' || kind === 'markdown') return;
    for (const command of commands) {
      const { name, arguments: words } = command;
      const isCmdlet = /^(?:enable|disable)-windowsoptionalfeature$/.test(name);
      const isTool = name === 'dism' && words.some(({ value }) => /^[-/](?:enable|disable)-feature$/i.test(value));
      if (!isCmdlet && !isTool) continue;
      const isOnline = words.some(({ value }) => /^[-/]online$/i.test(value));
      if (!isOnline || isSplatted(command)) continue;
      if (words.some(({ value }) => /^[-/]nor(?:estart)?/i.test(value))) continue;
      const edits = addArguments(command, isCmdlet ? '-NoRestart' : '/norestart');
      const last = words.at(-1) ?? command.program;
      report({
        at: { start: command.start, end: last.end },
        message:
          'Where the feature needs a reboot, this asks for one and hangs, or reboots at once. Suppress it and reboot when the script is done.',
        fixes: edits ? [{ title: isCmdlet ? 'Add -NoRestart' : 'Add /norestart', edits, isSafe: false }] : [],
      });
    }
  },
});
