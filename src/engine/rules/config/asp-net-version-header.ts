import { setAttribute } from '../../config/edits';
import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { elementsOf, isFalse } from '../settings';

export default defineConfigRule({
  id: 'asp-net-version-header',
  severity: 'information',
  profile: 'hardening',
  title: 'ASP.NET tells its version',
  why: 'By default ASP.NET sends its version in `X-AspNet-Version` with every response, which only helps whoever looks for known faults. `enableVersionHeader="false"` stops that.',
  sources: [
    {
      document: 'httpRuntime element (ASP.NET Settings Schema)',
      says: 'enableVersionHeader: whether the X-AspNet-Version header is sent, true by default',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { text: '<system.web><httpRuntime enableVersionHeader="true" /></system.web>', at: 'true' },
      {
        text: '<system.web><httpRuntime targetFramework="4.8" /></system.web><system.webServer><httpProtocol><customHeaders><remove name="X-Powered-By" /></customHeaders></httpProtocol></system.webServer>',
        at: 'httpRuntime',
      },
    ],
    good: [
      '<system.web><httpRuntime targetFramework="4.8" /></system.web>',
      '<system.web><httpRuntime enableVersionHeader="false" /></system.web>',
      '<system.web><httpRuntime enableVersionHeader="false" /></system.web><location path="up"><system.web><httpRuntime maxRequestLength="9000" /></system.web></location>',
    ],
  },
  check(context) {
    // Whoever has said nothing of headers is told nothing of them; whoever hides one wants to hide this one too.
    const hidesOthers = elementsOf(context, 'system.webServer/httpProtocol', 'customHeaders', 'remove').some(
      ({ element }) => attribute(element, 'name')?.toLowerCase() === 'x-powered-by',
    );
    for (const { use, element } of elementsOf(context, 'system.web/httpRuntime')) {
      const { hierarchy } = context;
      const effective = hierarchy.effective(use.path, hierarchy.pathOf(use))?.element.text('enableVersionHeader');
      if (isFalse(effective)) continue;
      const written = element.attributes.find(({ name }) => name === 'enableVersionHeader');
      if (!written && !hidesOthers) continue;
      context.report({
        at: written?.valueRange ?? element.nameRange,
        message:
          'Every response tells the version of ASP.NET in X-AspNet-Version. enableVersionHeader="false" leaves it out.',
        fixes: [
          {
            title: 'Set enableVersionHeader="false"',
            edits: [setAttribute(element, 'enableVersionHeader', 'false')],
            isSafe: true,
          },
        ],
      });
    }
  },
});
