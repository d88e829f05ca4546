// npm run fuzz:scripts [-- LENGTH [WORDS OF A NAME]]: checks hostile scripts of every kind at two lengths, by default
// 100,000 and 200,000 characters, and prints what takes over 100 ms for 100 kB, beside a little for each command, or
// grows faster than the text.
import { checkScript } from '../../src/engine/rules/checkScript';
import { scriptRules } from '../../src/engine/rules/script/index.generated';
import { findCommands } from '../../src/engine/scripts/findCommands';
import type { ScriptKind } from '../../src/engine/scripts/kind';
import { hostileScripts, hostileScriptsWithin, scriptKinds } from '../kit/hostileScripts';

const LIMIT_MS = 100;
/** A text of nothing but commands may take so much more for each: 100 kB hold 50,000 of two characters. */
const COMMAND_MS = 0.004;
/** Twice the text, twice the time; what takes longer than three times as long is quadratic or worse. */
const GROWTH = 3;
const ROUNDS = 3;

const [length = '100000', only = ''] = process.argv.slice(2);

/** @returns how many commands there are */
function check(kind: ScriptKind, text: string): number {
  const script = findCommands(kind, text);
  const { findings } = checkScript(kind, script, { rules: scriptRules, choice: { profile: 'hardening' } });
  for (const { start, end } of [...script.commands, ...script.comments, ...findings])
    if (!(0 <= start && start <= end && end <= text.length)) throw new Error(`a place ${start} to ${end}`);
  return script.commands.length;
}

interface Cost {
  /** The best of a few rounds, in ms of the processor. */
  readonly took: number;
  readonly commands: number;
}

/** What is far too slow at once is not asked again. */
function costOf(kind: ScriptKind, text: string): Cost {
  let took = Infinity;
  let commands = 0;
  for (let round = 0; round < ROUNDS && took > LIMIT_MS / 4; round++) {
    const started = process.cpuUsage();
    commands = check(kind, text);
    took = Math.min(took, process.cpuUsage(started).user / 1000);
    if (took > 10 * LIMIT_MS * (text.length / 100_000)) break;
  }
  return { took, commands };
}

const texts = [...hostileScripts, ...hostileScriptsWithin].filter(({ name }) => name.includes(only));
for (const kind of scriptKinds) for (const { grow } of hostileScripts.slice(0, 60)) check(kind, grow(2_000));
let bad = 0;
for (const { name, grow } of texts)
  for (const kind of scriptKinds) {
    try {
      const text = grow(Number(length));
      const { took, commands } = costOf(kind, text);
      const per = (took - commands * COMMAND_MS) / (text.length / 100_000);
      if (took < LIMIT_MS / 4) continue;
      const longer = grow(2 * Number(length));
      const growth = costOf(kind, longer).took / took / (longer.length / text.length / 2);
      if (per <= LIMIT_MS && growth <= GROWTH) continue;
      bad++;
      console.log(
        `${kind.padEnd(11)}${per.toFixed(0).padStart(7)} ms/100 kB, twice the text: × ${growth.toFixed(1)}  ${name}`,
      );
    } catch (error) {
      bad++;
      console.log(`${kind.padEnd(11)} fails: ${error instanceof Error ? error.stack : String(error)}  ${name}`);
    }
  }
console.log(`${texts.length * scriptKinds.length} hostile scripts checked: ${bad} objections.`);
if (bad) process.exitCode = 1;
