import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { OnLoadResult, Plugin } from 'esbuild';
import ts from 'typescript';
import { SHOWN_EXAMPLES } from '../engine/rules/rule';

const FACTS = /[\\/]src[\\/]engine[\\/]knowledge[\\/]\w+[\\/]\w+\.ts$/;
const RULES = /[\\/]src[\\/]engine[\\/]rules[\\/](?:config|script)[\\/][\w-]+\.ts$/;

/** Leaves out of facts and rules the texts that only tests read: a fifth of what the programs would carry. */
export const withoutTestData: Plugin = {
  name: 'without-test-data',
  setup(build) {
    build.onLoad({ filter: FACTS }, ({ path: file }) => transformed(file, dropProperties(['samples', 'notSamples'])));
    build.onLoad({ filter: RULES }, ({ path: file }) => transformed(file, shortenExamples));
  },
};

async function transformed(file: string, change: ts.TransformerFactory<ts.SourceFile>): Promise<OnLoadResult> {
  const source = ts.createSourceFile(file, await readFile(file, 'utf8'), ts.ScriptTarget.Latest);
  const [result = source] = ts.transform(source, [change]).transformed;
  return { contents: ts.createPrinter().printFile(result), loader: 'ts', resolveDir: path.dirname(file) };
}

const dropProperties =
  (names: readonly string[]): ts.TransformerFactory<ts.SourceFile> =>
  (context) => {
    const visit = (node: ts.Node): ts.Node | undefined =>
      names.includes(propertyName(node)) ? undefined : ts.visitEachChild(node, visit, context);
    return (root) => ts.visitEachChild(root, visit, context);
  };

/** A rule keeps the examples that its page shows. */
const shortenExamples: ts.TransformerFactory<ts.SourceFile> = (context) => {
  const { factory } = context;
  const shorten = (node: ts.Node): ts.Node => {
    if (!ts.isPropertyAssignment(node) || !ts.isArrayLiteralExpression(node.initializer)) return node;
    const shown = node.initializer.elements.slice(0, SHOWN_EXAMPLES);
    // What is spread may be fewer than one.
    if (shown.some(ts.isSpreadElement)) return node;
    return factory.updatePropertyAssignment(node, node.name, factory.createArrayLiteralExpression(shown));
  };
  const visit = (node: ts.Node): ts.Node =>
    propertyName(node) === 'examples' && ts.isPropertyAssignment(node) && ts.isObjectLiteralExpression(node.initializer)
      ? factory.updatePropertyAssignment(node, node.name, ts.visitEachChild(node.initializer, shorten, context))
      : ts.visitEachChild(node, visit, context);
  return (root) => ts.visitEachChild(root, visit, context);
};

const propertyName = (node: ts.Node): string =>
  ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) ? node.name.text : '';
