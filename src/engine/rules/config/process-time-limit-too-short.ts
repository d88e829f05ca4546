import { adjustablePools } from '../../config/server';
import { secondsOf } from '../../schema/timeSpan';
import { defineConfigRule } from '../configRule';
import { reportOnce } from '../reportOnce';
import { pools } from '../serverExamples';

/** Seconds; below, a full garbage collection, a crash dump or a slow disk is enough to lose the process. */
const SHORTEST = 10;

const LIMITS = {
  pingResponseTime: 'answer a ping: a garbage collection or a dump ends it',
  startupTimeLimit: 'start: a cold start ends in failures that stop the pool',
  shutdownTimeLimit: 'finish its requests: each recycle cuts off those that still run',
} as const;

export default defineConfigRule({
  id: 'process-time-limit-too-short',
  severity: 'warning',
  profile: 'recommended',
  title: 'A worker process gets too little time',
  why: 'WAS ends a worker process that does not start, answer a ping or shut down in time. Usual limits are 90 seconds. With a few seconds healthy processes are ended: at a full garbage collection, while a dump is written, on a busy machine, or with requests that are still running.',
  sources: [
    {
      document: 'processModel element, IIS configuration reference',
      says: 'startupTimeLimit, shutdownTimeLimit and pingResponseTime, 90 seconds each; a process beyond is terminated',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      pools('<add name="Shop"><processModel pingResponseTime="00:00:05" /></add>', '00:00:05'),
      pools(
        '<applicationPoolDefaults><processModel startupTimeLimit="00:00:03" shutdownTimeLimit="00:00:01" /></applicationPoolDefaults><add name="Shop" />',
      ),
    ],
    good: [
      pools(
        '<add name="Shop"><processModel pingResponseTime="00:01:30" startupTimeLimit="00:00:20" shutdownTimeLimit="00:00:10" /></add>',
      ),
      pools('<add name="Shop"><processModel pingingEnabled="false" pingResponseTime="00:00:05" /></add>'),
      pools('<add name="Shop"><processModel pingInterval="00:00:05" /></add>'),
    ],
  },
  check(context) {
    const report = reportOnce(context.report);
    for (const pool of adjustablePools(context)) {
      const model = pool.element('processModel');
      for (const [name, what] of Object.entries(LIMITS)) {
        const written = model?.value(name).origin?.attribute;
        const seconds = written ? secondsOf(written.value.trim(), 'string') : null;
        if (!model || !written || seconds === null || seconds <= 0 || seconds >= SHORTEST) continue;
        if (name === 'pingResponseTime' && !model.isTrue('pingingEnabled')) continue;
        report({
          at: written.valueRange,
          message: `The worker process has ${seconds} seconds to ${what}. Give it at least half a minute; the default is 00:01:30.`,
        });
      }
    }
  },
});
