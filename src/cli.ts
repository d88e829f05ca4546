import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readPieces } from './cli/input';
import { runCli } from './cli/run';
import type { LoadData } from './engine/loadData';
import { keepHeapSmall } from './language/heap.node';
import { serveStdio } from './language/stdio.node';

const loadData: LoadData = (file) => readFile(path.join(__dirname, 'data', file), 'utf8');

keepHeapSmall();
void runCli(process.argv.slice(2), { loadData, serve: () => serveStdio(loadData, readPieces) }).then((code) => {
  if (code !== null) process.exitCode = code;
});
