import type { EffectiveElement } from '../../config/effectiveElement';
import { applicationPools, writtenAt } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { pools } from '../serverExamples';

/** From here on the start of all at one moment is felt. */
const MANY = 5;

const scheduled = (name: string, ...times: string[]): string =>
  `<add name="${name}"><recycling><periodicRestart time="00:00:00"><schedule>${times
    .map((time) => `<add value="${time}" />`)
    .join('')}</schedule></periodicRestart></recycling></add>`;

export default defineConfigRule({
  id: 'pools-recycle-at-once',
  severity: 'information',
  profile: 'recommended',
  title: 'Many pools are recycled at the same time',
  why: 'At the scheduled time each pool starts a second worker process beside the old one and loads its applications anew. When many do so at one moment, processors and memory are not enough and start-up limits are missed. Schedules a few minutes apart avoid it.',
  sources: [
    {
      document: 'schedule element, IIS configuration reference',
      says: 'pools are recycled at the times listed',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      pools(['A', 'B', 'C', 'D', 'E'].map((name) => scheduled(name, '03:00:00')).join('')),
      pools(['A', 'B', 'C', 'D', 'E', 'F'].map((name, i) => scheduled(name, '03:00', `1${i}:00:00`)).join('')),
    ],
    good: [
      pools(['A', 'B', 'C', 'D'].map((name) => scheduled(name, '03:00:00')).join('')),
      pools(['A', 'B', 'C', 'D', 'E'].map((name, i) => scheduled(name, `03:0${i}:00`)).join('')),
    ],
  },
  check(context) {
    const byTime = new Map<string, EffectiveElement[]>();
    for (const pool of applicationPools(context)) {
      const schedule = pool.element('recycling')?.element('periodicRestart')?.element('schedule');
      for (const time of schedule?.entries ?? []) {
        const at = time
          .text('value')
          .trim()
          .replace(/^(\d\d:\d\d)$/, '$1:00');
        const others = byTime.get(at);
        if (others) others.push(time);
        else byTime.set(at, [time]);
      }
    }
    for (const [at, times] of byTime) {
      const [first] = times;
      if (!first || times.length < MANY) continue;
      context.report({
        at: writtenAt(first, 'value'),
        message: `${times.length} pools are recycled at ${quoted(at)}: all of them start new processes at that moment. Put their schedules some minutes apart.`,
        related: times
          .slice(1, 20)
          .map((time) => ({ ...writtenAt(time, 'value'), message: 'Recycled at the same time.' })),
      });
    }
  },
});
