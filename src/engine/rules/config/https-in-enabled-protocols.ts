import { setValue } from '../../config/edits';
import type { EffectiveElement } from '../../config/effectiveElement';
import { serverSection, sitesOf } from '../../config/server';
import { defineConfigRule, type ConfigContext } from '../configRule';
import { reportOnce } from '../reportOnce';
import { host, site, sites } from '../serverExamples';

const withProtocols = (protocols: string): string =>
  site().replace('<application path="/">', `<application path="/" enabledProtocols="${protocols}">`);

export default defineConfigRule({
  id: 'https-in-enabled-protocols',
  severity: 'warning',
  profile: 'recommended',
  title: 'https is no protocol of an application',
  why: '`enabledProtocols` lists what WAS activates the application for. `http` stands for HTTP and HTTPS alike; WAS does not allow `https` there and logs event 5181. Where `http` is missing beside it, the application is not reached at all.',
  sources: [
    {
      document: 'Event ID 5181, WAS',
      says: 'https is not allowed in enabledProtocols; http includes it',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      sites(withProtocols('http,https'), 'http,https'),
      sites(withProtocols('HTTPS')),
      host(
        `<system.applicationHost><sites>${site()}<applicationDefaults enabledProtocols="https" /></sites></system.applicationHost>`,
        'https',
      ),
    ],
    good: [sites(withProtocols('http')), sites(withProtocols('http,net.tcp')), sites(withProtocols('$(Protocols)'))],
  },
  check(context) {
    const report = reportOnce(context.report);
    for (const application of applicationsAndDefaults(context)) {
      const written = application.value('enabledProtocols').origin?.attribute;
      const protocols = written?.value.split(',').map((name) => name.trim()) ?? [];
      if (!written || !protocols.some((name) => name.toLowerCase() === 'https')) continue;
      const others = protocols.filter((name) => !/^https?$/i.test(name));
      const right = ['http', ...others].join(',');
      report({
        at: written.valueRange,
        message: 'enabledProtocols does not take https: WAS logs event 5181. Write http, which stands for both.',
        fixes: [{ title: `Change to ${right}`, edits: [setValue(written, right)], isSafe: false }],
      });
    }
  },
});

function applicationsAndDefaults(context: ConfigContext): readonly EffectiveElement[] {
  const defaults = serverSection('system.applicationHost/sites', context)?.elements.get('applicationDefaults');
  const all = sitesOf(context).flatMap((one) => [
    ...one.entries,
    ...(one.elements.get('applicationDefaults') ? [one.elements.get('applicationDefaults')] : []),
  ]);
  return [...all, defaults].flatMap((one) => one ?? []);
}
