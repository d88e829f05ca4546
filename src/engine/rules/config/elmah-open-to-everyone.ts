import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';

export default defineConfigRule({
  id: 'elmah-open-to-everyone',
  severity: 'warning',
  profile: 'recommended',
  title: 'The error log of ELMAH is open to everybody',
  why: 'With `allowRemoteAccess` ELMAH shows its log in `elmah.axd` to every visitor, with stack traces, cookies, form fields and session ids, from which sessions can be taken over. Put the handler and an `<authorization>` into `<location path="elmah.axd">`.',
  sources: [
    {
      document: 'Securing Error Log Pages (ELMAH documentation)',
      says: 'remote access must be combined with authorization rules for the handler',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<configSections><sectionGroup name="elmah"><section name="security" type="Elmah.SecuritySectionHandler, Elmah" /></sectionGroup></configSections><elmah><security allowRemoteAccess="yes" /></elmah>',
        at: 'yes',
      },
    ],
    good: [
      '<configSections><sectionGroup name="elmah"><section name="security" type="Elmah.SecuritySectionHandler, Elmah" /></sectionGroup></configSections><elmah><security allowRemoteAccess="false" /></elmah>',
      '<configSections><sectionGroup name="elmah"><section name="security" type="Elmah.SecuritySectionHandler, Elmah" /></sectionGroup></configSections><elmah><security allowRemoteAccess="1" /></elmah><location path="elmah.axd"><system.web><authorization><allow roles="Admins" /><deny users="*" /></authorization></system.web></location>',
    ],
  },
  check({ document, sections, report }) {
    const isGuarded = document.sections.some(
      ({ path, location }) => location !== null && path.endsWith('/authorization'),
    );
    // Rules for the whole application guard the log as well, if not against its own users.
    const isClosed = sections('system.web/authorization').some(({ element }) =>
      element.children.some((rule) => rule.name === 'deny' && /[?*]/.test(attribute(rule, 'users') ?? '')),
    );
    if (isGuarded || isClosed) return;
    for (const { element } of [...sections('elmah/security'), ...sections('elmah')]) {
      const security = element.name === 'security' ? element : element.children.find(({ name }) => name === 'security');
      const access = security?.attributes.find(({ name }) => name === 'allowRemoteAccess');
      if (access && /^(?:true|yes|on|1)$/i.test(access.value.trim()))
        report({
          at: access.valueRange,
          message:
            'Everybody can read the error log in elmah.axd, with stack traces, cookies and form fields: no authorization guards it in this file.',
        });
    }
  },
});
