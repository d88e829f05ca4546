import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readPieces } from './cli/input';
import { runCli } from './cli/run';
import type { LoadTable } from './engine/knowledge/knowledge';
import { serveStdio } from './language/stdio.node';

const loadTable: LoadTable = (name) => readFile(path.join(__dirname, 'data', `${name}.tsv`), 'utf8');

void runCli(process.argv.slice(2), { loadTable, serve: () => serveStdio(loadTable, readPieces) }).then((code) => {
  if (code !== null) process.exitCode = code;
});
