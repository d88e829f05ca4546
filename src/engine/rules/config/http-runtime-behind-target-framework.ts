import { setAttribute } from '../../config/edits';
import { isPlaceholder } from '../../config/placeholder';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { elementsOf, settingsOf } from '../settings';

export default defineConfigRule({
  id: 'http-runtime-behind-target-framework',
  severity: 'information',
  profile: 'recommended',
  title: 'ASP.NET behaves as an older version than the application is built for',
  why: '`compilation targetFramework` chooses what the application is compiled against; how ASP.NET behaves at run time follows `httpRuntime targetFramework`. Without it ASP.NET behaves as version 4.0: older encryption of cookies and view state, the old handling of async code, request validation as in 4.0. Try it out before changing: behaviour changes with it.',
  sources: [
    {
      document: 'All about httpRuntime targetFramework (.NET Blog)',
      says: 'the attribute switches the quirks of 4.0 off, machineKey compatibility and async behaviour among them',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { text: '<system.web><compilation targetFramework="4.7.2" /></system.web>', at: '4.7.2' },
      {
        text: '<system.web><compilation targetFramework="4.8" /><httpRuntime maxRequestLength="8192" /></system.web>',
        at: 'httpRuntime',
      },
    ],
    good: [
      '<system.web><compilation targetFramework="4.8" /><httpRuntime targetFramework="4.8" /></system.web>',
      '<system.web><compilation targetFramework="4.8" /><httpRuntime targetFramework="4.5" /></system.web>',
      '<system.web><compilation targetFramework="4.0" /></system.web>',
      '<system.web><compilation debug="false" /></system.web>',
    ],
  },
  check(context) {
    const { document, hierarchy, report } = context;
    if (document.kind !== 'web') return;
    for (const { use, attribute, value } of settingsOf(context, 'system.web/compilation', 'targetFramework')) {
      if ((use.location?.path ?? '') !== '' || isPlaceholder(value) || !/^4\.[5-8]/.test(value)) continue;
      const path = hierarchy.pathOf(use);
      if (hierarchy.effective('system.web/httpRuntime', path)?.element.text('targetFramework') !== '') continue;
      const runtime = elementsOf(context, 'system.web/httpRuntime').find((one) => hierarchy.pathOf(one.use) === path);
      report({
        at: runtime?.element.nameRange ?? attribute.valueRange,
        message: `The application is built for ${quoted(value)}, but ASP.NET behaves as 4.0: httpRuntime has no targetFramework.`,
        fixes: runtime
          ? [
              {
                title: `Set targetFramework="${value}"`,
                edits: [setAttribute(runtime.element, 'targetFramework', value)],
                isSafe: false,
              },
            ]
          : [],
      });
    }
  },
});
