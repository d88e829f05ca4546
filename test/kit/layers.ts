import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** The parts of the house, by the first folder below `src` or by the name of a door. */
type Part =
  | 'extensionDoor'
  | 'nodeDoor'
  | 'webDoor'
  | 'editor'
  | 'language'
  | 'cli'
  | 'app'
  | 'transports'
  | 'protocol'
  | 'engine'
  | 'build';

/** What each part may import besides itself. */
const mayImport: Readonly<Record<Part, readonly Part[]>> = {
  extensionDoor: ['editor', 'transports', 'protocol', 'engine'],
  nodeDoor: ['cli', 'language', 'transports', 'protocol', 'engine'],
  webDoor: ['language', 'protocol', 'engine'],
  editor: ['app', 'transports', 'protocol', 'engine'],
  cli: ['app', 'transports', 'engine'],
  language: ['protocol', 'engine'],
  app: ['transports', 'engine'],
  transports: ['engine'],
  protocol: ['engine'],
  engine: [],
  build: ['app', 'transports', 'protocol', 'engine'],
};

const doors: Readonly<Record<string, Part>> = {
  'extension.ts': 'extensionDoor',
  'extension.web.ts': 'extensionDoor',
  'server.ts': 'nodeDoor',
  'cli.ts': 'nodeDoor',
  'server.web.ts': 'webDoor',
};

/** Inside the engine these folders hold items of one kind, which never import another of their kind. */
const itemFolders = [
  /^engine\/knowledge\/[^/]+\//,
  /^engine\/rules\/[^/]+\//,
  /^engine\/probes\//,
  /^engine\/remedies\/repairs\//,
];

/** What stands in a folder of items without being one: their common ground. */
const commonGround = /^engine\/probes\/(?:probe|envelope|readAnswer|index\.generated|reading\/[^/]+)(?:\.ts)?$/;

/** A source file: its path below `src` and its text. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

export const sourceFiles = (src: string): SourceFile[] =>
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll(path.sep, '/'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, text: readFileSync(path.join(src, name), 'utf8') }));

/** Every import that the import rule forbids, as `file -> import: why`. */
export const violations = (files: readonly SourceFile[]): string[] =>
  files.flatMap((file) =>
    ts.preProcessFile(file.text, true, true).importedFiles.flatMap(({ fileName: target }) => {
      const why = objection(file.name, target);
      return why ? [`${file.name} -> ${target}: ${why}`] : [];
    }),
  );

function partOf(name: string): Part | null {
  const [first = '', ...rest] = name.split('/');
  if (!rest.length) return doors[first.endsWith('.ts') ? first : `${first}.ts`] ?? null;
  return first in mayImport ? (first as Part) : null;
}

function objection(name: string, target: string): string | null {
  const part = partOf(name);
  if (!part) return 'the file stands in no part of the house';
  if (target.startsWith('.')) return objectionToOwn(name, part, path.posix.join(path.posix.dirname(name), target));
  if (target === 'vscode' || target.startsWith('vscode-languageclient'))
    return part === 'editor' || part === 'extensionDoor' ? null : 'only editor/ and its doors know VS Code';
  const isNode = target.startsWith('node:') || target.endsWith('/node');
  if (isNode && !mayUseNode(name, part)) return 'Node only in transports, cli, build, Node doors and *.node.ts';
  if (part === 'engine' && target.startsWith('vscode-')) return 'the engine knows no editor';
  return null;
}

const mayUseNode = (name: string, part: Part): boolean =>
  part === 'cli' ||
  part === 'build' ||
  part === 'nodeDoor' ||
  name === 'extension.ts' ||
  name.endsWith('.node.ts') ||
  /^transports\/(local|winrm|ssh|powershell)\//.test(name);

function objectionToOwn(name: string, part: Part, target: string): string | null {
  if (target.startsWith('../')) return target === '../package.json' ? null : 'outside src';
  const other = partOf(target);
  if (!other) return 'no part of the house';
  if (other !== part && !mayImport[part].includes(other)) return `${part} may not import ${other}`;
  const kind = itemFolders.map((folder) => folder.exec(name)?.[0]).find((one) => one !== undefined);
  if (!kind || name.endsWith('.generated.ts') || commonGround.test(name)) return null;
  if (target.startsWith(kind) && !commonGround.test(target)) return 'an item never imports another of its kind';
  return null;
}
