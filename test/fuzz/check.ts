// npx tsx test/fuzz/check.ts [COUNT [SEED]]: checks hostile and damaged configurations, by default 3,000 new ones of the
// corpus; part of npm run fuzz.
import { realConfigs } from '../kit/configCorpus';
import { damaged, hostileConfigs } from '../kit/hostileConfigs';
import { fixObjection, objection } from './checkHostile';

const [count = 3_000, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);
let bad = 0;
const tell = (what: string, why: string | null): void => {
  if (why === null) return;
  bad++;
  process.exitCode = 1;
  console.log(`${what}: ${why}`);
};

for (const { what, text } of hostileConfigs())
  for (const name of ['web.config', 'applicationHost.config']) tell(`${name} with ${what}`, objection(name, text));
const configs = realConfigs() ?? [];
for (let i = 0; i < (configs.length ? count : 0); i++) {
  const config = configs[(seed + i) % configs.length];
  if (!config) continue;
  const text = damaged(config.text, seed + i);
  const what = `${config.file}, seed ${seed + i}`;
  tell(what, objection(config.name, text));
  if (i % 10 === 0) tell(`fixes of ${what}`, fixObjection(config.name, text));
}
console.log(
  `${hostileConfigs().length} hostile and ${configs.length ? count : 'no (the corpus is not there)'} damaged configurations checked, seed ${seed}: ${bad} objections.`,
);
