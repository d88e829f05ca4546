import { INBOUND, enabledRules } from '../../config/rewrite';
import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';

export default defineConfigRule({
  id: 'rewrite-action-without-url',
  severity: 'warning',
  profile: 'recommended',
  title: 'A rewrite or redirect without a target',
  why: 'The actions `Rewrite` and `Redirect` put the text of `url` in the place of the requested address. Without it the rule has nothing to send a request to. A rule that only sets server variables or stops others has the action `None`.',
  sources: [
    {
      document: 'URL Rewrite Module Configuration Reference',
      says: 'url is the substitution string of Rewrite and Redirect and must always specify a path',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><rewrite><rules><rule name="a"><match url="^old$" /><action type="Redirect" redirectType="Found" /></rule></rules></rewrite></system.webServer>',
        at: 'Redirect',
      },
      {
        file: 'applicationHost.config',
        text: '<system.webServer><rewrite><globalRules><rule name="a"><match url="^old$" /><action type="Rewrite" /></rule></globalRules></rewrite></system.webServer>',
      },
    ],
    good: [
      '<system.webServer><rewrite><rules><rule name="a"><match url="^old$" /><action type="Redirect" url="/new" /></rule><rule name="b"><match url="^x$" /><action type="None" /></rule></rules></rewrite></system.webServer>',
      '<system.webServer><rewrite><rules><rule name="a"><match url="^old$" /><action type="Rewrite" url="" /></rule></rules></rewrite></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const path of INBOUND)
      for (const use of sections(path))
        for (const { action, actionType } of enabledRules(use)) {
          if (!action || !/^(?:rewrite|redirect)$/i.test(actionType) || attribute(action, 'url') !== undefined)
            continue;
          const type = action.attributes.find(({ name }) => name === 'type');
          report({
            at: type?.valueRange ?? action.nameRange,
            message: `The action ${actionType} has no url: the rule has nowhere to send requests. Where nothing is to be changed, the action is None.`,
          });
        }
    return undefined;
  },
});
