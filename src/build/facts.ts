import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'esbuild';
import ts from 'typescript';

const TEST_DATA = new Set(['samples', 'notSamples']);
const FAMILIES = /[\\/]src[\\/]engine[\\/]knowledge[\\/]\w+[\\/]\w+\.ts$/;

/** Leaves out of the facts the texts that only tests read: a fifth of what the programs would carry. */
export const withoutSamples: Plugin = {
  name: 'without-samples',
  setup(build) {
    build.onLoad({ filter: FAMILIES }, async ({ path: file }) => {
      const source = ts.createSourceFile(file, await readFile(file, 'utf8'), ts.ScriptTarget.Latest);
      const { transformed } = ts.transform(source, [dropTestData]);
      const [result = source] = transformed;
      return { contents: ts.createPrinter().printFile(result), loader: 'ts', resolveDir: path.dirname(file) };
    });
  },
};

const dropTestData: ts.TransformerFactory<ts.SourceFile> = (context) => {
  const visit = (node: ts.Node): ts.Node | undefined =>
    ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && TEST_DATA.has(node.name.text)
      ? undefined
      : ts.visitEachChild(node, visit, context);
  return (root) => ts.visitEachChild(root, visit, context);
};
