import { attributeOf } from '../../config/values';
import { child } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

const HITS: Readonly<Record<string, string>> = {
  '/': 'every address has one, so all requests are answered with 404.5',
  '.': 'every file with an extension is answered with 404.5, style sheets and scripts too',
  '-': 'every address with a hyphen is answered with 404.5',
  '%': 'every address with an encoded character is answered with 404.5',
};

export default defineConfigRule({
  id: 'deny-sequence-too-wide',
  severity: 'warning',
  profile: 'recommended',
  title: 'A denied sequence that hits ordinary addresses',
  why: '`denyUrlSequences` refuses each address in which the text occurs anywhere. A single character such as `/` or `.` occurs in nearly all of them. What is meant are mostly pairs: `..` and `./`.',
  sources: [
    {
      document: 'Deny URL Sequences <denyUrlSequences>, IIS configuration reference',
      says: 'a request is denied when the sequence occurs in its URL; 404.5',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><security><requestFiltering><denyUrlSequences><add sequence=".." /><add sequence="." /></denyUrlSequences></requestFiltering></security></system.webServer>',
        at: '.',
      },
      '<location path="a"><system.webServer><security><requestFiltering><denyUrlSequences><add sequence="/" /></denyUrlSequences></requestFiltering></security></system.webServer></location>',
    ],
    good: [
      '<system.webServer><security><requestFiltering><denyUrlSequences><add sequence=".." /><add sequence=":" /><add sequence="\\" /><remove sequence="/" /></denyUrlSequences></requestFiltering></security></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const { element } of sections('system.webServer/security/requestFiltering'))
      for (const entry of child(element, 'denyUrlSequences')?.children ?? []) {
        const sequence = entry.name === 'add' ? attributeOf(entry, 'sequence') : undefined;
        const hits = HITS[sequence?.value ?? ''];
        if (!sequence || hits === undefined) continue;
        report({ at: sequence.valueRange, message: `${quoted(sequence.value)} is refused anywhere: ${hits}.` });
      }
    return undefined;
  },
});
