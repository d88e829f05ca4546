import { appliesToEverything, INBOUND, enabledRules, type RewriteRule } from '../../config/rewrite';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'rewrite-unreachable-rule',
  severity: 'warning',
  profile: 'recommended',
  title: 'A rewrite rule behind one that catches everything',
  why: 'URL Rewrite goes through the rules from the top. A rule that fits every address without a condition and then stops, by `stopProcessing` or because it redirects, answers or aborts, lets no request through to the rules behind it.',
  sources: [
    {
      document: 'URL Rewrite Module Configuration Reference',
      says: 'rules run in their order; stopProcessing, Redirect, CustomResponse and AbortRequest end the evaluation',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><rewrite><rules><rule name="spa" stopProcessing="true"><match url=".*" /><action type="Rewrite" url="index.html" /></rule><rule name="api"><match url="^api/(.*)" /><action type="Rewrite" url="api.aspx?p={R:1}" /></rule></rules></rewrite></system.webServer>',
        at: 'api',
      },
      '<location path="a"><system.webServer><rewrite><rules><rule name="all"><match url="(.*)" /><action type="CustomResponse" statusCode="503" /></rule><rule name="x"><match url="x" /><action type="Rewrite" url="y" /></rule></rules></rewrite></system.webServer></location>',
    ],
    good: [
      '<system.webServer><rewrite><rules><rule name="api"><match url="^api/(.*)" /><action type="Rewrite" url="api.aspx?p={R:1}" /></rule><rule name="spa" stopProcessing="true"><match url=".*" /><action type="Rewrite" url="index.html" /></rule></rules></rewrite></system.webServer>',
      '<system.webServer><rewrite><rules><rule name="a" stopProcessing="true"><match url=".*" /><conditions><add input="{HTTPS}" pattern="off" /></conditions><action type="Redirect" url="https://{HTTP_HOST}/{R:0}" /></rule><rule name="b"><match url=".*" /><action type="Rewrite" url="x" /></rule><rule name="c"><match url="x" /><action type="Rewrite" url="z" /></rule></rules></rewrite></system.webServer>',
      '<system.webServer><rewrite><rules><rule name="off" enabled="false" stopProcessing="true"><match url=".*" /><action type="None" /></rule><rule name="c"><match url="x" /><action type="Rewrite" url="z" /></rule></rules></rewrite></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const path of INBOUND)
      for (const use of sections(path)) {
        const rules = enabledRules(use);
        const at = rules.findIndex((rule) => appliesToEverything(rule) && ends(rule));
        const [last, next] = [rules[at], rules[at + 1]];
        if (!last || !next) continue;
        const count = rules.length - at - 1;
        report({
          at: nameOf(next),
          message: `This rule${count > 1 ? ` and ${count - 1} more behind it` : ''} never runs: ${quoted(
            last.element.attributes.find(({ name }) => name === 'name')?.value ?? '',
          )} before it fits every address and ends the evaluation.`,
          related: [{ ...nameOf(last), message: 'The rule that catches everything.' }],
        });
      }
    return undefined;
  },
});

const ends = ({ stopsProcessing, actionType }: RewriteRule): boolean =>
  stopsProcessing || /^(?:redirect|customresponse|abortrequest)$/i.test(actionType);

const nameOf = ({ element }: RewriteRule): { start: number; end: number } =>
  element.attributes.find(({ name }) => name === 'name')?.valueRange ?? element.nameRange;
