import { INBOUND, OUTBOUND, enabledRules } from '../../config/rewrite';
import { attribute, child } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'rewrite-rule-without-effect',
  severity: 'warning',
  profile: 'recommended',
  title: 'A rewrite rule that does nothing',
  why: 'A rule without an action has the action `None`. Unless it sets server variables or keeps later rules from running with `stopProcessing`, nothing happens when it matches. Mostly an action got lost.',
  sources: [
    {
      document: 'URL Rewrite Module Configuration Reference',
      says: 'None performs no action; it is the default of the type attribute',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><rewrite><rules><rule name="Old pages"><match url="^old$" /></rule></rules></rewrite></system.webServer>',
        at: 'Old pages',
      },
      '<system.webServer><rewrite><rules><rule name="a"><match url="^old$" /><action url="/new" /></rule></rules></rewrite></system.webServer>',
    ],
    good: [
      '<system.webServer><rewrite><rules><rule name="a" stopProcessing="true"><match url="^api" /></rule><rule name="b"><match url="^old$" /><action type="Rewrite" url="new" /></rule></rules></rewrite></system.webServer>',
      '<system.webServer><rewrite><rules><rule name="a"><match url=".*" /><serverVariables><set name="HTTP_X" value="1" /></serverVariables></rule><rule name="b" enabled="false"><match url="x" /></rule><rule name="c"><match url="x" /><action type="None" /></rule></rules></rewrite></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const path of [...INBOUND, OUTBOUND])
      for (const use of sections(path))
        for (const { element, action, stopsProcessing } of enabledRules(use)) {
          // Who wrote None means it.
          if (stopsProcessing || (action && attribute(action, 'type') !== undefined)) continue;
          if (child(element, 'serverVariables')) continue;
          const name = element.attributes.find((one) => one.name === 'name');
          report({
            at: name?.valueRange ?? element.nameRange,
            message: `The rule ${quoted(name?.value ?? '')} has ${action ? 'an action without a type' : 'no action'}: it changes nothing when it matches.`,
          });
        }
    return undefined;
  },
});
