import { setValue } from '../../config/edits';
import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { isTrue, settingsOf } from '../settings';

export default defineConfigRule({
  id: 'dynamic-ip-logging-only',
  severity: 'information',
  profile: 'recommended',
  title: 'Dynamic IP restrictions deny nobody',
  why: 'With `enableLoggingOnlyMode="true"` IIS only notes which requests it would have denied. That is meant for trying limits out; as protection it does nothing.',
  sources: [
    {
      document: 'dynamicIpSecurity element (IIS configuration reference)',
      says: 'enableLoggingOnlyMode: requests are logged that would have been denied',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        file: 'applicationHost.config',
        text: '<location path="Shop"><system.webServer><security><dynamicIpSecurity enableLoggingOnlyMode="true"><denyByConcurrentRequests enabled="true" /></dynamicIpSecurity></security></system.webServer></location>',
      },
      {
        text: '<system.webServer><security><dynamicIpSecurity enableLoggingOnlyMode="true"><denyByConcurrentRequests enabled="true" /></dynamicIpSecurity></security></system.webServer>',
        at: 'true',
      },
    ],
    good: [
      '<system.webServer><security><dynamicIpSecurity enableLoggingOnlyMode="false"><denyByConcurrentRequests enabled="true" /></dynamicIpSecurity></security></system.webServer>',
      '<system.webServer><security><dynamicIpSecurity enableLoggingOnlyMode="true" /></security></system.webServer>',
    ],
  },
  check(context) {
    for (const one of settingsOf(context, 'system.webServer/security/dynamicIpSecurity', 'enableLoggingOnlyMode')) {
      if (!(isTrue(one.value) && one.element.children.some((child) => isTrue(attribute(child, 'enabled'))))) continue;
      context.report({
        at: one.attribute.valueRange,
        message: 'The limits below only write to the log; no request is denied. Set it to false once the numbers fit.',
        fixes: [{ title: 'Change to false', edits: [setValue(one.attribute, 'false')], isSafe: false }],
      });
    }
  },
});
