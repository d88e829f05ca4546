import type { EffectiveElement } from '../../config/effectiveElement';
import { serverSection } from '../../config/server';
import { closest } from '../../text/closest';
import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { oneOf, quoted } from '../quoted';
import { host } from '../serverExamples';

const RULES = 'system.webServer/tracing/traceFailedRequests';

const withAreas = (areas: string, location = '') => {
  const rules = `<tracing><traceFailedRequests><add path="*"><traceAreas>${areas}</traceAreas><failureDefinitions statusCodes="500" /></add></traceFailedRequests></tracing>`;
  const providers = `<traceProviderDefinitions><add name="WWW Server" guid="{3a2a4e84-4c21-4981-ae10-3fda0d9b0f83}"><areas><add name="Authentication" value="2" /><add name="Module" value="512" /></areas></add><add name="ASP" guid="{06b94d9a-b15e-456e-a4ef-37c984a2cb4b}"><areas><clear /></areas></add></traceProviderDefinitions>`;
  const server = (inner: string): string => `<system.webServer>${inner}</system.webServer>`;
  return host(
    location
      ? `${server(`<tracing>${providers}</tracing>`)}<location path="${location}">${server(rules)}</location>`
      : server(rules.replace('<tracing>', `<tracing>${providers}`)),
  );
};

export default defineConfigRule({
  id: 'unknown-trace-area',
  severity: 'warning',
  profile: 'recommended',
  title: 'A tracing rule names a provider or area that is not defined',
  why: 'The names in `traceAreas` refer to `traceProviderDefinitions`. A module such as URL Rewrite or WebSocket adds its area there when it is installed. For a name that is not there nothing is traced, so that the trace lacks just what it was made for.',
  sources: [
    {
      document: 'traceAreas and traceProviderDefinitions elements, IIS configuration reference',
      says: 'providers and their areas are defined in traceProviderDefinitions',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      withAreas('<add provider="WWW Server" areas="Authentication,Moduel" verbosity="Verbose" />'),
      withAreas('<add provider="WWW-Server" areas="Module" verbosity="Verbose" />', 'Default Web Site'),
    ],
    good: [
      withAreas(
        '<add provider="WWW Server" areas="authentication, Module" verbosity="Verbose" /><add provider="ASP" verbosity="Verbose" />',
      ),
      withAreas('<add provider="WWW Server" verbosity="Verbose" />'),
      host(
        '<system.webServer><tracing><traceFailedRequests><add path="*"><traceAreas><add provider="Own" areas="A" /></traceAreas></add></traceFailedRequests></tracing></system.webServer>',
      ),
    ],
  },
  check(context) {
    const providers = serverSection('system.webServer/tracing/traceProviderDefinitions', context)?.entries ?? [];
    if (!providers.length) return;
    const byName = new Map<string, EffectiveElement>();
    for (const provider of providers) byName.set(provider.text('name').toLowerCase(), provider);
    const names = providers.map((provider) => provider.text('name'));
    for (const { element } of context.sections(RULES))
      for (const rule of element.children)
        for (const group of rule.children)
          for (const one of group.name === 'traceAreas' ? group.children : []) {
            const name = one.attributes.find((found) => found.name === 'provider');
            if (one.name !== 'add' || !name || name.value === '') continue;
            const provider = byName.get(name.value.toLowerCase());
            if (!provider) {
              const meant = closest(name.value, names);
              context.report({
                at: name.valueRange,
                message: `traceProviderDefinitions has no provider ${quoted(name.value)}: nothing of it is traced.${meant ? ` Did you mean ${quoted(meant)}?` : ''}`,
              });
              continue;
            }
            const areas = provider.element('areas')?.entries.map((area) => area.text('name')) ?? [];
            const known = new Set(areas.map((area) => area.toLowerCase()));
            const written = one.attributes.find((found) => found.name === 'areas');
            const wrong = (attribute(one, 'areas') ?? '')
              .split(',')
              .map((area) => area.trim())
              .filter((area) => area !== '' && !known.has(area.toLowerCase()));
            if (!written || !wrong.length || !areas.length) continue;
            context.report({
              at: written.valueRange,
              message: `Provider ${quoted(provider.text('name'))} has no area ${oneOf(wrong.map((area) => quoted(area)))}: nothing of it is traced. It has ${oneOf(areas, 14)}.`,
            });
          }
  },
});
