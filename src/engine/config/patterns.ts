import { RegExpParser, RegExpSyntaxError, type AST } from '@eslint-community/regexpp';

/** What URL Rewrite would make of a pattern. */
export type Pattern =
  | { readonly isValid: true; readonly groups: number; readonly tree: AST.Pattern }
  /** `problem` tells what the pattern holds that cannot be read: `a ( that is never closed`. */
  | { readonly isValid: false; readonly problem: string };

/** Longer and deeper patterns are not judged; a hostile file may nest groups without end. */
const LONGEST = 4_000;
const DEEPEST = 100;

/**
 * Reads a regular expression as URL Rewrite does: ECMAScript of its third edition, so with neither look-behind nor named
 * groups, and a `{` only in a quantifier. The pattern is parsed and never run.
 *
 * @returns null for a pattern that is too long to be judged
 */
export function readPattern(pattern: string): Pattern | null {
  if (pattern.length > LONGEST || depthOf(pattern) > DEEPEST) return null;
  const foreign = foreignGroup(pattern);
  if (foreign) return foreign;
  let tree: AST.Pattern;
  try {
    tree = new RegExpParser({ ecmaVersion: 5 }).parsePattern(pattern, 0, pattern.length, { unicode: false });
  } catch (error) {
    if (!(error instanceof RegExpSyntaxError)) throw error;
    return { isValid: false, problem: problemOf(error.message) };
  }
  let groups = 0;
  const braces: Node[] = [];
  visitPattern(tree, (node) => {
    if (node.type === 'CapturingGroup') groups++;
    if (node.type === 'Character' && node.raw === '{' && node.parent.type === 'Alternative') braces.push(node);
  });
  if (braces.length) return { isValid: false, problem: 'a { that begins no quantifier; write \\{' };
  return { isValid: true, groups, tree };
}

function depthOf(pattern: string): number {
  let depth = 0;
  let deepest = 0;
  for (const char of pattern) {
    if (char === '(') deepest = Math.max(deepest, ++depth);
    else if (char === ')') depth--;
  }
  return deepest;
}

/** How many captures a wildcard pattern has: one for each asterisk. */
export const wildcardCaptures = (pattern: string): number => pattern.split('*').length - 1;

/** Whether a regular expression fits every text for certain, such as `.*` and `^(.*)$`. */
export const fitsEverything = (pattern: string): boolean =>
  /^\^?(?:\.\*|\(\.\*\)|\(\.\*\?\)|\(\?:\.\*\))?\$?$/.test(pattern);

/** The text that a regular expression stands for when it has neither choices nor classes: `^OFF$` gives OFF. */
export const plainWord = (pattern: string): string | null => /^\^?\(?([\w-]+)\)?\$?$/.exec(pattern)?.[1] ?? null;

type Node = AST.Node;

/** Visits every node of a parsed pattern, without recursion: a pattern may nest deep. */
export function visitPattern(tree: AST.Pattern, visit: (node: Node) => void): void {
  const waiting: Node[] = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    visit(node);
    waiting.push(...childNodes(node).reverse());
  }
}

function childNodes(node: Node): Node[] {
  if ('alternatives' in node) return [...node.alternatives];
  if (node.type === 'Alternative') return [...node.elements];
  return node.type === 'Quantifier' ? [node.element] : [];
}

/** A `(?` that neither ECMAScript of that time nor URL Rewrite knows; what stands in a class is no group. */
function foreignGroup(pattern: string): Pattern | null {
  let inClass = false;
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i];
    if (char === '\\') i++;
    else if (inClass) inClass = char !== ']';
    else if (char === '[') inClass = true;
    else if (char === '(' && pattern[i + 1] === '?' && !/[:=!]/.test(pattern[i + 2] ?? '')) {
      return { isValid: false, problem: foreignName(pattern.slice(i + 2, i + 4)) };
    }
  }
  return null;
}

function foreignName(rest: string): string {
  if (/^<[=!]/.test(rest)) return 'look-behind, which URL Rewrite does not have';
  if (/^P?</.test(rest)) return 'a named group, which URL Rewrite does not have';
  return /^[a-z-]/i.test(rest)
    ? 'an inline option such as (?i), which URL Rewrite does not have; ignoreCase does it'
    : 'a group that URL Rewrite does not know';
}

const problemOf = (message: string): string => {
  const said = message.slice(message.lastIndexOf(': ') + 2);
  if (/Nothing to repeat/i.test(said)) return 'a repeat sign with nothing before it to repeat';
  if (/Unterminated group/i.test(said)) return 'a ( that is never closed';
  if (said.includes("Unmatched ')'")) return 'a ) that closes nothing';
  if (/Unterminated character class/i.test(said)) return 'a [ that is never closed';
  if (/Range out of order/i.test(said)) return 'a range whose ends are in the wrong order';
  if (/numbers out of order/i.test(said)) return 'a quantifier whose numbers are in the wrong order';
  if (/\\ at end/i.test(said)) return 'a backslash at its end';
  return said.charAt(0).toLowerCase() + said.slice(1);
};
