import { closest } from '../../text/closest';
import { setValue } from '../../config/edits';
import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { oneOf, quoted } from '../quoted';
import { elementsOf, isTrue, settingsOf } from '../settings';

interface Use {
  readonly section: string;
  readonly attribute: string;
  /** What machine.config and the web.config above all sites of .NET Framework bring. */
  readonly builtIn: readonly string[];
}

const USES: readonly Use[] = [
  { section: 'system.web/membership', attribute: 'defaultProvider', builtIn: ['AspNetSqlMembershipProvider'] },
  {
    section: 'system.web/roleManager',
    attribute: 'defaultProvider',
    builtIn: ['AspNetSqlRoleProvider', 'AspNetWindowsTokenRoleProvider'],
  },
  { section: 'system.web/profile', attribute: 'defaultProvider', builtIn: ['AspNetSqlProfileProvider'] },
  { section: 'system.web/siteMap', attribute: 'defaultProvider', builtIn: ['AspNetXmlSiteMapProvider'] },
  { section: 'system.web/sessionState', attribute: 'customProvider', builtIn: [] },
];

export default defineConfigRule({
  id: 'missing-provider',
  severity: 'error',
  profile: 'correctness',
  title: 'A provider is chosen that is not defined',
  why: '`defaultProvider` and `customProvider` name an entry of `<providers>`. Where there is none of that name, ASP.NET throws a configuration error: with session state on every request, with membership and roles as soon as they are used.',
  sources: [
    {
      document: 'Reference source of .NET Framework 4.8, SessionStateModule and Membership',
      says: 'a provider that is not found raises ConfigurationErrorsException',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.web><membership defaultProvider="SqlProvder"><providers><clear /><add name="SqlProvider" type="System.Web.Security.SqlMembershipProvider" /></providers></membership></system.web>',
        at: 'SqlProvder',
      },
      '<system.web><sessionState mode="Custom" customProvider="Redis"><providers><add name="RedisCache" type="T" /></providers></sessionState></system.web>',
      {
        text: '<system.web><sessionState mode="Custom"><providers><add name="R" type="T" /></providers></sessionState></system.web>',
        at: 'Custom',
      },
      '<system.web><roleManager enabled="true" defaultProvider="AspNetSqlRoleProvider"><providers><clear /><add name="R" type="T" /></providers></roleManager></system.web>',
    ],
    good: [
      '<system.web><membership defaultProvider="sqlprovider"><providers><clear /><add name="SqlProvider" type="System.Web.Security.SqlMembershipProvider" /></providers></membership></system.web>',
      '<system.web><roleManager enabled="true" defaultProvider="AspNetWindowsTokenRoleProvider"><providers><add name="R" type="T" /></providers></roleManager></system.web>',
      '<system.web><roleManager enabled="false" defaultProvider="X"><providers><clear /></providers></roleManager></system.web>',
      '<system.web><sessionState mode="InProc" customProvider="X"><providers><add name="R" type="T" /></providers></sessionState></system.web>',
      '<system.web><membership defaultProvider="FromAbove" /></system.web>',
      '<system.web><membership defaultProvider="FromAbove"><providers><add name="SqlProvider" type="T" /></providers></membership></system.web>',
      '<system.web><sessionState mode="Custom" customProvider="R"><providers configSource="p.config" /></sessionState></system.web>',
    ],
  },
  check(context) {
    const { hierarchy, report } = context;
    for (const { section, attribute: name, builtIn } of USES) {
      for (const { use, element } of elementsOf(context, section)) {
        const chosen = element.attributes.find((one) => one.name === name && one.hasValue);
        const mode = attribute(element, 'mode');
        if (section === 'system.web/roleManager' && !isTrue(attribute(element, 'enabled'))) continue;
        if (section === 'system.web/sessionState' && mode !== 'Custom') continue;
        const effective = hierarchy.effective(section, hierarchy.pathOf(use))?.element;
        if (!effective) continue;
        if (!chosen || chosen.value.trim() === '') {
          const where = settingsOf(context, section, 'mode').find((one) => one.element === element);
          if (section === 'system.web/sessionState' && where && effective.text(name).trim() === '')
            report({
              at: where.attribute.valueRange,
              message:
                'mode Custom needs customProvider, the name of an entry of providers: ASP.NET answers every request with a configuration error.',
            });
          continue;
        }
        const providers = element.children.filter((one) => one.name === 'providers');
        const cleared = providers.some(({ children }) => children.some((one) => one.name === 'clear'));
        // Without <clear/> a provider may come from a file above that is not known.
        if (!providers.length || providers.some(({ attributes }) => attributes.length)) continue;
        if (!cleared && section !== 'system.web/sessionState') continue;
        const entries = effective.elements.get('providers')?.entries ?? [];
        const names = [...entries.map((entry) => entry.text('name')), ...(cleared ? [] : builtIn)];
        if (names.some((one) => one.toLowerCase() === chosen.value.toLowerCase())) continue;
        const meant = closest(chosen.value, names);
        report({
          at: chosen.valueRange,
          message: `${section.slice(11)} has no provider ${quoted(chosen.value)}: ASP.NET throws a configuration error when it is used. ${
            names.length ? `Defined: ${oneOf(names.map((one) => quoted(one)))}.` : 'None is defined.'
          }`,
          fixes: meant
            ? [{ title: `Change to ${quoted(meant)}`, edits: [setValue(chosen, meant)], isSafe: false }]
            : [],
        });
      }
    }
  },
});
