import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readPieces } from './cli/input';
import { serveStdio } from './language/stdio.node';

serveStdio((file) => readFile(path.join(__dirname, 'data', file), 'utf8'), readPieces);
