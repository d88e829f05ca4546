import { attribute, child } from '../xml/tree';
import type { ConfigDocument } from './document';
import { sectionsAt } from './sections';

const SITES = 'system.applicationHost/sites';
/** What runs an application that no file gives a pool. */
const UNNAMED = 'DefaultAppPool';

/** How many applications run in each pool, by the name of the pool in lower case; defaults of sites are minded. */
export function poolUses(document: ConfigDocument): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { element: sites } of sectionsAt(document).get(SITES) ?? []) {
    const outer = attribute(child(sites, 'applicationDefaults'), 'applicationPool') ?? UNNAMED;
    for (const site of sites.children) {
      if (site.name !== 'site') continue;
      const inner = attribute(child(site, 'applicationDefaults'), 'applicationPool') ?? outer;
      for (const application of site.children) {
        if (application.name !== 'application') continue;
        const pool = (attribute(application, 'applicationPool') ?? inner).toLowerCase();
        uses.set(pool, (uses.get(pool) ?? 0) + 1);
      }
    }
  }
  return uses;
}
