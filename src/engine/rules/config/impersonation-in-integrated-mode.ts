import { attribute } from '../../xml/tree';
import { defineConfigRule, type ConfigContext } from '../configRule';
import { isTrue, settingsOf } from '../settings';

const POOLS = 'system.applicationHost/applicationPools';

export default defineConfigRule({
  id: 'impersonation-in-integrated-mode',
  severity: 'error',
  profile: 'recommended',
  title: 'ASP.NET impersonation in the integrated pipeline',
  why: 'In a pool with the integrated pipeline IIS answers 500.24 where `identity impersonate="true"` is set: requests would run as the user in some of their steps only. Either do without impersonation, or use a pool in classic mode, or accept it with `validation validateIntegratedModeConfiguration="false"`.',
  sources: [
    {
      document: 'ASP.NET Integration with IIS 7 (iis-docs)',
      says: 'impersonate=true is detected and refused with a 500 error unless the validation is switched off',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [{ text: '<system.web><identity impersonate="true" /></system.web>', at: 'true' }],
    good: [
      '<system.web><identity impersonate="true" /></system.web><system.webServer><validation validateIntegratedModeConfiguration="false" /></system.webServer>',
      '<system.web><identity impersonate="false" /></system.web>',
      '<location path="reports"><system.web><identity impersonate="true" /></system.web></location>',
    ],
  },
  check(context) {
    const { document, hierarchy, report } = context;
    if (document.kind !== 'web' || mayBeClassic(hierarchy)) return;
    for (const { use, attribute: written, value } of settingsOf(context, 'system.web/identity', 'impersonate')) {
      if (!isTrue(value) || (use.location?.path ?? '') !== '') continue;
      const validation = hierarchy.effective('system.webServer/validation', hierarchy.pathOf(use))?.element;
      if (validation?.isTrue('validateIntegratedModeConfiguration'))
        report({
          at: written.valueRange,
          message:
            'In a pool with the integrated pipeline, the default, IIS answers 500.24 to every ASP.NET request: impersonation does not apply there.',
        });
    }
  },
});

/** Whether some pool of the server runs in classic mode; which one the application has is not looked up. */
function mayBeClassic({ levels }: ConfigContext['hierarchy']): boolean {
  const server = levels.find(({ document, isShipped }) => document.kind === 'applicationHost' && !isShipped);
  const pools = (server?.document.sections ?? []).filter(({ path }) => path === POOLS);
  return pools.some(({ element }) =>
    element.children.some((pool) => attribute(pool, 'managedPipelineMode')?.toLowerCase() === 'classic'),
  );
}
