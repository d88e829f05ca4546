import { setValue } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { isTrue, settingsOf } from '../settings';

export default defineConfigRule({
  id: 'wcf-exception-details',
  severity: 'warning',
  profile: 'recommended',
  title: 'WCF sends exception details to clients',
  why: 'With `includeExceptionDetailInFaults="true"` a WCF service answers with the text and stack trace of its exceptions. It is meant for debugging; services should return faults of their own.',
  sources: [
    {
      document: 'serviceDebug element (WCF configuration schema)',
      says: 'includeExceptionDetailInFaults sends managed exception details to the client for debugging',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.serviceModel><behaviors><serviceBehaviors><behavior><serviceDebug includeExceptionDetailInFaults="true" /></behavior></serviceBehaviors></behaviors></system.serviceModel>',
        at: 'true',
      },
    ],
    good: [
      '<system.serviceModel><behaviors><serviceBehaviors><behavior><serviceDebug includeExceptionDetailInFaults="false" /></behavior></serviceBehaviors></behaviors></system.serviceModel>',
    ],
  },
  check(context) {
    for (const one of settingsOf(
      context,
      'system.serviceModel/behaviors',
      'includeExceptionDetailInFaults',
      'serviceBehaviors',
      'behavior',
      'serviceDebug',
    )) {
      if (!isTrue(one.value)) continue;
      context.report({
        at: one.attribute.valueRange,
        message: 'Clients get the messages and stack traces of exceptions. On a server it should be false.',
        fixes: [{ title: 'Change to false', edits: [setValue(one.attribute, 'false')], isSafe: false }],
      });
    }
  },
});
