import { setValue } from '../../config/edits';
import { enabledRules, INBOUND } from '../../config/rewrite';
import { attributeOf, partOf } from '../../config/values';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'rewrite-apache-syntax',
  severity: 'warning',
  profile: 'recommended',
  title: 'References as Apache writes them',
  why: 'Rules that were carried over from Apache by hand keep its signs: `$1` is `{R:1}` in URL Rewrite, `%1` is `{C:1}`, `%{HTTP_HOST}` is `{HTTP_HOST}`. What URL Rewrite does not know stands in the target as it is written, and visitors land on `/shop/$1`.',
  sources: [
    {
      document: 'URL Rewrite Module Configuration Reference',
      says: 'back-references are {R:N} and {C:N}, server variables {NAME}',
      read: '2026-11-24',
    },
    {
      document: 'Importing Apache mod_rewrite Rules',
      says: '$N, %N and %{NAME} are converted to {R:N}, {C:N} and {NAME}',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><rewrite><rules><rule name="a"><match url="^old/(.*)$" /><action type="Redirect" url="/new/$1" /></rule></rules></rewrite></system.webServer>',
        at: '$1',
      },
      {
        text: '<location path="a"><system.webServer><rewrite><rules><rule name="a"><match url="^old$" /><action type="Redirect" url="https://%{HTTP_HOST}/new" /></rule></rules></rewrite></system.webServer></location>',
        at: '%{HTTP_HOST}',
      },
    ],
    good: [
      '<system.webServer><rewrite><rules><rule name="a"><match url="^old/(.*)$" /><action type="Redirect" url="/new/{R:1}?price=$10&amp;x=%20%7B" /></rule></rules></rewrite></system.webServer>',
      '<system.webServer><rewrite><rules><rule name="a"><match url="^old$" /><action type="Rewrite" url="/cost$100" /></rule></rules></rewrite></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const path of INBOUND)
      for (const use of sections(path))
        for (const { action, actionType } of enabledRules(use)) {
          const url = attributeOf(action ?? undefined, 'url');
          if (!url || !/^(?:rewrite|redirect)$/i.test(actionType)) continue;
          const found = FOREIGN.exec(url.value);
          if (!found) continue;
          const meant = url.value.replace(new RegExp(FOREIGN, 'g'), toIis);
          report({
            at: partOf(url, found.index, found.index + found[0].length),
            message: `${quoted(found[0])} is how Apache writes it, and stays in the target as it stands. URL Rewrite writes ${toIis(found[0])}.`,
            fixes: [{ title: `Change to ${toIis(found[0])}`, edits: [setValue(url, meant)], isSafe: false }],
          });
        }
    return undefined;
  },
});

/** A group of the pattern at the end of a segment, or a server variable. */
const FOREIGN = /\$[1-9](?=$|[/?&.])|%\{[A-Z_]{2,60}\}/;

const toIis = (reference: string): string =>
  reference.startsWith('$') ? `{R:${reference.slice(1)}}` : reference.slice(1);
