import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

const folder = fileURLToPath(new URL('../engine', import.meta.url));

/** What the engine's file is called where there is no `require`: a variable of the worker. */
export const ENGINE_VARIABLE = 'iisDoctorEngine';

/** The name under which {@link wholeEngine} is an entry point. */
export const ENGINE_ENTRY = 'whole-engine';

/**
 * The engine as an entry point: a record of functions by the names of its modules, each of which runs its module when
 * it is first called, so that a program pays only for what it uses.
 */
export const wholeEngine: Plugin = {
  name: 'whole-engine',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^${ENGINE_ENTRY}$`) }, () => ({
      path: ENGINE_ENTRY,
      namespace: 'whole-engine',
    }));
    build.onLoad({ filter: /.*/, namespace: 'whole-engine' }, () => {
      const modules = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
        .map((name) => name.replaceAll('\\', '/').replace(/\.ts$/, ''));
      const entries = modules.map((name) => `${JSON.stringify(name)}: () => require(${JSON.stringify(`./${name}`)})`);
      return { contents: `module.exports = {\n${entries.join(',\n')}\n};`, resolveDir: folder, loader: 'js' };
    });
  },
};

/** Lets a program take the engine's modules from the file that all programs share, instead of having a copy of its own. */
export const sharedEngine = (platform: 'node' | 'browser'): Plugin => ({
  name: 'shared-engine',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\// }, ({ path: wanted, resolveDir, namespace }) => {
      if (namespace === 'engine') return { path: wanted, external: true };
      const name = path.relative(folder, path.resolve(resolveDir, wanted)).replaceAll('\\', '/');
      return name.startsWith('..') ? undefined : { path: name, namespace: 'engine' };
    });
    build.onLoad({ filter: /.*/, namespace: 'engine' }, ({ path: name }) => {
      const engine = platform === 'node' ? "require('./engine.js')" : ENGINE_VARIABLE;
      return { contents: `module.exports = ${engine}[${JSON.stringify(name)}]();`, loader: 'js' };
    });
  },
});
