import { readdirSync } from 'node:fs';
import path from 'node:path';
import { bundle, root } from './bundle';
import { editorTests, hasDesktop } from './editorTests';
import { ensureKit, NoKit, type KitPart } from './kit';
import { failure, mocha, sideBySide, step, sum, type Counts } from './tiers';

/** The tiers in their order: what needs least comes first. */
const tiers: Readonly<Record<string, () => Promise<Counts>>> = {
  check: async () =>
    sum([
      await step('npm', ['run', '-s', 'types']),
      await step('npm', ['run', '-s', 'lint']),
      await step('npm', ['run', '-s', 'format:check']),
    ]),
  unit: () => sideBySide(unitParts(), 60_000),
  transports: () => mocha(['test/transports'], 60_000),
  // By itself, because it measures how long things take.
  load: () => mocha(['test/load'], 90_000),
  build: async () => {
    await bundle();
    return { passed: 1, failed: 0, skipped: 0 };
  },
  cli: () => mocha(['test/cli']),
  language: () => mocha(['test/language'], 20_000),
  editor: () => (hasDesktop() ? editorTests() : withKit('vscode', 'editor', editorTests)),
  ui: () => withKit('vscode', 'ui', () => mocha(['test/ui'], 120_000)),
  web: () => withKit('web', 'web', () => mocha(['test/web'], 120_000)),
  // A program of its own, because the packager ends its process when something is wrong.
  package: async () => sum([await step('npm', ['run', '-s', 'package']), await mocha(['test/package'], 120_000)]),
};

/** Half of the unit tests by time; the guards are in it, because they put deliberate violations where others would look. */
const WITH_GUARDS = ['build', 'corpus', 'engine/rules', 'engine/xml', 'engine/schema'];

function unitParts(): string[][] {
  const below = (folder: string): string[] =>
    readdirSync(path.join(root, 'test/unit', folder), { withFileTypes: true }).map(({ name }) =>
      path.posix.join(folder, name),
    );
  const folders = [...below('').filter((name) => name !== 'engine'), ...below('engine')];
  const first = folders.filter((name) => WITH_GUARDS.includes(name));
  const second = folders.filter((name) => !WITH_GUARDS.includes(name));
  return [['test/meta', ...first.map((name) => `test/unit/${name}`)], second.map((name) => `test/unit/${name}`)];
}

/** Tiers that need no programs in `dist`. */
const WITHOUT_BUILD = ['check', 'unit', 'transports', 'load'];

/** A tier for which no VS Code can be had is skipped, loudly, with its tests counted; it never passes. */
async function withKit(part: KitPart, folder: string, tier: () => Promise<Counts>): Promise<Counts> {
  try {
    ensureKit('vscode');
    if (part === 'web') ensureKit('web');
  } catch (error) {
    if (!(error instanceof NoKit)) throw error;
    return {
      passed: 0,
      failed: 0,
      skipped: filesBelow(`test/${folder}`),
      note: `SKIPPED: ${error.message}`,
    };
  }
  return tier();
}

const filesBelow = (folder: string): number =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.test.ts'),
  ).length;

async function test(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.find((name) => !(name in tiers));
  if (unknown !== undefined)
    throw new Error(`"${unknown}" is no tier; the tiers are ${Object.keys(tiers).join(', ')}.`);
  const results: { tier: string; counts: Counts; seconds: number }[] = [];
  for (const [tier, start] of Object.entries(tiers)) {
    const needed = tier === 'build' && wanted.some((name) => !WITHOUT_BUILD.includes(name));
    if (wanted.length && !wanted.includes(tier) && !needed) continue;
    console.log(`\n=== ${tier}`);
    const started = performance.now();
    const counts = await start().catch((error: unknown) => {
      console.error(error);
      return failure('did not start');
    });
    results.push({ tier, counts, seconds: (performance.now() - started) / 1000 });
  }
  console.log('\ntier        passed  failed  skipped  seconds');
  for (const { tier, counts, seconds } of results) {
    const figures = [counts.passed, counts.failed, counts.skipped].map((count, i) =>
      `${count}`.padStart([6, 8, 9][i] ?? 0),
    );
    console.log(
      `${tier.padEnd(12)}${figures.join('')}${seconds.toFixed(1).padStart(9)}  ${counts.note ?? ''}`.trimEnd(),
    );
  }
  const total = sum(results.map(({ counts }) => counts));
  if (total.failed) process.exitCode = 1;
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
}

test(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
