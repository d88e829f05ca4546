import { setValue } from '../../config/edits';
import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { elementsOf, isTrue } from '../settings';

/** Switches in appSettings that bring back what a security update took away; in lower case. */
const SWITCHES: ReadonlyMap<string, string> = new Map([
  ['aspnet:uselegacyencryption', 'encrypted data can be read and forged by trying (MS10-070)'],
  ['aspnet:uselegacymachinekeyencryption', 'data protected by MachineKey can be read and forged by trying'],
  ['aspnet:uselegacyformsauthenticationticketcompatibility', 'tickets of other users can be forged (MS11-100)'],
  ['aspnet:uselegacyeventvalidationcompatibility', 'event validation can be evaded'],
  ['aspnet:scriptresourceallownonjsfiles', 'ScriptResource.axd gives out files that are no scripts (MS10-070)'],
]);

export default defineConfigRule({
  id: 'legacy-asp-net-switch',
  severity: 'warning',
  profile: 'recommended',
  title: 'A security update of ASP.NET is switched off',
  why: 'Some keys of `appSettings` bring back behaviour that a security update removed. They were made for the days of moving over, when servers of a farm had different updates.',
  sources: [
    {
      document: 'ASP.NET appSettings Element; reference source of .NET Framework 4.8, System.Web.Util.AppSettings',
      says: 'the keys that ASP.NET reads and what each of them relaxes',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { text: '<appSettings><add key="aspnet:UseLegacyEncryption" value="true" /></appSettings>', at: 'true' },
      '<appSettings><add key="aspnet:UseLegacyFormsAuthenticationTicketCompatibility" value="True" /></appSettings>',
    ],
    good: [
      '<appSettings><add key="aspnet:UseLegacyEncryption" value="false" /><add key="aspnet:UseTaskFriendlySynchronizationContext" value="true" /></appSettings>',
    ],
  },
  check(context) {
    for (const { element } of elementsOf(context, 'appSettings', 'add')) {
      const danger = SWITCHES.get((attribute(element, 'key') ?? '').toLowerCase());
      const value = element.attributes.find(({ name }) => name === 'value');
      if (danger === undefined || !value || !isTrue(value.value)) continue;
      context.report({
        at: value.valueRange,
        message: `This brings back what a security update removed: ${danger}.`,
        fixes: [{ title: 'Change to false', edits: [setValue(value, 'false')], isSafe: false }],
      });
    }
  },
});
