import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { elementsOf } from '../settings';

export default defineConfigRule({
  id: 'web-service-http-get',
  severity: 'information',
  profile: 'hardening',
  title: 'Web services answer plain GET or POST',
  why: 'ASP.NET web services (`.asmx`) take SOAP by default. With `HttpGet` or `HttpPost` they also answer plain requests, which any foreign page can send from the browser of a signed-in user. Clients that use SOAP or JSON do not need them.',
  sources: [
    {
      document: 'protocols element of webServices (ASP.NET Settings Schema)',
      says: 'HttpGet and HttpPost are not among the default protocols',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.web><webServices><protocols><add name="HttpGet" /></protocols></webServices></system.web>',
        at: 'HttpGet',
      },
    ],
    good: [
      '<system.web><webServices><protocols><add name="HttpSoap" /><add name="HttpPostLocalhost" /><remove name="HttpGet" /></protocols></webServices></system.web>',
    ],
  },
  check(context) {
    for (const { element } of elementsOf(context, 'system.web/webServices', 'protocols', 'add')) {
      const name = attribute(element, 'name')?.trim() ?? '';
      if (name !== 'HttpGet' && name !== 'HttpPost') continue;
      context.report({
        at: element.attributes.find((one) => one.name === 'name')?.valueRange ?? element.nameRange,
        message: `With ${quoted(name)} any page can call the web services of this application from the browser of a signed-in user. SOAP does not need it.`,
      });
    }
  },
});
