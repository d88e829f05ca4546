import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { bundle, root } from './bundle';

export const SIZE_LIMIT = 1.5 * 1024 * 1024;

/** Makes the `.vsix` that is published and installed. Fails when it is larger than {@link SIZE_LIMIT}. */
export async function makePackage(): Promise<string> {
  await bundle({ production: true });
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const file = path.join(root, `iis-doctor-${version}.vsix`);
  await createVSIX({ cwd: root, packagePath: file, dependencies: false });
  const { size } = statSync(file);
  if (size > SIZE_LIMIT) throw new Error(`${file} has ${size} bytes, more than ${SIZE_LIMIT}.`);
  console.log(`${path.basename(file)}: ${(size / 1024).toFixed(0)} kB`);
  return file;
}

if (process.argv[1] && path.basename(process.argv[1]) === 'package.ts')
  makePackage().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
