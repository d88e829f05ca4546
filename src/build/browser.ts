import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { ensureKit } from './kit';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

/** Starts a browser without a window: the program that `$CHROMIUM` names, else the one of the kit. */
export const launchBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await executable(), args: FLAGS });

async function executable(): Promise<string> {
  const own = process.env.CHROMIUM;
  if (own && existsSync(own)) return own;
  // Said before the package is loaded, this makes it bring the libraries that a bare machine lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const require = createRequire(path.join(ensureKit('vscode'), 'package.json'));
  const loaded = require('@sparticuz/chromium') as { default?: Packaged } & Packaged;
  return (loaded.default ?? loaded).executablePath();
}

interface Packaged {
  executablePath(): Promise<string>;
}
