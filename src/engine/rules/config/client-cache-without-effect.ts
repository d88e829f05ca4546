import { attributeOf } from '../../config/values';
import { setAttribute } from '../../config/edits';
import { child } from '../../xml/tree';
import { defineConfigRule } from '../configRule';

const STATIC = 'system.webServer/staticContent';
const MODES = { cacheControlMaxAge: 'UseMaxAge', httpExpires: 'UseExpires' } as const;

export default defineConfigRule({
  id: 'client-cache-without-effect',
  severity: 'warning',
  profile: 'recommended',
  title: 'A caching time that is not used',
  why: '`cacheControlMaxAge` counts only with `cacheControlMode="UseMaxAge"`, `httpExpires` only with `UseExpires`; the mode is `NoControl` unless a file says otherwise. Without the mode IIS sends neither, and browsers decide for themselves how long they keep a file.',
  sources: [
    {
      document: 'Client Cache <clientCache>, IIS configuration reference',
      says: 'to use httpExpires the mode must be UseExpires; the default mode is NoControl',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><staticContent><clientCache cacheControlMaxAge="7.00:00:00" /></staticContent></system.webServer>',
        at: 'cacheControlMaxAge',
      },
      {
        text: '<location path="a"><system.webServer><staticContent><clientCache cacheControlMode="UseMaxAge" httpExpires="Tue, 19 Jan 2038 03:14:07 GMT" /></staticContent></system.webServer></location>',
        at: 'httpExpires',
      },
    ],
    good: [
      '<system.webServer><staticContent><clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="7.00:00:00" /></staticContent></system.webServer>',
      '<system.webServer><staticContent><clientCache cacheControlMode="DisableCache" cacheControlMaxAge="7.00:00:00" httpExpires="Tue, 19 Jan 2038 03:14:07 GMT" /></staticContent></system.webServer>',
      {
        text: '<system.webServer><staticContent><clientCache cacheControlMaxAge="7.00:00:00" /></staticContent></system.webServer>',
        server:
          '<system.webServer><staticContent><clientCache cacheControlMode="UseMaxAge" /></staticContent></system.webServer>',
        path: 'Shop',
      },
      '<system.webServer><staticContent><clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" cacheControlCustom="public" /></staticContent></system.webServer>',
    ],
  },
  check({ sections, hierarchy, report }) {
    for (const use of sections(STATIC)) {
      const cache = child(use.element, 'clientCache');
      if (!cache) continue;
      const effective = hierarchy.effective(STATIC, hierarchy.pathOf(use))?.element.element('clientCache');
      const mode = (effective?.text('cacheControlMode') ?? '').toLowerCase();
      // Who switches caching off knows that the times do not count.
      if (mode === 'disablecache') continue;
      for (const [name, needed] of Object.entries(MODES)) {
        const written = attributeOf(cache, name);
        if (!written || written.value === '' || mode === needed.toLowerCase()) continue;
        report({
          at: written.nameRange,
          message: `${name} counts only with cacheControlMode="${needed}", and the mode is ${effective?.text('cacheControlMode') ?? 'NoControl'}: IIS does not send it.`,
          fixes:
            mode === 'nocontrol'
              ? [
                  {
                    title: `Set cacheControlMode="${needed}"`,
                    edits: [setAttribute(cache, 'cacheControlMode', needed)],
                    isSafe: false,
                  },
                ]
              : [],
        });
      }
    }
    return undefined;
  },
});
