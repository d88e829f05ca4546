import { setValue } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { isFalse, settingsOf } from '../settings';

export default defineConfigRule({
  id: 'certificate-name-not-checked',
  severity: 'warning',
  profile: 'recommended',
  title: 'The name in certificates of other servers is not checked',
  why: 'With `checkCertificateName="false"` the application takes any valid certificate from any server that it calls over HTTPS, whatever name is in it. Whoever can redirect the traffic can read and change it.',
  sources: [
    {
      document: 'servicePointManager element (.NET Framework network settings)',
      says: 'checkCertificateName: whether the host name is checked against the certificate',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.net><settings><servicePointManager checkCertificateName="false" /></settings></system.net>',
        at: 'false',
      },
    ],
    good: [
      '<system.net><settings><servicePointManager checkCertificateName="true" expect100Continue="false" /></settings></system.net>',
    ],
  },
  check(context) {
    for (const one of settingsOf(context, 'system.net/settings', 'checkCertificateName', 'servicePointManager')) {
      if (!isFalse(one.value)) continue;
      context.report({
        at: one.attribute.valueRange,
        message:
          'Calls over HTTPS take a certificate of any name, so traffic can be intercepted. Give the called server the right certificate instead.',
        fixes: [{ title: 'Change to true', edits: [setValue(one.attribute, 'true')], isSafe: false }],
      });
    }
  },
});
