import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A file of `dist` from which other programs take modules, instead of having copies of their own. */
export interface SharedFile {
  /** Under this name it is an entry point for {@link wholeFile}. */
  readonly entry: string;
  /** Folders of its modules, and modules, from the project's root. What only runs on one platform is left out. */
  readonly folders: readonly string[];
  /** An expression that gives the record of its modules, for a program in Node.js and one in a worker. */
  readonly record: Readonly<Record<'node' | 'browser', string>>;
  /** What the file itself gives out beside the record: the activation of an extension. */
  readonly also?: string;
}

/** What the engine's file is called where there is no `require`: a variable of the worker. */
export const ENGINE_VARIABLE = 'iisDoctorEngine';

/** The engine, the language server and the half of its libraries that knows no platform. */
export const engineFile: SharedFile = {
  entry: 'whole-engine',
  folders: [
    'src/engine',
    'src/language',
    'src/protocol',
    'node_modules/vscode-uri/lib/esm',
    ...['vscode-languageserver', 'vscode-languageserver-protocol', 'vscode-jsonrpc'].map(
      (name) => `node_modules/${name}/lib/common`,
    ),
  ],
  record: { node: "require('./engine.js')", browser: ENGINE_VARIABLE },
};

/**
 * The extension as a browser loads it, which can only be one file. On a desktop it is what that extension takes
 * everything from but its way to the language server.
 */
export const editorFile: SharedFile = {
  entry: 'whole-editor',
  folders: [
    'src/editor',
    'src/app',
    'src/transports/demo',
    'src/transports/folder',
    'src/transports/transportError',
    ...['vscode-languageclient', 'vscode-languageserver-protocol', 'vscode-jsonrpc'].map(
      (name) => `node_modules/${name}/lib/common`,
    ),
  ],
  record: { node: "require('./extension.web.js').modules", browser: '' },
  also: './src/extension.web',
};

/** A module's name: its path from the root without the ending. */
const nameOf = (file: string): string =>
  path
    .relative(root, file)
    .replaceAll('\\', '/')
    .replace(/\.[jt]s$/, '');

const isShared = ({ folders }: SharedFile, name: string): boolean =>
  folders.some((folder) => name === folder || name.startsWith(`${folder}/`)) && !ONE_PLATFORM.test(name);
const ONE_PLATFORM = /\.node$|^src\/language\/worker$/;

/** The modules that programs have asked a file for since the build began. */
const asked = new Map<SharedFile, Set<string>>();

/** Lets a program take modules from a file that programs share. */
export const takenFrom = (file: SharedFile, platform: 'node' | 'browser'): Plugin => ({
  name: `taken-from-${file.entry}`,
  setup(build) {
    const names = asked.get(file) ?? new Set();
    asked.set(file, names);
    build.onResolve({ filter: /.*/ }, async ({ path: wanted, pluginData, ...where }) => {
      if (where.kind === 'entry-point' || pluginData === file || where.namespace === file.entry) return undefined;
      const resolved = await build.resolve(wanted, { ...where, pluginData: file });
      // What cannot be found may be meant so, within a `try`: esbuild knows.
      if (resolved.errors.length) return undefined;
      const name = nameOf(resolved.path);
      if (resolved.namespace !== 'file' || !isShared(file, name)) return resolved;
      names.add(name);
      // By the ending of its name esbuild tells whether a module is CommonJS, as this one is.
      return { path: `${name}.cjs`, namespace: file.entry, pluginData: name };
    });
    build.onLoad({ filter: /.*/, namespace: file.entry }, ({ pluginData: name }: { pluginData?: unknown }) => ({
      contents: `module.exports = ${file.record[platform]}[${JSON.stringify(name)}]();`,
      loader: 'js',
    }));
  },
});

/**
 * A shared file as an entry point: a record of functions by the names of the modules that programs ask it for, each of
 * which runs its module when it is first called, so that a program pays only for what it uses.
 *
 * @param programs the programs' files, which have to be built before and at whose change the record is made anew
 */
export const wholeFile = (file: SharedFile, programs: readonly string[]): Plugin => ({
  name: file.entry,
  setup(build) {
    build.onResolve({ filter: new RegExp(`^${file.entry}$`) }, ({ path: entry }) => ({
      path: entry,
      namespace: file.entry,
    }));
    build.onLoad({ filter: /.*/, namespace: file.entry }, () => {
      const entries = [...(asked.get(file) ?? [])]
        .sort()
        .map((name) => `${JSON.stringify(name)}: () => require(${JSON.stringify(`./${name}`)})`);
      const record = `{\n${entries.join(',\n')}\n}`;
      const contents =
        file.also === undefined
          ? `module.exports = ${record};`
          : `module.exports = { ...require(${JSON.stringify(file.also)}), modules: ${record} };`;
      return { contents, resolveDir: root, loader: 'js', watchFiles: [...programs] };
    });
  },
});
