import { removeElement } from '../../config/edits';
import { isExpress } from '../../config/express';
import { applicationPools, sitesOf, writtenAt } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { host, pools as onlyPools, site } from '../serverExamples';

/** Pools that come with IIS and its features, used or not. */
const SHIPPED = /^(?:DefaultAppPool|Classic \.NET AppPool|\.NET v[\d.]+(?: Classic)?|ASP\.NET v[\d.]+(?: Classic)?)$/i;

const both = (xml: string, pool = 'Shop') =>
  host(
    `<system.applicationHost><applicationPools>${xml}</applicationPools><sites>${site().replace('<application path="/">', `<application path="/" applicationPool="${pool}">`)}</sites></system.applicationHost>`,
  );

export default defineConfigRule({
  id: 'unused-application-pool',
  severity: 'information',
  profile: 'hardening',
  title: 'No application runs in this pool',
  why: 'A pool that no application uses keeps an identity, perhaps with a password and rights, that nobody looks after. With `startMode="AlwaysRunning"` it even holds a process. Pools of removed applications are removed with them.',
  sources: [
    {
      document: 'add element of applicationPools, IIS configuration reference',
      says: 'applications are assigned to pools by name',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [both('<add name="Shop" /><add name="Old" />')],
    good: [
      both('<add name="shop" /><add name="DefaultAppPool" /><add name=".NET v4.5 Classic" />'),
      onlyPools('<add name="Shop" />'),
      both('<add name="Shop" /><add name="Till" />', '$(Pool)'),
    ],
  },
  check(context) {
    if (isExpress(context.document)) return;
    const applications = sitesOf(context).flatMap((one) => one.entries);
    const used = new Set(applications.map((application) => application.text('applicationPool').toLowerCase()));
    // A placeholder may stand for any of them.
    if (!applications.length || [...used].some((name) => /[${}#%[\]]|__/.test(name))) return;
    const pools = applicationPools(context);
    const known = new Set(pools.map((pool) => pool.text('name').toLowerCase()));
    // A name without a pool may be the misspelt name of this one; that is reported elsewhere.
    if ([...used].some((name) => name !== '' && !known.has(name))) return;
    for (const pool of pools) {
      const name = pool.text('name');
      if (used.has(name.toLowerCase()) || SHIPPED.test(name) || !pool.origin) continue;
      context.report({
        at: writtenAt(pool, 'name'),
        message: `No application runs in pool ${quoted(name)}. Remove it, with the rights of its identity, unless it waits for one.`,
        fixes: [
          {
            title: 'Remove the pool',
            edits: [removeElement(context.document.text, pool.origin.element)],
            isSafe: false,
          },
        ],
      });
    }
  },
});
