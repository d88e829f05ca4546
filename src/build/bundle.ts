import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context, type BuildOptions } from 'esbuild';
import type { TableName } from '../engine/knowledge/knowledge';
import { dataFolders } from './dataFolders';
import { generate } from './gen';
import { editorFile, ENGINE_VARIABLE, engineFile, takenFrom, wholeFile } from './shared';
import { withoutTestData } from './withoutTestData';

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

const built = (name: string): string => path.join(dist, `${name}.js`);

/**
 * Every program that ships, by its name in `dist`. `engine` is what the programs that think have in common; it and
 * `extension.web` come behind the programs that take modules from them.
 */
const programs: Readonly<Record<string, BuildOptions>> = {
  extension: { ...node, external: ['vscode', './extension.web.js'], plugins: [takenFrom(editorFile, 'node')] },
  server: { ...node, external: ['./engine.js'], plugins: [takenFrom(engineFile, 'node')] },
  cli: {
    ...node,
    external: ['./engine.js'],
    banner: { js: '#!/usr/bin/env node' },
    plugins: [takenFrom(engineFile, 'node')],
  },
  // What `ssh` starts to ask something: small, because it is started often.
  'ssh-helper': { ...node, entryPoints: [path.join(root, 'src/transports/ssh/helper.ts')] },
  'server.web': { ...browser, format: 'iife', plugins: [takenFrom(engineFile, 'browser')] },
  engine: {
    ...browser,
    entryPoints: [engineFile.entry],
    format: 'iife',
    globalName: ENGINE_VARIABLE,
    footer: { js: `typeof module === 'object' && (module.exports = ${ENGINE_VARIABLE});` },
    plugins: [wholeFile(engineFile, ['server', 'cli', 'server.web'].map(built)), withoutTestData],
  },
  // The page of the wizard, with its style sheet.
  wizard: { ...browser, entryPoints: [path.join(root, 'webview-ui/wizard/main.ts')], format: 'iife' },
  'extension.web': {
    ...browser,
    entryPoints: [editorFile.entry],
    format: 'cjs',
    external: ['vscode'],
    plugins: [wholeFile(editorFile, [built('extension')]), withoutTestData],
  },
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
  copyExecutable(path.join(root, 'src/transports/ssh/askpass.sh'), path.join(dist, 'ssh-askpass.sh'));
  await writeTables();
  await writeSettingsSchema(production);
  for (const [name, options] of Object.entries(programs)) {
    const settings: BuildOptions = {
      entryPoints: [path.join(root, 'src', `${name}.ts`)],
      ...options,
      outfile: built(name),
      bundle: true,
      minify: production,
      sourcemap: !production,
      legalComments: 'none',
      logLevel: 'warning',
    };
    if (!watch) {
      const { warnings } = await build(settings);
      // Such as an import that is never defined: a program with warnings does not work.
      if (warnings.length) throw new Error(`${name}.js was built with warnings.`);
    } else {
      const watched = await context(settings);
      await watched.rebuild();
      await watched.watch();
    }
  }
}

/** A script of a Unix shell, whatever the checkout has made of its line ends and rights. */
function copyExecutable(from: string, to: string): void {
  writeFileSync(to, readFileSync(from, 'utf8').replaceAll('\r\n', '\n'), { mode: 0o755 });
}

/** The tables ship in another form than the one that they are kept in; which rows they need, the facts tell. */
async function writeTables(): Promise<void> {
  const { families } = await import('../engine/knowledge/families.generated');
  const { Knowledge, tableKeys } = await import('../engine/knowledge/knowledge');
  const { shippedTable } = await import('./shippedTable');
  const knowledge = new Knowledge(families, () => Promise.reject(new Error('The tables are only being written.')));
  for (const name of Object.keys(tableKeys) as TableName[]) {
    const file = path.join(dist, 'data', `${name}.tsv`);
    writeFileSync(file, shippedTable(name, readFileSync(file, 'utf8'), knowledge));
  }
}

/** The JSON schema of the settings file is made from the rules, whose list has only just been generated. */
async function writeSettingsSchema(production: boolean): Promise<void> {
  const [{ allRules }, { settingsSchema }] = await Promise.all([
    import('../engine/rules/catalogue'),
    import('../engine/rules/settingsSchema'),
  ]);
  const schema = settingsSchema([...allRules.values()]);
  writeFileSync(path.join(dist, 'settings.schema.json'), `${JSON.stringify(schema, null, production ? 0 : 2)}\n`);
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  void bundle({ production: process.argv.includes('--production'), watch: process.argv.includes('--watch') });
