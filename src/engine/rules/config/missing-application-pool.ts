import { setValue } from '../../config/edits';
import { isPlaceholder } from '../../config/placeholder';
import { closest } from '../../text/closest';
import { attribute, type XmlAttribute, type XmlElement } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

const POOLS = 'system.applicationHost/applicationPools';
const SITES = 'system.applicationHost/sites';

export default defineConfigRule({
  id: 'missing-application-pool',
  severity: 'error',
  profile: 'correctness',
  title: 'An application runs in a pool that does not exist',
  why: 'WAS cannot start a worker process for an application whose pool is not in `applicationPools`: it logs event 5174 or 5057, and every request is answered with 503.',
  sources: [
    {
      document: 'application element, IIS configuration reference',
      says: 'applicationPool names a pool of applicationPools; a missing one leaves the application without a process',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        file: 'applicationHost.config',
        text: '<system.applicationHost><applicationPools><add name="Shop" /></applicationPools><sites><applicationDefaults applicationPool="Gone" /><site name="a" id="1"><application path="/"><virtualDirectory path="/" physicalPath="D:\\a" /></application></site></sites></system.applicationHost>',
        at: 'Gone',
      },
      {
        file: 'applicationHost.config',
        text: '<system.applicationHost><applicationPools><add name="Shop" /></applicationPools><sites><site name="a" id="1"><application path="/" applicationPool="Shpo"><virtualDirectory path="/" physicalPath="D:\\a" /></application><bindings><binding protocol="https" bindingInformation="*:443:shop.example" sslFlags="1" /></bindings></site></sites></system.applicationHost>',
        at: 'Shpo',
      },
    ],
    good: [
      {
        // Nothing takes the pool of the defaults.
        file: 'applicationHost.config',
        text: '<system.applicationHost><applicationPools><add name="Shop" /></applicationPools><sites><applicationDefaults applicationPool="Gone" /><site name="a" id="1"><application path="/" applicationPool="Shop"><virtualDirectory path="/" physicalPath="D:\\a" /></application></site></sites></system.applicationHost>',
      },
      {
        file: 'applicationHost.config',
        text: '<system.applicationHost><applicationPools><add name="Shop" /></applicationPools><sites><site name="a" id="1"><application path="/" applicationPool="[POOL]"><virtualDirectory path="/" physicalPath="D:\\a" /></application><bindings><binding protocol="https" bindingInformation="*:443:shop.example" sslFlags="1" /></bindings></site></sites></system.applicationHost>',
      },
      {
        file: 'applicationHost.config',
        text: '<system.applicationHost><applicationPools><add name="Shop" /></applicationPools><sites><site name="a" id="1"><application path="/" applicationPool="SHOP"><virtualDirectory path="/" physicalPath="D:\\a" /></application><bindings><binding protocol="https" bindingInformation="*:443:shop.example" sslFlags="1" /></bindings></site></sites></system.applicationHost>',
      },
      {
        // A part of a file: its pools may stand elsewhere.
        file: 'applicationHost.config',
        text: '<system.applicationHost><sites><site name="a" id="1"><application path="/" applicationPool="Shop"><virtualDirectory path="/" physicalPath="D:\\a" /></application><bindings><binding protocol="https" bindingInformation="*:443:shop.example" sslFlags="1" /></bindings></site></sites></system.applicationHost>',
      },
    ],
  },
  check({ sections, report }) {
    if (!sections(POOLS).length) return undefined;
    const names = sections(POOLS).flatMap(({ element }) =>
      // A misspelt <add> names its pool nevertheless.
      element.children.filter(({ name }) => name !== 'remove').flatMap((pool) => attribute(pool, 'name') ?? []),
    );
    const known = new Set(names.map((name) => name.toLowerCase()));
    const check = (pool: XmlAttribute | undefined): void => {
      if (!pool || pool.value === '' || isPlaceholder(pool.value) || known.has(pool.value.toLowerCase())) return;
      const meant = closest(pool.value, names);
      report({
        at: pool.valueRange,
        message: `There is no application pool ${quoted(pool.value)}: requests are answered with 503.${meant ? ` Did you mean ${quoted(meant)}?` : ''}`,
        fixes: meant ? [{ title: `Change to ${quoted(meant)}`, edits: [setValue(pool, meant)], isSafe: false }] : [],
      });
    };
    for (const { element: sites } of sections(SITES))
      for (const site of [sites, ...sites.children])
        for (const one of site.children)
          if (one.name === 'application' || (one.name === 'applicationDefaults' && isInherited(one)))
            check(poolOf(one));
  },
});

const poolOf = (element: XmlElement): XmlAttribute | undefined =>
  element.attributes.find(({ name }) => name === 'applicationPool');

/** Whether some application takes its pool from defaults: else the pool that they name does no harm. */
function isInherited(defaults: XmlElement): boolean {
  const named = (parent: XmlElement | null, name: string): readonly XmlElement[] =>
    parent?.children.filter((one) => one.name === name) ?? [];
  const takesFrom = (site: XmlElement): boolean => named(site, 'application').some((one) => !poolOf(one));
  const { parent } = defaults;
  if (parent?.name === 'site') return takesFrom(parent);
  return named(parent, 'site').some((site) => takesFrom(site) && !named(site, 'applicationDefaults').some(poolOf));
}
