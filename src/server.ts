import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readPieces } from './cli/input';
import { serveStdio } from './language/stdio.node';

serveStdio((name) => readFile(path.join(__dirname, 'data', `${name}.tsv`), 'utf8'), readPieces);
