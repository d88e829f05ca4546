import { setValue } from '../../config/edits';
import { isExpress } from '../../config/express';
import { serverSection, sitesAndDefaults } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { reportOnce } from '../reportOnce';
import { host, site, sites } from '../serverExamples';

export default defineConfigRule({
  id: 'logging-off',
  severity: 'warning',
  profile: 'recommended',
  title: 'Requests are not logged',
  why: 'Without the log of a site nobody can tell what was asked, what was answered, how long it took and from where an attack came. `logFile enabled="false"` switches it off for a site, `httpLogging dontLog="true"` for everything below a path. Probes of a load balancer are left out by `dontLog` in a location tag for their path.',
  sources: [
    {
      document: 'logFile and httpLogging elements, IIS configuration reference',
      says: 'enabled and dontLog switch logging on and off; logging is on by default',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      sites(site('name="Shop" id="1"', undefined, '<logFile enabled="false" />'), 'false'),
      sites('<siteDefaults><logFile enabled="False" /></siteDefaults>'),
      host('<system.webServer><httpLogging dontLog="true" /></system.webServer>', 'true'),
      host(
        `<system.applicationHost><sites>${site()}</sites></system.applicationHost><location path="Shop"><system.webServer><httpLogging dontLog="true" /></system.webServer></location>`,
        'true',
      ),
      host(
        '<system.applicationHost><log centralLogFileMode="CentralW3C"><centralW3CLogFile enabled="false" /></log></system.applicationHost>',
        'false',
      ),
    ],
    good: [
      sites(site('name="Shop" id="1"', undefined, '<logFile enabled="true" />')),
      host(
        '<location path="Shop/health"><system.webServer><httpLogging dontLog="true" /></system.webServer></location>',
      ),
      host(
        '<system.applicationHost><log centralLogFileMode="CentralW3C"><centralW3CLogFile enabled="true" /></log><sites><siteDefaults><logFile enabled="false" /></siteDefaults></sites></system.applicationHost>',
      ),
      sites(site('name="Shop" id="1" serverAutoStart="false"', undefined, '<logFile enabled="false" />')),
      host(
        '<system.applicationHost><log centralLogFileMode="Site"><centralW3CLogFile enabled="false" /></log></system.applicationHost>',
      ),
    ],
  },
  check(context) {
    const { document, sections } = context;
    if (document.kind !== 'applicationHost' || isExpress(document)) return;
    const report = reportOnce(context.report);
    const log = serverSection('system.applicationHost/log', context);
    const mode = log?.text('centralLogFileMode').trim().toLowerCase() ?? 'site';
    const central = log?.element(mode === 'centralw3c' ? 'centralW3CLogFile' : 'centralBinaryLogFile');
    const isCentral = mode === 'centralw3c' || mode === 'centralbinary';
    const files = isCentral
      ? [central]
      : sitesAndDefaults(context).map((one) =>
          one.isTrue('serverAutoStart') || one.name === 'siteDefaults' ? one.element('logFile') : null,
        );
    const switches = files.map((file) => ({
      attribute: file?.value('enabled').origin?.attribute,
      off: 'false',
      on: 'true',
    }));
    // A site's own path has no slash; what lies deeper may well be a probe.
    for (const { element, location } of sections('system.webServer/httpLogging'))
      if (!location?.path.includes('/'))
        switches.push({
          attribute: element.attributes.find(({ name }) => name === 'dontLog'),
          off: 'true',
          on: 'false',
        });
    for (const { attribute, off, on } of switches)
      if (attribute?.value.trim().toLowerCase() === off)
        report({
          at: attribute.valueRange,
          message:
            'No request is logged: errors, slow answers and attacks leave no trace. Switch logging on; leave out probes by dontLog in a location tag for their path.',
          fixes: [{ title: `Change to ${on}`, edits: [setValue(attribute, on)], isSafe: false }],
        });
  },
});
