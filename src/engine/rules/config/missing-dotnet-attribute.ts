import { defineConfigRule } from '../configRule';
import { oneOf } from '../quoted';

/** What .NET requires, by section and element. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  'appSettings/add': ['key'],
  'connectionStrings/add': ['name', 'connectionString'],
  'system.web/customErrors/error': ['statusCode', 'redirect'],
  'system.web/httpHandlers/add': ['verb', 'path', 'type'],
  'system.web/httpModules/add': ['name', 'type'],
  'system.web/membership/providers/add': ['name', 'type'],
  'system.web/roleManager/providers/add': ['name', 'type'],
  'system.web/profile/providers/add': ['name', 'type'],
  'system.web/profile/properties/add': ['name'],
  'system.web/sessionState/providers/add': ['name', 'type'],
  'system.web/siteMap/providers/add': ['name', 'type'],
  'system.web/pages/namespaces/add': ['namespace'],
  'system.web/pages/controls/add': ['tagPrefix'],
  'system.web/compilation/assemblies/add': ['assembly'],
  'system.web/compilation/buildProviders/add': ['extension', 'type'],
  'system.web/compilation/expressionBuilders/add': ['expressionPrefix', 'type'],
  'system.web/urlMappings/add': ['url', 'mappedUrl'],
  'system.web/trust': ['level'],
  'system.web/authentication/forms/credentials/user': ['name', 'password'],
};

export default defineConfigRule({
  id: 'missing-dotnet-attribute',
  severity: 'error',
  profile: 'correctness',
  title: 'An attribute is missing that .NET requires',
  why: 'A section that .NET reads has attributes that must be present, mostly the name of an entry. Without one ASP.NET stops with "Required attribute not found" as soon as it reads the section, for most of them on the first request.',
  sources: [
    {
      document: 'Reference source of .NET Framework 4.8, System.Configuration and System.Web.Configuration',
      says: 'which properties of each element are required',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { text: '<connectionStrings><add connectionString="Data Source=db" /></connectionStrings>', at: 'add' },
      '<connectionStrings><add name="a" providerName="X" /></connectionStrings>',
      '<appSettings><add value="1" /></appSettings>',
      '<location path="a"><system.web><customErrors mode="On"><error statusCode="404" /></customErrors></system.web></location>',
    ],
    good: [
      '<connectionStrings><clear /><remove name="b" /><add name="a" connectionString="" /></connectionStrings>',
      '<appSettings><add key="a" /></appSettings>',
      '<system.web><trust level="Full" /><pages><namespaces><clear /><add namespace="System" /></namespaces></pages></system.web>',
    ],
  },
  check({ report }) {
    return {
      element({ element, role, section, parent }) {
        if (!isConcerned(section.path)) return;
        if (role === 'remove' || role === 'clear' || (role === 'section' && !element.attributes.length)) return;
        const path = [];
        for (let use = parent; use?.parent; use = use.parent) path.unshift(use.element.name);
        const inside = role === 'section' ? [] : [...path, element.name];
        const required = REQUIRED[[section.path, ...inside].join('/')];
        // A builder of configuration or a marked entry may bring the rest.
        if (!required || element.attributes.some(({ name }) => name === 'configBuilders')) return;
        const missing = required.filter((name) => !element.attributes.some((one) => one.name === name));
        if (missing.length)
          report({
            at: element.nameRange,
            message: `<${element.name}> needs ${oneOf(missing).replace(' or ', ' and ')}: .NET refuses the section with "Required attribute not found".`,
          });
      },
    };
  },
});

const GROUPS: ReadonlySet<string> = new Set(Object.keys(REQUIRED).map((path) => path.split('/', 1).join()));

/** A cheap look: this is asked for every element of a file, most of which IIS reads itself. */
const isConcerned = (section: string): boolean => {
  const slash = section.indexOf('/');
  return GROUPS.has(slash < 0 ? section : section.slice(0, slash));
};
