// npm run bench: every bench of this folder, one after the other, each in a process of its own.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

for (const name of readdirSync(__dirname)
  .filter((file) => file.endsWith('.bench.ts'))
  .sort()) {
  console.log(`\n=== ${name}`);
  const args = ['--expose-gc', '--import', 'tsx', path.join(__dirname, name)];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
