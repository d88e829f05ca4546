import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { serveStdio } from './language/stdio.node';

serveStdio((name) => readFile(path.join(__dirname, 'data', `${name}.tsv`), 'utf8'));
