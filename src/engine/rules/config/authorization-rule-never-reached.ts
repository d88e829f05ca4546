import { insertAfter, removeElement, type TextEdit } from '../../config/edits';
import { attribute, type XmlElement } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { elementsOf } from '../settings';

export default defineConfigRule({
  id: 'authorization-rule-never-reached',
  severity: 'warning',
  profile: 'correctness',
  title: 'An authorization rule behind one that decides for everybody',
  why: 'ASP.NET goes through `system.web/authorization` from top to bottom, and the first rule that fits decides. Behind `users="*"` nothing is read any more: a `deny` behind `<allow users="*" />` protects nothing, an `allow` behind `<deny users="*" />` lets nobody in.',
  sources: [
    {
      document: 'authorization element (ASP.NET Settings Schema)',
      says: 'the module takes the first access rule that fits the user',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.web><authorization><allow users="*" /><deny users="?" /></authorization></system.web>',
        at: 'deny',
      },
      '<location path="admin"><system.web><authorization><deny users="*" /><allow roles="Admins" /></authorization></system.web></location>',
    ],
    good: [
      '<system.web><authorization><deny users="?" /><allow users="*" /></authorization></system.web>',
      '<system.web><authorization><allow users="*" verbs="GET" /><deny users="?" /></authorization></system.web>',
      '<system.web><authorization><allow roles="Admins" /><deny users="*" /></authorization></system.web>',
      '<system.web><authorization><allow users="*" /><allow users="?" /></authorization></system.web>',
    ],
  },
  check(context) {
    for (const { element } of elementsOf(context, 'system.web/authorization')) {
      const rules = element.children.filter(({ name }) => name === 'allow' || name === 'deny');
      const decides = rules.findIndex(isForEverybody);
      const first = rules[decides];
      if (!first) continue;
      for (const rule of rules.slice(decides + 1)) {
        // It says the same again, so nothing is different from what was meant.
        if (rule.name === first.name) continue;
        context.report({
          at: rule.nameRange,
          message: `This rule is never reached: <${first.name} users="*"> above it already decides for everybody. ${
            rule.name === 'deny' ? 'Nobody is denied' : 'Nobody is allowed'
          } here; the order of the rules matters.`,
          related: [{ ...first.startTag, message: 'It decides for everybody.' }],
          fixes: [
            {
              title: `Move <${first.name} users="*"> to the end`,
              edits: moveToEnd(context.document.text, first, rules.at(-1) ?? rule),
              isSafe: false,
            },
          ],
        });
      }
    }
  },
});

const isForEverybody = (rule: XmlElement): boolean =>
  attribute(rule, 'verbs') === undefined &&
  (attribute(rule, 'users') ?? '').split(',').some((one) => one.trim() === '*');

function moveToEnd(text: string, rule: XmlElement, last: XmlElement): TextEdit[] {
  const own = text.slice(rule.start, rule.end);
  return [removeElement(text, rule), insertAfter(text, last, own)];
}
