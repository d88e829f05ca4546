import { addArguments } from '../../scripts/replace';
import { serviceUses } from '../../scripts/services';
import { quoted } from '../quoted';
import { defineScriptRule } from '../scriptRule';

/** Services that others need on nearly every web server. */
const NEEDED = new Set(['was', 'http', 'iisadmin']);

export default defineScriptRule({
  id: 'net-stop-without-y',
  severity: 'warning',
  profile: 'recommended',
  title: 'net stop waits for an answer',
  why: '`net stop` asks before it stops a service that other running services need. In a script nobody answers: it hangs, or it goes on with the service still running. `/y` answers the question; it forces nothing.',
  sources: [
    {
      document: 'Win32 documentation: Stopping a Service',
      url: 'https://learn.microsoft.com/en-us/windows/win32/services/stopping-a-service',
      says: 'A service is not stopped while running services depend on it; these must be stopped first',
      read: '2026-11-25',
    },
    {
      document: 'net stop /? (help of the tool); behaviour of net.exe with running dependents',
      says: 'It lists the running services that depend on this one and asks; /y answers yes',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: 'net stop W3SVC\nnet start W3SVC\nnet stop WAS\n', at: 'net stop WAS' },
      { file: 'a.cmd', text: 'net stop WAS\r\nnet start W3SVC\r\n', at: 'net stop WAS' },
      { file: 'a.ps1', text: 'net.exe stop http | Out-Null\n' },
      { file: 'a.yml', text: 'steps:\n- script: net stop "Windows Process Activation Service"\n' },
      { file: 'a.cmd', text: 'cmd /c "net stop IISADMIN && net start W3SVC"\n' },
    ],
    good: [
      { file: 'a.cmd', text: 'net stop WAS /y\nnet stop /Y http\nnet stop was /yes\n' },
      { file: 'a.cmd', text: 'net stop W3SVC\nnet stop FTPSVC\n' },
      { file: 'a.cmd', text: 'net stop W3SVC\nnet stop WAS\n' },
      { file: 'a.cmd', text: 'echo y| net stop WAS\nnet stop WAS < yes.txt\n' },
      { file: 'a.cmd', text: 'rem net stop WAS\necho net stop WAS\nnet start WAS\n' },
      { file: 'a.ps1', text: 'Stop-Service WAS -Force\nsc.exe stop WAS\n' },
      { file: 'a.md', text: '```console\nC:\\>net stop WAS\n```\n' },
    ],
  },
  check: ({ commands, kind, report }) => {
    // In a document a person types the command and can answer.
    if (kind === 'markdown') return;
    const stopped = new Set<string>();
    for (const { command, action, service } of serviceUses(commands)) {
      if (action === 'stop') stopped.add(service);
      else stopped.delete(service);
      if (command.name !== 'net' || action !== 'stop' || !NEEDED.has(service) || stopped.has('w3svc')) continue;
      const isAnswered =
        command.before === '|' ||
        command.redirections.some(({ operator }) => operator === '<') ||
        command.arguments.some(({ value, isLiteral }) => /^\/y/i.test(value) || !isLiteral);
      if (isAnswered) continue;
      const edits = addArguments(command, '/y');
      const last = command.arguments.at(-1) ?? command.program;
      report({
        at: { start: command.start, end: last.end },
        message: `Stopping ${quoted(service.toUpperCase())} asks about the running services that need it, ${service === 'iisadmin' ? 'W3SVC on IIS 6 and earlier and SMTP since' : 'W3SVC among them'}, and nobody answers in a script. Add /y.`,
        fixes: edits ? [{ title: 'Add /y', edits, isSafe: false }] : [],
      });
    }
  },
});
