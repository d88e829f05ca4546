import { setValue } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { isTrue, settingsOf } from '../settings';

export default defineConfigRule({
  id: 'wcf-metadata-published',
  severity: 'information',
  profile: 'hardening',
  title: 'WCF publishes the description of a service',
  why: 'With `httpGetEnabled="true"` anybody can read the WSDL of the service, with all operations and types. Clients need it only while they are built.',
  sources: [
    {
      document: 'serviceMetadata element (WCF configuration schema)',
      says: 'httpGetEnabled publishes metadata over HTTP GET',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.serviceModel><behaviors><serviceBehaviors><behavior><serviceMetadata httpGetEnabled="true" /></behavior></serviceBehaviors></behaviors></system.serviceModel>',
        at: 'true',
      },
    ],
    good: [
      '<system.serviceModel><behaviors><serviceBehaviors><behavior><serviceMetadata httpGetEnabled="false" /></behavior></serviceBehaviors></behaviors></system.serviceModel>',
    ],
  },
  check(context) {
    for (const one of settingsOf(
      context,
      'system.serviceModel/behaviors',
      'httpGetEnabled',
      'serviceBehaviors',
      'behavior',
      'serviceMetadata',
    )) {
      if (!isTrue(one.value)) continue;
      context.report({
        at: one.attribute.valueRange,
        message:
          'Anybody can read the WSDL of the service. Publish it only where clients are built against this server.',
        fixes: [{ title: 'Change to false', edits: [setValue(one.attribute, 'false')], isSafe: false }],
      });
    }
  },
});
