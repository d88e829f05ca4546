import type { AST } from '@eslint-community/regexpp';
import { readPattern, visitPattern } from '../../config/patterns';
import { INBOUND, OUTBOUND, enabledRules } from '../../config/rewrite';
import type { XmlAttribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'rewrite-slow-pattern',
  severity: 'warning',
  profile: 'recommended',
  title: 'A pattern whose time grows without bound',
  why: 'A repetition inside a repetition, such as `(a+)+` or `(.*)*`, can split a text in countless ways. On an address that nearly fits, the engine tries all of them: thirty characters can keep a processor busy for minutes, and anybody can send them. Write the inner or the outer repetition alone, or put a fixed separator between.',
  sources: [
    {
      document: 'Regular expression denial of service (OWASP)',
      says: 'nested quantifiers over the same characters take exponential time in backtracking engines',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><rewrite><rules><rule name="a"><match url="^([a-z0-9]+)+$" /><action type="Rewrite" url="x?p={R:1}" /></rule></rules></rewrite></system.webServer>',
        at: '^([a-z0-9]+)+$',
      },
      '<system.webServer><rewrite><rules><rule name="a"><match url=".*" /><conditions><add input="{QUERY_STRING}" pattern="^(?:.*)*=x$" /></conditions><action type="AbortRequest" /></rule></rules></rewrite></system.webServer>',
    ],
    good: [
      '<system.webServer><rewrite><rules><rule name="a"><match url="^([a-z]+/)+(?:\\d+)?$" /><action type="Rewrite" url="x?p={R:1}" /></rule><rule name="b"><match url="^((?:a+){1,3}|b*)$" /><action type="None" /></rule></rules></rewrite></system.webServer>',
      '<system.webServer><rewrite><rules><rule name="w" patternSyntax="Wildcard"><match url="*(a+)+*" /><action type="None" /></rule></rules></rewrite></system.webServer>',
    ],
  },
  check({ sections, report }) {
    const check = (pattern: XmlAttribute | undefined): void => {
      const read = pattern && readPattern(pattern.value);
      if (!pattern || !read?.isValid) return;
      const slow: string[] = [];
      visitPattern(read.tree, (node) => {
        if (isNested(node)) slow.push(node.raw);
      });
      const [first] = slow;
      if (first === undefined) return;
      report({
        at: pattern.valueRange,
        message: `${quoted(first)} repeats what repeats already: on an address that nearly fits, the time grows without bound, and a single request can keep a processor busy. Leave one of the two repetitions out.`,
      });
    };
    for (const path of [...INBOUND, OUTBOUND])
      for (const use of sections(path))
        for (const { syntax, match, conditions } of enabledRules(use)) {
          if (syntax !== 'ECMAScript') continue;
          check(match?.pattern);
          for (const { pattern } of conditions) check(pattern);
        }
    return undefined;
  },
});

/** An endless repetition of a group in which one way consists of nothing but an endless repetition. */
function isNested(node: AST.Node): boolean {
  if (node.type !== 'Quantifier' || node.max !== Infinity) return false;
  const { element } = node;
  if (element.type !== 'Group' && element.type !== 'CapturingGroup') return false;
  return element.alternatives.some(({ elements }) => {
    const [only] = elements;
    return elements.length === 1 && only?.type === 'Quantifier' && only.max === Infinity;
  });
}
