import type { EffectiveElement } from '../../config/effectiveElement';
import { setAttribute } from '../../config/edits';
import { applicationPools, sitesOf, writtenAt } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { reportOnce } from '../reportOnce';
import { host, site } from '../serverExamples';

const both = (pools: string, application: string) =>
  host(
    `<system.applicationHost><applicationPools>${pools}</applicationPools><sites>${site().replace('<application path="/">', `<application path="/" ${application}>`)}</sites></system.applicationHost>`,
  );

export default defineConfigRule({
  id: 'preload-in-pool-on-demand',
  severity: 'information',
  profile: 'recommended',
  title: 'Preloading in a pool that starts on demand',
  why: '`preloadEnabled` sends a first request to the application when its worker process starts. A pool with `startMode="OnDemand"` starts its process with the first request of a user, after each start of the server and after each idle time-out, so that this user waits all the same. It needs `startMode="AlwaysRunning"`.',
  sources: [
    {
      document: 'application element, IIS configuration reference',
      says: 'preloadEnabled initialises the application when its pool is started',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      both('<add name="Shop" />', 'applicationPool="Shop" preloadEnabled="true"'),
      both('<add name="Shop" startMode="OnDemand" />', 'applicationPool="SHOP" preloadEnabled="True"'),
    ],
    good: [
      both(
        '<add name="Shop" startMode="AlwaysRunning"><processModel idleTimeout="00:00:00" /></add>',
        'applicationPool="Shop" preloadEnabled="true"',
      ),
      both(
        '<applicationPoolDefaults startMode="AlwaysRunning" /><add name="Shop"><processModel idleTimeout="00:00:00" /></add>',
        'applicationPool="Shop" preloadEnabled="true"',
      ),
      both('<add name="Shop" />', 'applicationPool="Shop" preloadEnabled="false"'),
      both('<add name="Shop" />', 'applicationPool="$(Pool)" preloadEnabled="true"'),
    ],
  },
  check(context) {
    const pools = new Map<string, EffectiveElement>();
    for (const pool of applicationPools(context)) pools.set(pool.text('name').toLowerCase(), pool);
    const report = reportOnce(context.report);
    for (const one of sitesOf(context))
      for (const application of one.entries) {
        if (!application.isTrue('preloadEnabled')) continue;
        const pool = pools.get(application.text('applicationPool').toLowerCase());
        if (pool?.text('startMode').trim().toLowerCase() !== 'ondemand') continue;
        const element = pool.origin?.element;
        report({
          at: writtenAt(application, 'preloadEnabled'),
          message: `Pool ${quoted(pool.text('name'))} starts on demand: the application is loaded by the first request of a user, whatever preloadEnabled says. Set startMode="AlwaysRunning" on the pool.`,
          related: [{ ...writtenAt(pool, 'name'), message: 'The pool.' }],
          fixes: element
            ? [
                {
                  title: 'Set startMode of the pool to AlwaysRunning',
                  edits: [setAttribute(element, 'startMode', 'AlwaysRunning')],
                  isSafe: false,
                },
              ]
            : [],
        });
      }
  },
});
