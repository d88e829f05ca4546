import assert from 'node:assert/strict';
import { checkScript } from '../../../../src/engine/rules/checkScript';
import { scriptRules } from '../../../../src/engine/rules/script/index.generated';
import { findCommands } from '../../../../src/engine/scripts/findCommands';
import type { ScriptKind } from '../../../../src/engine/scripts/kind';
import { repeated } from '../../../kit/growing';

const kinds: readonly ScriptKind[] = ['batch', 'powershell', 'vbscript', 'azure', 'jenkins', 'dockerfile', 'markdown'];

/** Nesting of every kind, lines of 50 kB, and strings that nothing ends. */
const texts = [
  ...['(', '{', '@"\n', "@'\n", '$h=@{a=if(1){1}else{', 'else if ($x) {', 'try{', '[a (', 'a. ', 'cmd /c ""'].map(
    (one) => repeated(one),
  ),
  ...['powershell -c "', 'start "" ', 'for /r a%b%c ', '--% ', '`"', '\\"', '${{ ', '- ', 'RUN a \\\n', '> '].map(
    (one) => repeated(one),
  ),
  ...['iisreset\n', 'net stop was & ', 'appcmd set apppool x /a.b.c:1\n'].map((one) => repeated(one)),
  repeated('(', '', `x${')'.repeat(10_000)}`),
  repeated(')x', '('.repeat(10_000)),
  repeated('} elseif(1){a-b', '$x = if(1){'),
  repeated(' a', 'cmd /c ""', '"'),
  repeated('"a" ', 'for /f %%i in (\'"', '"\') do x'),
  repeated('x, ', 'Stop-Service '),
  repeated(' /a:b', 'appcmd set apppool x'),
];

/** Twice what a loaded machine needs for one that is not quadratic; the quadratic ones take many times that. */
const LIMIT_MS = 600;

describe('hostile scripts and their check', () => {
  for (const { name, grow } of texts)
    it(`take bounded time: ${name}`, () => {
      const text = grow(50_000);
      for (const kind of kinds) {
        const started = process.cpuUsage();
        const script = findCommands(kind, text);
        checkScript(kind, script, { rules: scriptRules, choice: { profile: 'hardening' } });
        const took = process.cpuUsage(started).user / 1000;
        assert.ok(took < LIMIT_MS, `${kind}: ${took.toFixed(0)} ms`);
        for (const { start, end } of script.commands) assert.ok(0 <= start && start <= end && end <= text.length);
      }
    });
});
