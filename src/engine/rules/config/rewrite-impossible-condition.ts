import { plainWord } from '../../config/patterns';
import { INBOUND, enabledRules } from '../../config/rewrite';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

/** What server variables with few values can hold. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  '{HTTPS}': ['on', 'off'],
  '{SERVER_PORT_SECURE}': ['0', '1'],
};

export default defineConfigRule({
  id: 'rewrite-impossible-condition',
  severity: 'error',
  profile: 'correctness',
  title: 'A condition on HTTPS that never holds',
  why: '`{HTTPS}` is `on` or `off`, `{SERVER_PORT_SECURE}` is `1` or `0`, and nothing else. A condition that waits for `true`, `http` or an empty text never holds, so the rule never acts: the redirect to https does not happen.',
  sources: [
    {
      document: 'URL Rewrite Module Configuration Reference',
      says: 'for http SERVER_PORT_SECURE holds 0 and HTTPS holds OFF',
      read: '2026-11-24',
    },
    { document: 'IIS Server Variables', says: 'HTTPS is ON or OFF', read: '2026-11-24' },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><rewrite><rules><rule name="a"><match url=".*" /><conditions><add input="{HTTPS}" pattern="^false$" /></conditions><action type="Redirect" url="https://{HTTP_HOST}/{R:0}" /></rule></rules></rewrite></system.webServer>',
        at: '^false$',
      },
      '<location path="a"><system.webServer><rewrite><rules><rule name="a"><match url=".*" /><conditions><add input="{https}" pattern="0" /></conditions><action type="AbortRequest" /></rule></rules></rewrite></system.webServer></location>',
      '<system.webServer><rewrite><rules><rule name="a"><match url=".*" /><conditions><add input="{SERVER_PORT_SECURE}" pattern="off" /></conditions><action type="AbortRequest" /></rule></rules></rewrite></system.webServer>',
    ],
    good: [
      '<system.webServer><rewrite><rules><rule name="a"><match url=".*" /><conditions><add input="{HTTPS}" pattern="^OFF$" /><add input="{SERVER_PORT_SECURE}" pattern="^0$" /></conditions><action type="AbortRequest" /></rule></rules></rewrite></system.webServer>',
      '<system.webServer><rewrite><rules><rule name="a"><match url=".*" /><conditions><add input="{HTTPS}" pattern="true" negate="true" /><add input="{HTTP_X_FORWARDED_PROTO}" pattern="^http$" /></conditions><action type="AbortRequest" /></rule></rules></rewrite></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const path of INBOUND)
      for (const use of sections(path))
        for (const { conditions, syntax } of enabledRules(use))
          for (const { input, pattern, isPattern, isNegated } of conditions) {
            const values = VALUES[input?.value.toUpperCase() ?? ''];
            if (!values || !pattern || !isPattern || isNegated) continue;
            const word = syntax === 'ECMAScript' ? plainWord(pattern.value) : plainText(pattern.value);
            if (word === null || values.some((value) => canFit(value, word.toLowerCase(), pattern.value))) continue;
            report({
              at: pattern.valueRange,
              message: `${quoted(pattern.value)} never fits: ${input?.value ?? ''} is ${values.join(' or ')}. The rule does not act.`,
            });
          }
    return undefined;
  },
});

/** A wildcard or an exact text without an asterisk stands for itself. */
const plainText = (pattern: string): string | null => (/^[\w-]+$/.test(pattern) ? pattern : null);

const canFit = (value: string, word: string, pattern: string): boolean =>
  pattern.startsWith('^') || pattern.endsWith('$')
    ? value.startsWith(word) || value.endsWith(word)
    : value.includes(word);
