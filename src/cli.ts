import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readPieces } from './cli/input';
import { runCli } from './cli/run';
import type { LoadData } from './engine/loadData';
import { keepHeapSmall } from './language/heap.node';

const loadData: LoadData = (file) => readFile(path.join(__dirname, 'data', file), 'utf8');

keepHeapSmall();
/** The language server's libraries are only loaded for it: every other command would pay for them with its start. */
async function serve(): Promise<void> {
  const { serveStdio } = await import('./language/stdio.node');
  serveStdio(loadData, readPieces);
}

void runCli(process.argv.slice(2), { loadData, serve }).then((code) => {
  if (code !== null) process.exitCode = code;
});
