import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from './knowledge';

/** A regular expression and where it comes from. */
export interface FoundExpression {
  readonly expression: RegExp;
  /** `src/engine/text/guid.ts:12`, or the way that used it. */
  readonly place: string;
}

/** Every regular expression that the source code of a folder writes down as a literal. */
export function literalExpressions(folder: string): FoundExpression[] {
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((name) => name.endsWith('.ts')).flatMap((name) => expressionsIn(path.join(folder, name)));
}

function expressionsIn(file: string): FoundExpression[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest);
  const found: FoundExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
      const [, pattern = '', flags] = /^\/(.*)\/([a-z]*)$/s.exec(node.getText(source)) ?? [];
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      found.push({ expression: new RegExp(pattern, flags), place: `${file}:${line}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/**
 * Every regular expression that is used while something runs, also those that are put together from strings. Every
 * method of strings and expressions asks `exec` once it is not the built-in one.
 */
export async function usedExpressions(run: () => Promise<unknown>): Promise<RegExp[]> {
  const used = new Map<string, RegExp>();
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with the expression below
  const { exec } = RegExp.prototype;
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    used.set(`${this}`, this);
    return exec.call(this, text);
  };
  try {
    await run();
  } finally {
    RegExp.prototype.exec = exec;
  }
  return [...used.values()];
}
