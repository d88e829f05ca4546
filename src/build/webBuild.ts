import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './bundle';
import { freePort } from './codeServer';
import { ensureKit, WEB_COMMIT } from './kit';

/** A running VS Code for the browser: no server half, the extension and its language server live in workers. */
export interface WebBuild {
  readonly url: string;
  stop(): void;
}

interface TestWeb {
  readonly open: (options: Readonly<Record<string, unknown>>) => Promise<{ dispose(): void }>;
}

/** Serves VS Code's web build with the extension and a folder in it; changes to the folder stay in memory. */
export async function startWebBuild(workspace: string): Promise<WebBuild> {
  const kit = ensureKit('web');
  const { open } = createRequire(path.join(kit, 'package.json'))('@vscode/test-web') as TestWeb;
  const port = await freePort();
  const server = await open({
    browserType: 'none',
    quality: 'stable',
    commit: WEB_COMMIT,
    testRunnerDataDir: kit,
    host: 'localhost',
    port,
    extensionDevelopmentPath: root,
    folderPath: workspace,
  });
  return { url: `http://localhost:${port}/`, stop: () => server.dispose() };
}
