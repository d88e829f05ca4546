import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './knowledge';

const program = path.join(root, 'dist/cli.js');

/** Runs the program that ships in a folder, with a text on its standard input. */
export const cliIn = (folder: string, args: readonly string[], input: string | Buffer = '') =>
  spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '' },
  });
