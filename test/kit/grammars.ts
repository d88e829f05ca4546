import { createRequire } from 'node:module';
import path from 'node:path';
import type { Example } from '../../src/engine/rules/rule';

/** The grammars of tree-sitter, which judge what a fix has written; the product reads scripts itself. */
const require = createRequire(import.meta.url);
const names: Readonly<Record<string, string>> = {
  bat: 'batch',
  cmd: 'batch',
  ps1: 'powershell',
};
const parsers = new Map<string, Promise<{ parse: (text: string) => { rootNode: { hasError: boolean } } | null }>>();

async function parserFor(language: string) {
  const { Parser, Language } = await import('web-tree-sitter');
  await Parser.init();
  const folder = path.dirname(require.resolve(`tree-sitter-${language}/package.json`));
  const parser = new Parser();
  parser.setLanguage(await Language.load(path.join(folder, `tree-sitter-${language}.wasm`)));
  return parser;
}

/** Whether the grammar of its language finds a fault in a script; false for languages without one. */
export async function grammarFaults({ text, file = '' }: Example): Promise<boolean> {
  const language = names[file.slice(file.lastIndexOf('.') + 1)];
  if (!language) return false;
  const parser = parsers.get(language) ?? parserFor(language);
  parsers.set(language, parser);
  return (await parser).parse(text)?.rootNode.hasError ?? true;
}
