import type { EffectiveElement } from '../../config/effectiveElement';
import { isExpress } from '../../config/express';
import { isPlaceholder } from '../../config/placeholder';
import { belongsToProduct, sitesOf, writtenAt } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { oneOf, quoted } from '../quoted';
import { binding, site, sites } from '../serverExamples';

const inPool = (name: string, id: number, pool: string): string =>
  site(`name="${name}" id="${id}"`, binding('https', `*:443:${name}.example`, 1)).replace(
    '<application path="/">',
    `<application path="/" applicationPool="${pool}">`,
  );

export default defineConfigRule({
  id: 'application-pool-of-several-sites',
  severity: 'information',
  profile: 'hardening',
  title: 'Several sites share one application pool',
  why: 'Sites in one pool share process, memory and account. A crash or leak of one takes the others down, and whoever breaks into one can read the files and secrets of all. A pool for each site keeps them apart at the price of one process each.',
  sources: [
    {
      document: 'Application Pools <applicationPools>, IIS configuration reference',
      says: 'pools are separated by processes, so that problems in one do not reach the sites of another',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [sites(inPool('shop', 1, 'Web') + inPool('till', 2, 'web') + inPool('blog', 3, 'Blog'))],
    good: [
      sites(inPool('shop', 1, 'Shop') + inPool('till', 2, 'Till')),
      sites(inPool('shop', 1, '$(Pool)') + inPool('till', 2, '$(Pool)')),
      sites(
        inPool('shop', 1, 'Shop').replace(
          '<bindings>',
          '<application path="/api" applicationPool="Shop"><virtualDirectory path="/" physicalPath="D:\\Api" /></application><bindings>',
        ),
      ),
    ],
  },
  check(context) {
    if (isExpress(context.document)) return;
    const byPool = new Map<string, Map<EffectiveElement, EffectiveElement>>();
    for (const one of sitesOf(context))
      for (const application of one.entries) {
        const pool = application.text('applicationPool');
        if (pool === '' || isPlaceholder(pool) || belongsToProduct(one)) continue;
        const users = byPool.get(pool.toLowerCase()) ?? new Map<EffectiveElement, EffectiveElement>();
        byPool.set(pool.toLowerCase(), users);
        if (!users.has(one)) users.set(one, application);
      }
    for (const users of byPool.values()) {
      const [, second] = users;
      if (!second) continue;
      const [, application] = second;
      context.report({
        at: application.value('applicationPool').origin
          ? writtenAt(application, 'applicationPool')
          : writtenAt(application, 'path'),
        message: `Pool ${quoted(application.text('applicationPool'))} serves ${users.size} sites (${oneOf(
          [...users.keys()].map((one) => quoted(one.text('name'))),
          4,
        ).replace(' or ', ' and ')}): a crash or break-in of one reaches the others. Give each site its own pool.`,
        related: [...users.values()]
          .filter((one) => one !== application)
          .slice(0, 20)
          .map((one) => ({
            ...writtenAt(one, one.value('applicationPool').origin ? 'applicationPool' : 'path'),
            message: 'In the same pool.',
          })),
      });
    }
  },
});
