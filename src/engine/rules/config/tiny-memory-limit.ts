import { poolsAndDefaults } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { reportOnce } from '../reportOnce';
import { pools } from '../serverExamples';

/** Kilobytes. An empty worker process takes about as much; larger numbers may be meant as they are. */
const TINY = 32_768;

export default defineConfigRule({
  id: 'tiny-memory-limit',
  severity: 'warning',
  profile: 'recommended',
  title: 'A memory limit that seems to be meant in megabytes',
  why: '`memory` and `privateMemory` are in kilobytes: 2048 is 2 MB, less than an empty worker process takes. The pool is recycled minute after minute (WAS events 5077 and 5117), with cold starts and lost sessions each time.',
  sources: [
    {
      document: 'periodicRestart element, IIS configuration reference',
      says: 'memory and privateMemory are in kilobytes, 0 switches them off',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      pools('<add name="Shop"><recycling><periodicRestart privateMemory="2048" /></recycling></add>', '2048'),
      pools(
        '<applicationPoolDefaults><recycling><periodicRestart memory="4096" privateMemory="0" /></recycling></applicationPoolDefaults><add name="Shop" />',
        '4096',
      ),
    ],
    good: [
      pools('<add name="Shop"><recycling><periodicRestart privateMemory="2097152" memory="0" /></recycling></add>'),
      pools('<add name="Shop"><recycling><periodicRestart requests="1000" privateMemory="65536" /></recycling></add>'),
    ],
  },
  check(context) {
    const report = reportOnce(context.report);
    for (const pool of poolsAndDefaults(context)) {
      const restart = pool.element('recycling')?.element('periodicRestart');
      for (const name of ['memory', 'privateMemory']) {
        const written = restart?.value(name).origin?.attribute;
        const limit = Number(written?.value.trim());
        if (!written || !(limit > 0 && limit < TINY)) continue;
        report({
          at: written.valueRange,
          message: `${name} is in kilobytes: ${limit} is ${limit < 1024 ? 'less than 1' : Math.round(limit / 1024)} MB, and the pool is recycled again and again. ${limit} MB is ${limit * 1024}.`,
        });
      }
    }
  },
});
