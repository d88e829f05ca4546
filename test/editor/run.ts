import { readdirSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

/** Runs one suite inside the extension host; called by VS Code. Rejects when a test failed or a file was not loaded. */
export async function run(): Promise<void> {
  const suite = process.env.IIS_DOCTOR_SUITE ?? 'samples';
  const folder = path.join(__dirname, suite);
  const root = path.resolve(__dirname, '../..');
  // Marks our lines among the workbench's own.
  Mocha.reporters.Base.consoleLog = (first = '', ...rest: unknown[]) =>
    console.log(`\u200B${first as string}`, ...rest);
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: path.join(root, 'test/kit/reporter.cjs') });
  const files = readdirSync(folder).filter((name) => name.endsWith('.test.js'));
  if (!files.length) throw new Error(`no test file in ${folder}`);
  for (const file of files) mocha.addFile(path.join(folder, file));
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures) throw new Error(`${failures} failed`);
}
