import { replaceCommand } from '../../scripts/replace';
import { serviceUses } from '../../scripts/services';
import { defineScriptRule } from '../scriptRule';

export default defineScriptRule({
  id: 'sc-stop-without-wait',
  severity: 'warning',
  profile: 'recommended',
  title: 'A service is started while it may still be stopping',
  why: '`sc stop` returns as soon as the request is accepted. A `sc start` right behind it meets a service that is still stopping, answers 1056 and does nothing; then the service ends its stop and stays down. `net stop` and `Stop-Service` wait.',
  sources: [
    {
      document: 'Win32 documentation: StopService method of Win32_Service',
      url: 'https://learn.microsoft.com/en-us/windows/win32/cimwin32prov/stopservice-method-in-class-win32-service',
      says: 'Right after the request the state may still be running',
      read: '2026-11-25',
    },
    {
      document: 'Microsoft KB Q245230: How to programmatically stop a service and its dependencies',
      url: 'https://library.thedatadungeon.com/msdn-2000-04/kbwindev/Source/win32sdk/q245230.content.htm',
      says: 'What a service depends on is started before it; a stop is refused with 1051 while services that depend on it run',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: 'sc stop W3SVC\nsc start W3SVC\n', at: 'sc stop W3SVC' },
      { file: 'a.cmd', text: 'sc.exe stop MySvc & sc.exe start MySvc\n' },
      { file: 'a.ps1', text: 'sc.exe stop W3SVC\nsc.exe start W3SVC\n' },
      { file: 'a.cmd', text: 'sc stop was && net start w3svc\n' },
    ],
    good: [
      { file: 'a.cmd', text: 'sc stop W3SVC\ntimeout /t 30\nsc start W3SVC\n' },
      { file: 'a.cmd', text: 'net stop W3SVC\nsc start W3SVC\n' },
      { file: 'a.cmd', text: 'sc stop W3SVC\nsc start OtherSvc\n' },
      { file: 'a.cmd', text: 'rem sc stop W3SVC\nsc start W3SVC\n' },
      { file: 'a.cmd', text: 'sc stop W3SVC\n:wait\nsc query W3SVC | find "STOPPED" || goto wait\nsc start W3SVC\n' },
    ],
  },
  check: ({ commands, report }) => {
    const uses = serviceUses(commands);
    for (const [place, { command, action, service, word }] of uses.entries()) {
      const next = uses[place + 1];
      if (command.name !== 'sc' || action !== 'stop' || next?.action !== 'start') continue;
      if (next.service !== service && !(service === 'was' && next.service === 'w3svc')) continue;
      if (commands[commands.indexOf(command) + 1] !== next.command) continue;
      const isWeb =
        service === 'w3svc' && command.arguments[0] === command.arguments.find(({ value }) => /^stop$/i.test(value));
      const edits = isWeb ? replaceCommand(command, `net stop ${word.value}`) : null;
      report({
        at: command,
        message:
          'sc stop does not wait, so the start behind it meets a service that is still stopping, fails with 1056, and the service stays down. Wait for the state, or use net stop, which waits.',
        fixes: edits ? [{ title: 'Use net stop, which waits', edits, isSafe: false }] : [],
      });
    }
  },
});
