import { INBOUND, OUTBOUND, readConditions, enabledRules } from '../../config/rewrite';
import { attributeOf } from '../../config/values';
import { child } from '../../xml/tree';
import { defineConfigRule } from '../configRule';

export default defineConfigRule({
  id: 'outbound-rule-on-compressed-response',
  severity: 'warning',
  profile: 'recommended',
  title: 'Outbound rules on responses that another server compresses',
  why: 'Outbound rules work on text. A reverse proxy passes the browser\'s `Accept-Encoding` on, the server behind it answers with gzip, and URL Rewrite stops with 500.52, "Outbound rewrite rules cannot be applied when the content of the HTTP response is encoded". The rule that forwards requests must empty the header: `HTTP_ACCEPT_ENCODING`, which has to be in `allowedServerVariables`.',
  sources: [
    {
      document: 'Reverse Proxy with URL Rewrite v2 and Application Request Routing',
      says: 'responses with content encoding cannot be rewritten; 500.52 for encoded content',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><rewrite><rules><rule name="in"><match url="(.*)" /><action type="Rewrite" url="http://10.0.0.5:8080/{R:1}" /></rule></rules><outboundRules><rule name="links"><match filterByTags="A" pattern="^http://10.0.0.5:8080/(.*)" /><action type="Rewrite" value="/{R:1}" /></rule></outboundRules></rewrite></system.webServer>',
        at: 'links',
      },
    ],
    good: [
      '<system.webServer><rewrite><rules><rule name="in"><match url="(.*)" /><serverVariables><set name="HTTP_ACCEPT_ENCODING" value="" /></serverVariables><action type="Rewrite" url="http://10.0.0.5:8080/{R:1}" /></rule></rules><outboundRules><rule name="links"><match filterByTags="A" pattern="^http://10.0.0.5:8080/(.*)" /><action type="Rewrite" value="/{R:1}" /></rule></outboundRules></rewrite></system.webServer>',
      '<system.webServer><rewrite><rules><rule name="in"><match url="(.*)" /><action type="Rewrite" url="http://10.0.0.5:8080/{R:1}" /></rule></rules><outboundRules><rule name="location"><match serverVariable="RESPONSE_LOCATION" pattern="^http://10.0.0.5:8080/(.*)" /><action type="Rewrite" value="/{R:1}" /></rule></outboundRules></rewrite></system.webServer>',
      '<system.webServer><rewrite><rules><rule name="in"><match url="(.*)" /><action type="Rewrite" url="local/{R:1}" /></rule></rules><outboundRules><rule name="links"><match filterByTags="A" pattern="^http:" /><action type="Rewrite" value="https:" /></rule></outboundRules></rewrite></system.webServer>',
      '<system.webServer><rewrite><rules><rule name="in"><match url="(.*)" /><action type="Rewrite" url="http://10.0.0.5/{R:1}" /></rule></rules><outboundRules><rule name="links" preCondition="plain"><match filterByTags="A" pattern="^http:" /><action type="Rewrite" value="https:" /></rule><preConditions><preCondition name="plain"><add input="{RESPONSE_CONTENT_ENCODING}" pattern="gzip" negate="true" /></preCondition></preConditions></outboundRules></rewrite></system.webServer>',
    ],
  },
  check({ sections, report }) {
    const inbound = INBOUND.flatMap((path) => sections(path).flatMap(enabledRules));
    const forwards = inbound.some(
      ({ actionType, action }) =>
        /^rewrite$/i.test(actionType) && /^https?:\/\//i.test(attributeOf(action ?? undefined, 'url')?.value ?? ''),
    );
    const emptied = inbound.some(({ element }) =>
      child(element, 'serverVariables')?.children.some((one) =>
        /^http_accept_encoding$/i.test(attributeOf(one, 'name')?.value ?? ''),
      ),
    );
    if (!forwards || emptied) return undefined;
    for (const use of sections(OUTBOUND)) {
      const checks = (child(use.element, 'preConditions')?.children ?? []).flatMap(readConditions);
      if (checks.some(({ input }) => /CONTENT_ENCODING/i.test(input?.value ?? ''))) continue;
      const rule = enabledRules(use).find(
        ({ match, actionType }) =>
          /^rewrite$/i.test(actionType) &&
          match !== null &&
          !(attributeOf(match.element, 'serverVariable')?.value ?? ''),
      );
      if (!rule) continue;
      const name = attributeOf(rule.element, 'name');
      report({
        at: name?.valueRange ?? rule.element.nameRange,
        message:
          'This rule rewrites content that a server behind this one may send compressed: then URL Rewrite answers 500.52. Set HTTP_ACCEPT_ENCODING to an empty text in the rule that forwards the requests.',
      });
    }
    return undefined;
  },
});
