// npm run fuzz:hostile [-- LENGTH [WORDS OF A NAME]]: runs every way over every hostile text at two lengths, by default
// 100,000 and 200,000 characters, and prints what takes over 100 ms for 100 kB or grows faster than the text.
import { everyWay } from '../kit/everyWay';
import { hostileTexts } from '../kit/hostileTexts';

const LIMIT_MS = 100;
/** Twice the text, twice the time; what takes longer than three times as long is quadratic or worse. */
const GROWTH = 3;

const [length = '100000', only = ''] = process.argv.slice(2);
const short = Number(length);

async function milliseconds(run: (text: string) => Promise<unknown>, text: string): Promise<number> {
  let best = Infinity;
  for (let round = 0; round < 3; round++) {
    const started = process.cpuUsage();
    await run(text);
    best = Math.min(best, process.cpuUsage(started).user / 1000);
    if (best > 3 * LIMIT_MS * (text.length / 100_000)) break;
  }
  return best;
}

async function main(): Promise<void> {
  for (const run of Object.values(everyWay)) for (const { grow } of hostileTexts.slice(0, 400)) await run(grow(500));
  let slow = 0;
  for (const { name, grow } of hostileTexts.filter((one) => one.name.includes(only)))
    for (const [way, run] of Object.entries(everyWay)) {
      const [text, longer] = [grow(short), grow(2 * short)];
      try {
        const first = await milliseconds(run, text);
        const per = first / (text.length / 100_000);
        if (per < LIMIT_MS / 4) continue;
        const second = await milliseconds(run, longer);
        if (per <= LIMIT_MS && second / first <= GROWTH * (longer.length / text.length / 2)) continue;
        slow++;
        console.log(
          `${way.padEnd(36)}${per.toFixed(0).padStart(8)} ms/100 kB, twice the text: × ${(second / first).toFixed(1)}  ${name}`,
        );
      } catch (error) {
        slow++;
        console.log(
          `${way.padEnd(36)} fails: ${(error as Error).message.slice(0, 200)} ${(error as Error).stack?.split('\n')[1]}  ${name}`,
        );
      }
    }
  console.log(`${slow} findings`);
  if (slow) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
