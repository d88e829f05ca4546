import { insertChild, setAttribute } from '../../config/edits';
import { poolsAndDefaults, writtenAt } from '../../config/server';
import { secondsOf } from '../../schema/timeSpan';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { reportOnce } from '../reportOnce';
import { pools } from '../serverExamples';

export default defineConfigRule({
  id: 'always-running-pool-goes-idle',
  severity: 'information',
  profile: 'recommended',
  title: 'A pool that is to run always ends when idle',
  why: '`startMode="AlwaysRunning"` starts the worker process without a request. The idle time-out, 20 minutes unless written otherwise, still ends it after a quiet while, and the cold start that was to be avoided is back. Set `idleTimeout="00:00:00"`, or `idleTimeoutAction="Suspend"` to keep it paged out.',
  sources: [
    {
      document: 'processModel element, IIS configuration reference',
      says: 'idleTimeout is 20 minutes by default, 0 disables it; idleTimeoutAction may be Suspend',
      read: '2026-11-24',
    },
    {
      document: 'add element of applicationPools, IIS configuration reference',
      says: 'AlwaysRunning starts the pool before any request',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      pools('<add name="Shop" startMode="AlwaysRunning" />', 'AlwaysRunning'),
      pools('<add name="Shop" startMode="AlwaysRunning"><processModel idleTimeout="01:00:00" /></add>'),
    ],
    good: [
      pools('<add name="Shop" startMode="AlwaysRunning"><processModel idleTimeout="00:00:00" /></add>'),
      pools(
        '<applicationPoolDefaults><processModel idleTimeout="00:00:00" /></applicationPoolDefaults><add name="Shop" startMode="AlwaysRunning" />',
      ),
      pools('<add name="Shop" startMode="AlwaysRunning"><processModel idleTimeoutAction="Suspend" /></add>'),
      pools('<add name="Shop" startMode="OnDemand" /><add name="Till" />'),
    ],
  },
  check(context) {
    const { document } = context;
    const report = reportOnce(context.report);
    for (const pool of poolsAndDefaults(context)) {
      const isDefault = pool.name === 'applicationPoolDefaults';
      const model = pool.element('processModel');
      if (isDefault || !model || pool.text('startMode').trim().toLowerCase() !== 'alwaysrunning') continue;
      const seconds = secondsOf(model.text('idleTimeout').trim(), 'string');
      if (!seconds || model.text('idleTimeoutAction').trim().toLowerCase() === 'suspend') continue;
      const own = pool.origin?.element;
      const written = model.origin?.element;
      report({
        at: writtenAt(pool, 'startMode'),
        message: `Pool ${quoted(pool.text('name'))} is AlwaysRunning, but its idle time-out of ${model.text('idleTimeout')} still ends the worker process. Set idleTimeout="00:00:00", or idleTimeoutAction="Suspend".`,
        fixes: own
          ? [
              {
                title: 'Set idleTimeout to 00:00:00',
                edits: [
                  written
                    ? setAttribute(written, 'idleTimeout', '00:00:00')
                    : insertChild(document.text, own, '<processModel idleTimeout="00:00:00" />', 'first'),
                ],
                isSafe: false,
              },
            ]
          : [],
      });
    }
  },
});
