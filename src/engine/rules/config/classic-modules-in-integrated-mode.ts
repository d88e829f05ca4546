import { defineConfigRule } from '../configRule';
import { applicationPaths } from '../../config/sites';
import { isAbove } from '../../config/paths';
import type { Hierarchy } from '../../config/hierarchy';

const OLD = [
  { path: 'system.web/httpModules', now: 'system.webServer/modules', status: '500.22' },
  { path: 'system.web/httpHandlers', now: 'system.webServer/handlers', status: '500.23' },
] as const;
const VALIDATION = 'system.webServer/validation';

export default defineConfigRule({
  id: 'classic-modules-in-integrated-mode',
  severity: 'error',
  profile: 'recommended',
  title: 'Modules and handlers for the classic pipeline only',
  why: 'In an integrated application pool, which is the kind that IIS sets up, entries in `httpModules` and `httpHandlers` of `system.web` do not run; IIS answers 500.22 or 500.23, so that nobody relies on them. They belong into `system.webServer`. Where the file serves classic pools as well, `validateIntegratedModeConfiguration="false"` lets both stand.',
  sources: [
    {
      document: 'ASP.NET 2.0 Breaking Changes on IIS 7',
      says: 'httpModules and httpHandlers in integrated mode give 500.22 and 500.23 unless the validation is switched off',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.web><httpModules><add name="Audit" type="Shop.Audit, Shop" /></httpModules></system.web>',
        at: 'httpModules',
      },
      {
        text: '<system.web><httpHandlers><add path="*.report" verb="GET" type="Shop.Report, Shop" /></httpHandlers></system.web><system.webServer><handlers><add name="Report" path="*.report" verb="GET" type="Shop.Report, Shop" /></handlers></system.webServer>',
        at: 'httpHandlers',
      },
    ],
    good: [
      '<system.web><httpModules><add name="Audit" type="Shop.Audit, Shop" /></httpModules></system.web><system.webServer><validation validateIntegratedModeConfiguration="false" /></system.webServer>',
      '<system.web><httpHandlers /></system.web>',
      {
        text: '<system.web><httpModules><add name="Audit" type="Shop.Audit, Shop" /></httpModules></system.web>',
        server:
          '<system.applicationHost><applicationPools><add name="Old" managedPipelineMode="Classic" /></applicationPools><sites><site name="Shop" id="1"><application path="/" applicationPool="Old"><virtualDirectory path="/" physicalPath="D:\\shop" /></application></site></sites></system.applicationHost>',
        path: 'Shop',
      },
    ],
  },
  check({ document, sections, hierarchy, report }) {
    if (document.kind !== 'web') return undefined;
    for (const { path, now, status } of OLD)
      for (const use of sections(path)) {
        if (!use.element.children.some(({ name }) => name === 'add') || use.content !== 'here') continue;
        const at = hierarchy.pathOf(use);
        // Whether the validation is off is decided for the whole application.
        const validates = [at, hierarchy.pathOf({ location: null })].every((one) =>
          hierarchy.effective(VALIDATION, one)?.element.isTrue('validateIntegratedModeConfiguration'),
        );
        if (!validates || use.location?.path || isClassic(hierarchy, at)) continue;
        report({
          at: use.element.nameRange,
          message: `In an integrated application pool IIS answers ${status}, because these entries do not run there: they belong into ${now}. For classic pools beside it, set validateIntegratedModeConfiguration="false".`,
        });
      }
    return undefined;
  },
});

/** Whether the application pool of a path is known, and is one of the classic pipeline. */
function isClassic(hierarchy: Hierarchy, path: string): boolean {
  const server = hierarchy.levels.find(({ document, isShipped }) => document.kind === 'applicationHost' && !isShipped);
  if (!server || !hierarchy.isPlaced) return false;
  const application = applicationPaths(server.document)
    .filter((one) => isAbove(one, path))
    .reduce((longest, one) => (one.length > longest.length ? one : longest), '');
  const [site = '', ...rest] = application.toLowerCase().split('/');
  const of = (hierarchy.effective('system.applicationHost/sites', '')?.element.entries ?? [])
    .filter((one) => one.text('name').toLowerCase() === site)
    .flatMap((one) => one.entries)
    .find((one) => one.text('path').toLowerCase() === `/${rest.join('/')}`);
  const pools = hierarchy.effective('system.applicationHost/applicationPools', '')?.element.entries ?? [];
  const pool = pools.find((one) => one.text('name').toLowerCase() === of?.text('applicationPool').toLowerCase());
  return pool?.text('managedPipelineMode').toLowerCase() === 'classic';
}
