import { poolsAndDefaults, writtenAt } from '../../config/server';
import { secondsOf } from '../../schema/timeSpan';
import { defineConfigRule } from '../configRule';
import { reportOnce } from '../reportOnce';
import { pools } from '../serverExamples';

export default defineConfigRule({
  id: 'idle-timeout-beyond-recycling',
  severity: 'warning',
  profile: 'recommended',
  title: 'The idle time-out is not shorter than the recycling interval',
  why: 'A worker process is recycled after `periodicRestart time`, 29 hours unless written otherwise. An idle time-out as long or longer never comes to pass; WAS logs event 5152 for it. One of the two values is not what somebody meant, often hours and minutes were confused.',
  sources: [
    {
      document: 'Event ID 5152, WAS',
      says: 'the idle time-out is equal to or larger than the periodic restart time',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      pools('<add name="Shop"><processModel idleTimeout="1.06:00:00" /></add>', '1.06:00:00'),
      pools(
        '<add name="Shop"><processModel idleTimeout="00:20:00" /><recycling><periodicRestart time="00:10:00" /></recycling></add>',
        '00:20:00',
      ),
    ],
    good: [
      pools('<add name="Shop"><processModel idleTimeout="20:00:00" /></add>'),
      pools(
        '<add name="Shop"><processModel idleTimeout="2.00:00:00" /><recycling><periodicRestart time="00:00:00" /></recycling></add>',
      ),
      pools(
        '<add name="Shop"><processModel idleTimeout="00:00:00" /><recycling><periodicRestart time="01:00:00" /></recycling></add>',
      ),
    ],
  },
  check(context) {
    const report = reportOnce(context.report);
    for (const pool of poolsAndDefaults(context)) {
      const model = pool.element('processModel');
      const restart = pool.element('recycling')?.element('periodicRestart');
      if (!model || !restart) continue;
      const idle = secondsOf(model.text('idleTimeout').trim(), 'string') ?? 0;
      const time = secondsOf(restart.text('time').trim(), 'string') ?? 0;
      if (idle <= 0 || time <= 0 || idle < time) continue;
      const at = model.value('idleTimeout').origin ? writtenAt(model, 'idleTimeout') : writtenAt(restart, 'time');
      report({
        at,
        message: `The idle time-out (${model.text('idleTimeout')}) is not shorter than the recycling interval (${restart.text('time')}): it never comes to pass, and WAS logs event 5152. Shorten idleTimeout or lengthen periodicRestart time.`,
      });
    }
  },
});
