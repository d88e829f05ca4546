import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cliIn } from './cli';

/** A temporary folder of its own for each test, and the program that ships run in it. Made inside a `describe`. */
export class CliFolder {
  path = '';

  constructor() {
    beforeEach(() => (this.path = mkdtempSync(path.join(tmpdir(), 'iis-doctor-cli-'))));
    afterEach(() => rmSync(this.path, { recursive: true }));
  }

  readonly write = (name: string, text: string | Buffer): void => {
    mkdirSync(path.dirname(path.join(this.path, name)), { recursive: true });
    writeFileSync(path.join(this.path, name), text);
  };

  readonly read = (name: string): string => readFileSync(path.join(this.path, name), 'utf8');

  readonly run = (args: readonly string[], input: string | Buffer = '') => cliIn(this.path, args, input);
}

/** A configuration with one error, and one with none. */
export const BROKEN =
  '<configuration>\r\n\t<system.webServer>\r\n\t\t<directoryBrowse enabled="yes" />\r\n\t</system.webServer>\r\n</configuration>\r\n';
export const FINE =
  '<configuration><system.webServer><directoryBrowse enabled="true" /></system.webServer></configuration>';

/** What `iis-doctor check --format json` prints. */
export interface CheckReport {
  files: { path: string; findings: Record<string, unknown>[] }[];
  rules: Record<string, Record<string, unknown>>;
}
