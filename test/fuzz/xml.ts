// npm run fuzz [-- COUNT [SEED]]: compares our XML reader with saxes over damaged texts, by default 20,000 new ones.
import { fuzz, table } from '../kit/xmlDifference';

const [count = 20_000, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);
const outcome = fuzz(count, seed);
console.log(`${count} texts, seed ${seed}\n${table(outcome)}`);
for (const { why, text } of outcome.wrong.slice(0, 20)) console.log(`\n${why}\n${JSON.stringify(text)}`);
if (outcome.wrong.length) process.exitCode = 1;
