import { addedHandlers, HANDLERS } from '../../config/handlers';
import { attributeOf, listed } from '../../config/values';
import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

const NEEDS: Readonly<Record<string, readonly string[]>> = {
  script: ['script', 'execute'],
  execute: ['execute'],
  write: ['write'],
  read: ['read'],
};

export default defineConfigRule({
  id: 'handler-access-too-low',
  severity: 'warning',
  profile: 'recommended',
  title: 'A handler that the access policy of its section switches off',
  why: '`accessPolicy` says which kinds of handlers may run in a folder, and `requireAccess` of each handler, which is `Script` unless it says otherwise, which kind it is. A handler whose kind is not allowed is disabled: its requests are refused with 403.1 or go to the next handler.',
  sources: [
    {
      document: 'Handlers <handlers>, IIS configuration reference',
      says: 'accessPolicy limits the handlers by their requireAccess; requireAccess is Script by default',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><handlers accessPolicy="Read"><add name="Report" path="*.report" verb="GET" type="Shop.Report, Shop" /></handlers></system.webServer>',
        at: 'Read',
      },
      '<location path="cgi"><system.webServer><handlers accessPolicy="Read, Script"><add name="Exe" path="*.exe" verb="*" modules="CgiModule" requireAccess="Execute" /></handlers></system.webServer></location>',
    ],
    good: [
      '<system.webServer><handlers accessPolicy="Read, Script"><add name="Report" path="*.report" verb="GET" type="Shop.Report, Shop" /></handlers></system.webServer>',
      '<system.webServer><handlers accessPolicy="Read"><clear /><add name="StaticFile" path="*" verb="*" modules="StaticFileModule" resourceType="File" requireAccess="Read" /><add name="None" path="*.n" verb="*" type="N" requireAccess="None" /></handlers></system.webServer>',
      '<system.webServer><handlers accessPolicy="Execute, Read"><add name="Report" path="*.report" verb="GET" type="Shop.Report, Shop" /></handlers></system.webServer>',
    ],
  },
  check({ document, sections, report }) {
    if (document.kind !== 'web') return undefined;
    for (const use of sections(HANDLERS)) {
      const policy = attributeOf(use.element, 'accessPolicy');
      if (!policy || /^\d+$/.test(policy.value.trim())) continue;
      const allowed = listed(policy.value.toLowerCase());
      const off = addedHandlers(use).find((one) => {
        const needs = NEEDS[(attribute(one, 'requireAccess') ?? 'Script').toLowerCase()];
        return needs !== undefined && !needs.some((kind) => allowed.includes(kind));
      });
      if (!off) continue;
      const needed = attribute(off, 'requireAccess') ?? 'Script';
      report({
        at: policy.valueRange,
        message: `The handler ${quoted(attribute(off, 'name') ?? '')} in this section needs ${quoted(needed)}, which accessPolicy does not allow: it is switched off.`,
      });
    }
    return undefined;
  },
});
