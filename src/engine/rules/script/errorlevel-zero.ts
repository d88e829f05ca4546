import type { Command } from '../../scripts/command';
import { defineScriptRule } from '../scriptRule';

const ZERO = /^if[ \t]+errorlevel[ \t]+0+$/i;
const ANY = /^if[ \t]+(?:not[ \t]+)?errorlevel[ \t]/i;
const LEAVES = /^(?:goto|exit)$/;
/** What may stand between two tests of one result. */
const QUIET = /^(?:echo|echo\.|echo:|set|title)$/;
/** So many commands above are looked at for a list of results from the highest down. */
const ABOVE = 40;

export default defineScriptRule({
  id: 'errorlevel-zero',
  severity: 'warning',
  profile: 'recommended',
  title: 'if errorlevel 0 is true after failures too',
  why: '`if errorlevel N` asks for N or more. With 0 it is true for every exit code that is not negative, so what should only follow a success follows a failure as well. `if not errorlevel 1` asks for success.',
  sources: [
    {
      document: 'if (Windows Commands)',
      url: 'https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/if',
      says: 'errorlevel NUMBER is true for an exit code equal to or greater than the number',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      { file: 'a.cmd', text: 'net.exe stop WAS /y\nif errorlevel 0 net.exe start W3SVC\n', at: 'net.exe start W3SVC' },
      {
        file: 'a.cmd',
        text: 'build.exe\nif errorlevel 0 (\n  copy.exe a b\n  copy.exe c d\n) else (\n  echo failed\n)\n',
      },
      { file: 'a.cmd', text: 'build.exe\nIF ERRORLEVEL 1 (\n  echo failed\n)\nIF ERRORLEVEL 0 (\n  echo built\n)\n' },
      { file: 'azure-pipelines.yml', text: 'steps:\n- script: |\n    build.exe\n    if errorlevel 0 echo built\n' },
    ],
    good: [
      { file: 'a.cmd', text: 'build.exe\nif not errorlevel 1 echo built\nif errorlevel 10 echo x\n' },
      { file: 'a.cmd', text: 'build.exe\nif errorlevel 0 if not errorlevel 1 echo built\n' },
      { file: 'a.cmd', text: 'choice\nif errorlevel 2 goto no\nif errorlevel 1 goto yes\nif errorlevel 0 goto none\n' },
      { file: 'a.cmd', text: 'a.exe\nif errorlevel 8 echo bad & exit /b 1\nif errorlevel 0 exit /b 0\n' },
      { file: 'a.cmd', text: 'rem if errorlevel 0 echo a\necho if errorlevel 0 b\nif %errorlevel% equ 0 echo c\n' },
      { file: 'a.cmd', text: 'build.exe\nif not errorlevel 0 echo crashed\n' },
      { file: 'a.cmd', text: 'a.exe\nif errorlevel 1 goto bad\necho fine\nif errorlevel 0 exit /b 0\n' },
    ],
  },
  check: ({ commands, report }) => {
    let last: unknown = null;
    for (const [place, command] of commands.entries()) {
      const around = command.nesting.at(-1);
      if (around?.kind !== 'condition' || around === last || !ZERO.test(around.test ?? '')) continue;
      last = around;
      if (!isEndOfList(commands, place))
        report({
          at: command,
          message:
            'if errorlevel 0 means 0 or more, so this runs after a failure too. Ask for success with if not errorlevel 1.',
        });
    }
  },
});

/** Whether tests for higher results stand above and leave: only 0 comes as far as this one. */
function isEndOfList(commands: readonly Command[], place: number): boolean {
  for (let i = place - 1; i >= Math.max(0, place - ABOVE); i--) {
    const command = commands[i];
    const isTested = command?.nesting.some((one) => one.kind === 'condition' && ANY.test(one.test ?? ''));
    if (!command || (!isTested && !QUIET.test(command.name))) return false;
    if (isTested && LEAVES.test(command.name)) return true;
  }
  return false;
}
