import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readPieces } from './cli/input';
import { keepHeapSmall } from './language/heap.node';
import { serveStdio } from './language/stdio.node';

keepHeapSmall();
serveStdio((file) => readFile(path.join(__dirname, 'data', file), 'utf8'), readPieces);
