import { setValue } from '../../config/edits';
import { INBOUND, enabledRules } from '../../config/rewrite';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

const VARIABLE =
  /^%?\{?(?:HTTP_[A-Z_]+|HTTPS|QUERY_STRING|REQUEST_(?:URI|FILENAME|METHOD)|REMOTE_(?:ADDR|HOST|USER)|SERVER_(?:NAME|PORT|PORT_SECURE|PROTOCOL)|PATH_INFO|UNENCODED_URL)\}?$/;

export default defineConfigRule({
  id: 'rewrite-literal-condition-input',
  severity: 'error',
  profile: 'correctness',
  title: 'A server variable without its braces',
  why: 'The input of a condition is a text; only what stands in braces, such as `{HTTP_HOST}`, is replaced by the value of the server variable. Without them, or in the form `%{HTTP_HOST}` of Apache, the condition compares the name itself and says the same for every request.',
  sources: [
    {
      document: 'URL Rewrite Module Configuration Reference',
      says: 'server variables are referenced by {VARIABLE_NAME} in condition inputs',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><rewrite><rules><rule name="a"><match url=".*" /><conditions><add input="HTTPS" pattern="off" /></conditions><action type="Redirect" url="https://{HTTP_HOST}/{R:0}" /></rule></rules></rewrite></system.webServer>',
        at: 'HTTPS',
      },
      '<location path="a"><system.webServer><rewrite><rules><rule name="a"><match url=".*" /><conditions><add input="%{HTTP_HOST}" pattern="^shop\\.test$" /></conditions><action type="AbortRequest" /></rule></rules></rewrite></system.webServer></location>',
    ],
    good: [
      '<system.webServer><rewrite><rules><rule name="a"><match url=".*" /><conditions><add input="{HTTPS}" pattern="off" /><add input="{HTTP_HOST}{REQUEST_URI}" pattern="x" /><add input="https://{HTTP_HOST}" pattern="x" /></conditions><action type="AbortRequest" /></rule></rules></rewrite></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const path of INBOUND)
      for (const use of sections(path))
        for (const { conditions } of enabledRules(use))
          for (const { input, isPattern } of conditions) {
            if (!input || !isPattern || !VARIABLE.test(input.value) || /^\{.*\}$/.test(input.value)) continue;
            const meant = `{${input.value.replace(/[%{}]/g, '')}}`;
            report({
              at: input.valueRange,
              message: `${quoted(input.value)} is compared as it stands, not the value of the server variable: the condition says the same for every request. Expected ${meant}.`,
              fixes: [{ title: `Change to ${meant}`, edits: [setValue(input, meant)], isSafe: false }],
            });
          }
    return undefined;
  },
});
