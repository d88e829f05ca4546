import { addedHandlers, HANDLERS, modulesOf } from '../../config/handlers';
import { attributeOf } from '../../config/values';
import type { Range } from '../../text/range';
import { child } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { oneOf } from '../quoted';

const FILTERING = 'system.webServer/security/requestFiltering';
const HIDDEN = ['web.config', 'bin', 'App_Code', 'App_Data', 'App_GlobalResources', 'App_LocalResources'];

export default defineConfigRule({
  id: 'hidden-segment-shown',
  severity: 'warning',
  profile: 'recommended',
  title: 'A folder of the application is no longer hidden',
  why: 'Request filtering keeps `web.config`, `bin`, `App_Data` and the other folders of ASP.NET from being requested. Without the entry, assemblies, databases and settings below it can be downloaded as far as their types are served. A public folder that happens to be called `bin` is better freed in a `<location>` of its own.',
  sources: [
    {
      document: 'Hidden Segments <hiddenSegments>, IIS configuration reference',
      says: 'the listed segments are not served; the default list holds web.config, bin and the App_ folders',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><security><requestFiltering><hiddenSegments><remove segment="App_Data" /></hiddenSegments></requestFiltering></security></system.webServer>',
        at: 'App_Data',
      },
      {
        text: '<location path="a"><system.webServer><security><requestFiltering><hiddenSegments><clear /><add segment="bin" /></hiddenSegments></requestFiltering></security></system.webServer></location>',
        at: 'clear',
      },
    ],
    good: [
      '<system.webServer><security><requestFiltering><hiddenSegments><remove segment="BIN" /><add segment="bin" /><add segment=".git" /><remove segment="App_Browsers" /></hiddenSegments></requestFiltering></security></system.webServer>',
      // In Node.js, bin is a folder like any other.
      '<system.webServer><handlers><add name="iisnode" path="server.js" verb="*" modules="iisnode" /></handlers><security><requestFiltering><hiddenSegments><remove segment="bin" /></hiddenSegments></requestFiltering></security></system.webServer>',
      // A folder of this name that is meant to be seen.
      '<location path="downloads/bin"><system.webServer><security><requestFiltering><hiddenSegments><remove segment="bin" /></hiddenSegments></requestFiltering></security></system.webServer></location>',
    ],
  },
  check({ document, sections, hierarchy, report }) {
    if (document.kind !== 'web') return undefined;
    // To programs of Node.js and their like, bin is a folder like any other.
    const isNode = sections(HANDLERS).some((use) =>
      addedHandlers(use).some((one) => modulesOf(one).some((name) => /^(?:iisnode|httpPlatformHandler)$/i.test(name))),
    );
    for (const use of sections(FILTERING)) {
      if (use.content !== 'here') continue;
      const entries = hierarchy.effective(FILTERING, hierarchy.pathOf(use))?.element.element('hiddenSegments')?.entries;
      const hidden = new Set(entries?.map((one) => one.text('segment').toLowerCase()));
      const isShown = (segment: string): boolean => !hidden.has(segment.toLowerCase());
      const shown: { readonly names: readonly string[]; readonly at: Range }[] = [];
      for (const one of child(use.element, 'hiddenSegments')?.children ?? []) {
        const segment = attributeOf(one, 'segment');
        if (one.name === 'clear') shown.push({ names: HIDDEN.filter(isShown), at: one.nameRange });
        else if (one.name === 'remove' && segment && !isAbout(use.location?.path ?? '', segment.value))
          shown.push({
            names: HIDDEN.filter((name) => name.toLowerCase() === segment.value.toLowerCase() && isShown(name)),
            at: segment.valueRange,
          });
      }
      const names = shown.flatMap((one) => one.names).filter((name) => name !== 'bin' || !isNode);
      const first = shown.find((one) => one.names.some((name) => names.includes(name)));
      if (!first) continue;
      report({
        at: first.at,
        message: `${oneOf(names).replace(' or ', ' and ')} ${names.length > 1 ? 'are' : 'is'} no longer hidden: what lies there can be requested.`,
      });
    }
    return undefined;
  },
});

/** Whether a location is the one folder of this name. */
const isAbout = (path: string, segment: string): boolean =>
  path.toLowerCase().split('/').includes(segment.toLowerCase());
