import { defineConfigRule } from '../configRule';
import { settingsOf } from '../settings';

export default defineConfigRule({
  id: 'execution-timeout-ignored',
  severity: 'information',
  profile: 'recommended',
  title: 'executionTimeout has no effect',
  why: 'ASP.NET ends requests that run longer than `executionTimeout` only where the application is not compiled for debugging. With `compilation debug="true"` requests run as long as they like.',
  sources: [
    {
      document: 'httpRuntime element (ASP.NET Settings Schema)',
      says: 'executionTimeout applies only if debug of the compilation element is false',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        rootWeb: '<system.web><compilation debug="true" /></system.web>',
        text: '<system.web><httpRuntime executionTimeout="600" targetFramework="4.8" /></system.web>',
      },
    ],
    good: [
      {
        // .NET does not read that file.
        server: '<system.web><compilation debug="true" /></system.web>',
        path: 'Shop',
        text: '<system.web><httpRuntime executionTimeout="600" targetFramework="4.8" /></system.web>',
      },
      '<system.web><compilation debug="true" /><httpRuntime executionTimeout="600" targetFramework="4.8" /></system.web>',
      '<system.web><compilation debug="false" /><httpRuntime executionTimeout="600" targetFramework="4.8" /></system.web>',
      '<system.web><httpRuntime executionTimeout="600" targetFramework="4.8" /></system.web>',
    ],
  },
  check(context) {
    const { document, hierarchy, report } = context;
    for (const { use, attribute } of settingsOf(context, 'system.web/httpRuntime', 'executionTimeout')) {
      const compilation = hierarchy.effective('system.web/compilation', hierarchy.pathOf(use))?.element;
      // Where this very file compiles for debugging, that is the finding.
      if (!compilation?.isTrue('debug') || compilation.value('debug').origin?.document === document) continue;
      report({
        at: attribute.valueRange,
        message:
          'Requests never time out here: executionTimeout holds only where compilation debug is false, and a file above sets it to true.',
      });
    }
  },
});
