import type { XmlElement } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { isOfDotNet, refusal } from '../refusal';

export default defineConfigRule({
  id: 'repeated-element',
  severity: 'error',
  profile: 'correctness',
  title: 'An element that may stand only once stands twice',
  why: 'Elements that are not entries of a collection stand at most once in their parent. IIS refuses a second one with 500.19 and 0x800700B7.',
  sources: [
    {
      document: 'IIS schema files (inetsrv\\config\\schema)',
      says: 'an <element> of the schema is a single instance; only collections repeat',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      '<system.webServer><security><requestFiltering><requestLimits maxUrl="100" /><requestLimits maxQueryString="100" /></requestFiltering></security></system.webServer>',
    ],
    good: [
      '<system.webServer><security><requestFiltering><requestLimits maxUrl="100" maxQueryString="100" /></requestFiltering></security></system.webServer>',
    ],
  },
  check({ report }) {
    return {
      element({ element, schema, section }) {
        if (schema.elements.size === 0 || element.children.length < 2) return;
        const first = new Map<string, XmlElement>();
        for (const child of element.children) {
          if (!schema.elements.has(child.name) || schema.collection?.entries.has(child.name)) continue;
          const known = first.get(child.name);
          if (!known) first.set(child.name, child);
          else
            report({
              at: child.nameRange,
              message: `<${child.name}> may stand only once in <${element.name}>: ${isOfDotNet(section) ? refusal(section) : 'IIS answers 500.19 with 0x800700B7'}. Put both together.`,
              related: [{ ...known.nameRange, message: 'The first one.' }],
            });
        }
      },
    };
  },
});
