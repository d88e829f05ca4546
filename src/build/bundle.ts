import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context, type BuildOptions } from 'esbuild';
import { dataFolders } from './dataFolders';
import { ENGINE_ENTRY, ENGINE_VARIABLE, sharedEngine, wholeEngine } from './engine';
import { withoutSamples } from './facts';
import { generate } from './gen';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const dist = path.join(root, 'dist');

const withoutNode = path.join(root, 'src/build/withoutNode.ts');

const node: BuildOptions = {
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // Libraries written as modules ask where they are; in a bundle that is the bundle.
  define: { 'import.meta.url': '__filename' },
  // Its main module loads its parts in a way that no bundler sees.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
};
// A Node built-in is no external here: reaching one fails the build.
const browser: BuildOptions = {
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
  alias: { timers: withoutNode, stream: withoutNode },
};

/** Every program that ships, by its name in `dist`; `engine` is what the programs that think have in common. */
const programs: Readonly<Record<string, BuildOptions>> = {
  extension: { ...node, external: ['vscode'] },
  server: { ...node, plugins: [sharedEngine('node')] },
  cli: { ...node, banner: { js: '#!/usr/bin/env node' }, plugins: [sharedEngine('node')] },
  engine: {
    ...browser,
    entryPoints: [ENGINE_ENTRY],
    format: 'iife',
    globalName: ENGINE_VARIABLE,
    footer: { js: `typeof module === 'object' && (module.exports = ${ENGINE_VARIABLE});` },
    plugins: [wholeEngine, withoutSamples],
  },
  'extension.web': { ...browser, format: 'cjs', external: ['vscode'] },
  'server.web': { ...browser, format: 'iife', plugins: [sharedEngine('browser')] },
};

/**
 * Makes `dist`: the programs and the data they read.
 *
 * @param options `production` minifies and leaves source maps out; `watch` builds again at every change
 */
export async function bundle({ production = false, watch = false } = {}): Promise<void> {
  generate();
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist);
  for (const folder of dataFolders) cpSync(path.join(root, folder), path.join(dist, 'data'), { recursive: true });
  await writeSettingsSchema();
  for (const [name, options] of Object.entries(programs)) {
    const settings: BuildOptions = {
      entryPoints: [path.join(root, 'src', `${name}.ts`)],
      ...options,
      outfile: path.join(dist, `${name}.js`),
      bundle: true,
      minify: production,
      sourcemap: !production,
      legalComments: 'none',
      logLevel: 'warning',
    };
    if (watch) await (await context(settings)).watch();
    else await build(settings);
  }
}

/** The JSON schema of the settings file is made from the rules, whose list has only just been generated. */
async function writeSettingsSchema(): Promise<void> {
  const [{ allRules }, { settingsSchema }] = await Promise.all([
    import('../engine/rules/catalogue'),
    import('../engine/rules/settingsSchema'),
  ]);
  const schema = settingsSchema([...allRules.values()]);
  writeFileSync(path.join(dist, 'settings.schema.json'), `${JSON.stringify(schema, null, 2)}\n`);
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  void bundle({ production: process.argv.includes('--production'), watch: process.argv.includes('--watch') });
