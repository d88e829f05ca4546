import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { launchBrowser } from './browser';
import { root } from './bundle';
import { startCodeServer } from './codeServer';
import { counted, sum, type Counts } from './tiers';

const out = path.join(root, '.vscode-test/editor');
const LIMIT_MS = 180_000;

/** Each folder of `test/editor` is a suite that runs in an extension host of its own, on the workspace named here. */
const suites: Readonly<Record<string, string>> = {
  samples: path.join(root, 'media/samples'),
  configuration: path.join(root, 'media/samples/configuration'),
  scripts: path.join(root, 'media/samples/scripts'),
  otherLanguages: path.join(root, 'test/fixtures/otherLanguages'),
};

/** Runs the tests inside a real extension host: the installed VS Code's, else that of the kit in a browser. */
export async function editorTests(): Promise<Counts> {
  await bundleTests();
  const results: Counts[] = [];
  for (const [suite, workspace] of Object.entries(suites))
    results.push(
      await counted((report) => {
        process.env.IIS_DOCTOR_REPORT = report;
        process.env.IIS_DOCTOR_SUITE = suite;
        return hasDesktop() ? onDesktop(workspace) : inBrowser(workspace);
      }),
    );
  return sum(results);
}

async function bundleTests(): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  const tests = Object.keys(suites).flatMap((suite) =>
    readdirSync(path.join(root, 'test/editor', suite)).map((name) => `${suite}/${name}`),
  );
  await build({
    entryPoints: ['run.ts', ...tests].map((name) => path.join(root, 'test/editor', name)),
    outdir: out,
    outbase: path.join(root, 'test/editor'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

/** Whether a VS Code of the desktop is here or can be downloaded; on Linux only an installed one counts. */
export const hasDesktop = (): boolean =>
  process.platform !== 'linux' || spawnSync('code', ['--version'], { stdio: 'ignore' }).status === 0;

const onDesktop = (workspace: string): Promise<number> =>
  runTests({
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(out, 'run.js'),
    launchArgs: [workspace, '--disable-extensions'],
  }).catch((error: unknown) => {
    console.error(error);
    return 1;
  });

/** The page reports when the tests have ended; that alone proves nothing, their report has to be there as well. */
async function inBrowser(workspace: string): Promise<number> {
  const server = await startCodeServer({ workspace, smokeTest: true });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      // A page in a browser needs leave for the clipboard, which a window on a desktop has.
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const ended = new Promise<number>((resolve) => {
      void page.exposeFunction('codeAutomationExit', resolve);
      setTimeout(resolve, LIMIT_MS, 124).unref();
    });
    await page.exposeFunction('codeAutomationLog', (_: string, [first, ...rest]: unknown[]) => {
      // The tests mark their own lines; the rest is the workbench's talk.
      if (typeof first === 'string' && first.startsWith('\u200B')) console.log(format(first.slice(1), ...rest));
    });
    const remote = (file: string): string => `vscode-remote://${server.authority}${file}`;
    const payload = [
      ['extensionDevelopmentPath', remote(root)],
      ['extensionTestsPath', remote(path.join(out, 'run.js'))],
    ];
    const query = new URLSearchParams({ folder: server.workspace, payload: JSON.stringify(payload) });
    await page.goto(`${server.url}/?${query.toString()}`);
    return await ended;
  } finally {
    await browser.close();
    await server.stop();
  }
}
