import { isSecretInClear } from '../../config/secrets';
import type { Command, Word } from '../../scripts/command';
import { defineScriptRule } from '../scriptRule';

/** What may stand before a password in the same word. */
const OPTION = /^[-/][\w.[\]]*(?:password|pass|rp|p)[:=]/i;

export default defineScriptRule({
  id: 'password-on-command-line',
  severity: 'warning',
  profile: 'recommended',
  title: 'A password stands in a command line',
  why: 'The script keeps it for everyone who can read the file, and the running command shows it in lists of processes, in the audit of process starts and in transcripts. Ask for it, or take it from the secrets of the pipeline, and change the one that stood here.',
  sources: [
    {
      document: 'Policy CSP documentation, IncludeCmdLine',
      url: 'https://learn.microsoft.com/windows/client-management/mdm/policy-csp-admx-auditsettings',
      says: 'With this setting event 4688 has the command line of every process in plain text',
      read: '2026-11-25',
    },
    {
      document: 'net user, net use, sc config, schtasks (Windows Commands)',
      says: 'Where each takes a password; net user and net use ask for it when given an asterisk',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: 'net user svcshop S3cret!9x /add\n', at: 'S3cret!9x' },
      {
        file: 'a.cmd',
        text: '%windir%\\system32\\inetsrv\\appcmd.exe set apppool Shop /processModel.userName:svc /processModel.password:S3cret!9x\n',
      },
      { file: 'a.cmd', text: 'sc config Shop obj= .\\svc password= S3cret!9x\n' },
      { file: 'a.cmd', text: 'net use Z: \\\\files\\web S3cret!9x /user:CORP\\svc\n' },
      { file: 'a.cmd', text: 'schtasks /create /tn A /tr a.cmd /sc daily /ru CORP\\svc /rp S3cret!9x\n' },
      { file: 'a.cmd', text: 'cscript.exe adsutil.vbs set w3svc/wamuserpass S3cret!9x\n' },
      { file: 'a.ps1', text: 'cmdkey /add:files /user:svc /pass:S3cret!9x\n' },
    ],
    good: [
      {
        file: 'a.cmd',
        text: 'net user svcshop %PW% /add\nnet user svcshop * /add\nnet user svcshop /delete\nnet user\n',
      },
      {
        file: 'a.cmd',
        text: 'sc config Shop obj= .\\svc password= "%PW%"\nnet use Z: \\\\files\\web /user:CORP\\svc\nnet use Z: \\\\files\\web * /user:svc\n',
      },
      {
        file: 'a.ps1',
        text: '& "$env:windir\\system32\\inetsrv\\appcmd.exe" set apppool Shop /processModel.password:$pw\nnet user svc $pw /add\n',
      },
      {
        file: 'a.cmd',
        text: 'rem net user svcshop S3cret!9x /add\necho net user svcshop S3cret!9x /add\nnet use Z: /delete\n',
      },
      {
        file: 'a.cmd',
        text: 'schtasks /create /tn A /tr a.cmd /sc daily /ru CORP\\svc /rp *\nnet user svc <password> /add\n',
      },
    ],
  },
  check: ({ commands, report }) => {
    for (const command of commands) {
      const at = passwordOf(command);
      if (at && at.isLiteral && isSecretInClear(at.value.replace(OPTION, '')))
        report({
          at,
          message:
            'This password can be read in the script, in the list of processes and in the audit of process starts. Ask for it or take it from a protected variable, and change it.',
        });
    }
  },
});

/** The word that holds the password, by the rules of each program. */
function passwordOf({ name, arguments: words }: Command): Word | undefined {
  const behind = (option: RegExp): Word | undefined => words.find((_, i) => option.test(words[i - 1]?.value ?? ''));
  const verb = words[0]?.value.toLowerCase();
  switch (name) {
    case 'net':
    case 'net1': {
      const free = words.filter(({ value }) => !value.startsWith('/'));
      if (verb === 'user') return free[2];
      const isShare = verb === 'use' && free.some(({ value }) => value.startsWith('\\\\'));
      return isShare ? free.find((_, i) => free[i - 1]?.value.startsWith('\\\\')) : undefined;
    }
    case 'sc':
      return behind(/^password=$/i);
    case 'schtasks':
      return behind(/^[-/](?:rp|p)$/i);
    case 'psexec':
    case 'psexec64':
      return behind(/^[-/]p$/i);
    case 'appcmd':
      return words.find(({ value }) => /^[-/][\w.[\]]*password:/i.test(value));
    case 'cmdkey':
      return words.find(({ value }) => /^[-/]pass:/i.test(value));
    case 'winrs':
      return words.find(({ value }) => /^[-/](?:password|p):/i.test(value));
    case 'cscript':
      return words.some(({ value }) => /adsutil\.vbs$/i.test(value)) && words.some(({ value }) => /^set$/i.test(value))
        ? behind(/(?:^|\/)\w*pass(?:word)?$/i)
        : undefined;
    default:
      return undefined;
  }
}
