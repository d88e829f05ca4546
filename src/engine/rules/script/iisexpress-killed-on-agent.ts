import { killedProcesses } from '../../scripts/killedProcesses';
import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'iisexpress-killed-on-agent',
  severity: 'information',
  profile: 'recommended',
  title: 'All IIS Express processes of the agent are killed',
  why: 'An agent may run several builds at once under one account. Killing `iisexpress.exe` by its name also ends the ones that other builds test against. Keep the id of the process that this build started and end that one.',
  sources: [
    {
      document: 'taskkill (Windows Commands)',
      url: 'https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/taskkill',
      says: '/im names the image of the processes, /pid one process',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.yml', text: 'steps:\n- script: taskkill /f /im iisexpress.exe\n', at: 'iisexpress.exe' },
      { file: 'Jenkinsfile', text: "node { bat 'taskkill /im iisexpress.exe /f' }\n" },
      { file: 'azure-pipelines.yml', text: 'steps:\n- powershell: Stop-Process -Name iisexpress -Force\n' },
    ],
    good: [
      { file: 'dev.cmd', text: 'taskkill /f /im iisexpress.exe\n' },
      { file: 'a.yml', text: 'steps:\n- powershell: Stop-Process -Id $id\n' },
      {
        file: 'a.yml',
        text: 'steps:\n# - script: taskkill /f /im iisexpress.exe\n- script: echo taskkill /im iisexpress.exe\n',
      },
    ],
  },
  check: ({ commands, kind, report }) => {
    if (!/^(?:azure|github|gitlab|jenkins)$/.test(kind)) return;
    for (const [place, command] of commands.entries()) {
      const killed = killedProcesses(command, commands[place - 1]).find(({ value }) =>
        /^iisexpress(?:\.exe)?$/i.test(value),
      );
      if (killed)
        report({
          at: killed,
          message:
            'This also ends the IIS Express of other builds that run on the same agent. End the process that this build started, by its id.',
        });
    }
  },
});
