import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { serveStdio } from './language/stdio.node';

serveStdio((file) => readFile(path.join(__dirname, 'data', file), 'utf8'));
