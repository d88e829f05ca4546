import { setValue } from '../../config/edits';
import { isPlaceholder } from '../../config/placeholder';
import { serverSection, sitesOf, writtenAt } from '../../config/server';
import { closest } from '../../text/closest';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { reportOnce } from '../reportOnce';
import { host, site } from '../serverExamples';

const PROVIDERS = 'system.applicationHost/serviceAutoStartProviders';

const withApplication = (attributes: string, providers = '') =>
  host(
    `<system.applicationHost><sites>${site().replace('<application path="/">', `<application path="/" ${attributes}>`)}</sites>${providers}</system.applicationHost>`,
  );
const SHOP = '<serviceAutoStartProviders><add name="Shop" type="Shop.Warmup, Shop" /></serviceAutoStartProviders>';

export default defineConfigRule({
  id: 'missing-auto-start-provider',
  severity: 'warning',
  profile: 'recommended',
  title: 'An application is to start by itself, by nothing',
  why: '`serviceAutoStartEnabled` has a class of the application called when the worker process starts. `serviceAutoStartProvider` names that class by an entry of `serviceAutoStartProviders`. Without the name or the entry nothing is called, and what it was to load is missing or late.',
  sources: [
    {
      document: 'application element, IIS configuration reference',
      says: 'serviceAutoStartProvider names the provider that is used when serviceAutoStartEnabled is true',
      read: '2026-11-24',
    },
    {
      document: 'serviceAutoStartProviders element, IIS configuration reference',
      says: 'the list of providers, each a name and a type',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      withApplication('serviceAutoStartEnabled="true"'),
      withApplication('serviceAutoStartEnabled="true" serviceAutoStartProvider="Shopp"', SHOP),
      withApplication('serviceAutoStartEnabled="true" serviceAutoStartProvider="Warmup"'),
    ],
    good: [
      withApplication('serviceAutoStartEnabled="true" serviceAutoStartProvider="Shop"', SHOP),
      withApplication('serviceAutoStartEnabled="false" serviceAutoStartProvider="Gone"'),
      withApplication('serviceAutoStartEnabled="true" serviceAutoStartProvider="$(Provider)"', SHOP),
    ],
  },
  check(context) {
    const names = (serverSection(PROVIDERS, context)?.entries ?? []).map((provider) => provider.text('name'));
    const known = new Set(names);
    const report = reportOnce(context.report);
    for (const one of sitesOf(context))
      for (const application of one.entries) {
        if (!application.isTrue('serviceAutoStartEnabled')) continue;
        const provider = application.text('serviceAutoStartProvider').trim();
        if (known.has(provider) || isPlaceholder(provider)) continue;
        if (provider === '') {
          report({
            at: writtenAt(application, 'serviceAutoStartEnabled'),
            message:
              'No serviceAutoStartProvider is named: nothing is called when the worker process starts. Name one, or set preloadEnabled instead, which needs none.',
          });
          continue;
        }
        const meant = closest(provider, names);
        const written = application.value('serviceAutoStartProvider').origin?.attribute;
        report({
          at: writtenAt(application, 'serviceAutoStartProvider'),
          message: `serviceAutoStartProviders has no ${quoted(provider)}: nothing is called when the worker process starts.${meant ? ` Did you mean ${quoted(meant)}?` : ''}`,
          fixes:
            meant && written
              ? [{ title: `Change to ${quoted(meant)}`, edits: [setValue(written, meant)], isSafe: false }]
              : [],
        });
      }
  },
});
