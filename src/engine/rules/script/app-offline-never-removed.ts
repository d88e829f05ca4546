import { defineScriptRule } from '../scriptRule';

const FILE = /(?:^|[\\/])app_offline\.htm$/i;
const COPIES = /^(?:xcopy|robocopy|copy|copy-item|cp|expand-archive|msdeploy)$/;
const MAKES = /^(?:copy|copy-item|xcopy|new-item|set-content|out-file|ni)$/;
const REMOVES = /^(?:del|erase|remove-item|ri|rm|ren|rename)$/;

export default defineScriptRule({
  id: 'app-offline-never-removed',
  severity: 'warning',
  profile: 'recommended',
  title: 'app_offline.htm is never taken away',
  why: 'As long as `app_offline.htm` lies in its folder, the application answers every request with that page and 503. This script puts it there and neither deletes nor renames it, so the site stays down after the deployment.',
  sources: [
    {
      document: 'ASP.NET Core documentation, App Offline file',
      url: 'https://learn.microsoft.com/en-us/aspnet/core/host-and-deploy/app-offline',
      says: 'While the file is there the module shuts the application down and answers with its content; when it is removed the next request starts it',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      {
        file: 'a.cmd',
        text: 'copy tools\\app_offline.htm D:\\web\nrobocopy build D:\\web /e\n',
        at: 'copy tools\\app_offline.htm D:\\web',
      },
      {
        file: 'a.ps1',
        text: "Set-Content D:\\web\\app_offline.htm 'Back soon'\nCopy-Item build\\* D:\\web -Recurse\n",
      },
      { file: 'a.cmd', text: 'ren D:\\web\\app_offline.bak app_offline.htm\nxcopy build D:\\web /e\n' },
    ],
    good: [
      {
        file: 'a.cmd',
        text: 'copy tools\\app_offline.htm D:\\web\nrobocopy build D:\\web /e\ndel D:\\web\\app_offline.htm\n',
      },
      { file: 'a.ps1', text: 'New-Item D:\\web\\app_offline.htm\nRemove-Item D:\\web\\app_offline.htm\n' },
      { file: 'a.cmd', text: 'copy tools\\app_offline.htm D:\\web\n' },
      { file: 'a.cmd', text: 'rem copy app_offline.htm D:\\web\nxcopy build D:\\web /e\n' },
      { file: 'a.cmd', text: 'copy app_offline.htm D:\\web\nrobocopy build D:\\web /mir\n' },
      {
        file: 'a.ps1',
        text: "$f = 'D:\\web\\app_offline.htm'\nSet-Content $f 'x'\nxcopy build D:\\web\nRemove-Item $f\n",
      },
    ],
  },
  check: ({ commands, kind, report }) => {
    if (kind !== 'batch' && kind !== 'powershell') return;
    const deploys = commands.some(
      ({ name, arguments: words }) => COPIES.test(name) && !words.some(({ value }) => FILE.test(value)),
    );
    // A mirror or another tool may take the file away, and so may a variable that holds its name.
    const mayRemove = commands.some(
      ({ name, arguments: words }) =>
        /^(?:msdeploy|move-item|move|rename-item|rni)$/.test(name) ||
        (name === 'robocopy' && words.some(({ value }) => /^[-/](?:mir|purge|mov|move)$/i.test(value))) ||
        (REMOVES.test(name) &&
          (name.startsWith('ren') ? words.slice(0, 1) : words).some(
            ({ value, isLiteral }) => FILE.test(value) || !isLiteral || value.includes('*'),
          )),
    );
    if (!deploys || mayRemove) return;
    for (const command of commands) {
      const last = command.arguments.at(-1);
      const makes = MAKES.test(command.name) && command.arguments.some(({ value }) => FILE.test(value));
      const renames = /^ren(?:ame)?$/.test(command.name) && FILE.test(last?.value ?? '');
      if (makes || renames)
        report({
          at: command,
          message:
            'The script puts app_offline.htm there and never takes it away, so the application answers 503 from then on. Delete the file at the end.',
        });
    }
  },
});
