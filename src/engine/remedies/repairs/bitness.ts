import { setAttribute } from '../../config/edits';
import type { Snapshot } from '../../servers/snapshot';
import { appcmd } from '../commands/programs';
import { changeStep, withBackup } from '../configuration/changeStep';
import { configurationOf } from '../configuration/configurationOf';
import { globalModules, isOfWindows } from '../configuration/modules';
import { poolNames } from '../names';
import type { Check, Plan, Refusal } from '../plan';
import { planBase } from '../planBase';
import { notAdministrator, UNREADABLE } from '../refusals';
import type { Remedy } from '../remedy';

const HOW = {
  only64: 'Load the module only into 64-bit pools',
  only32: 'Load the module only into 32-bit pools',
  pool64: 'Run the pool with 64 bits',
  pool32: 'Run the pool with 32 bits',
} as const;

/** 2274, 2282, 500.32, 0x800700C1: something with 32 bits meets something with 64. */
const bitness: Remedy = {
  id: 'bitness',
  title: 'Repair a bitness mismatch',
  purpose:
    'A worker process with 32 bits is to load a module with 64 bits, or the other way round. Either the module is loaded only where it fits, or the pool changes.',
  versions: 'IIS 7 and later on 64-bit Windows',
  rights: 'administrator on the server',
  doesNot: ['It does not find out which bitness a file has: the product says so, or the folder that it lies in.'],
  doNot: [
    'Do not switch a pool to 32 bits because one component needs it, without knowing that everything else in the pool has 32 bits too.',
    'Do not take away the preCondition of a module to make it load: it is what keeps it out of the wrong pools.',
  ],
  sources: [
    {
      document: '<globalModules> and preConditions: IIS modules preconditions',
      url: 'https://learn.microsoft.com/iis/get-started/introduction-to-iis/iis-modules-overview',
      says: 'bitness32 and bitness64 load a native module only into worker processes that match',
      read: '2026-11-25',
    },
    {
      document: 'Application Pool <add> element (Microsoft Learn)',
      url: 'https://learn.microsoft.com/iis/configuration/system.applicationhost/applicationpools/add/',
      says: 'enable32BitAppOnWin64 lets a pool run 32-bit worker processes on 64-bit Windows',
      read: '2026-11-25',
    },
  ],
  parameters: [
    {
      name: 'how',
      label: 'What is done',
      kind: 'choice',
      isRequired: true,
      help: 'The first one fits where a product registers its 64-bit module for all pools.',
      options: () => Object.values(HOW),
      initial: () => HOW.only64,
    },
    {
      name: 'module',
      label: 'Module',
      kind: 'choice',
      isRequired: false,
      help: 'For the first two: modules that do not come with Windows.',
      options: (snapshot) => {
        const configuration = configurationOf(snapshot);
        return configuration ? globalModules(configuration).flatMap((one) => (isOfWindows(one) ? [] : [one.name])) : [];
      },
    },
    {
      name: 'pool',
      label: 'Application pool',
      kind: 'choice',
      isRequired: false,
      help: 'For the others.',
      options: poolNames,
    },
  ],
  needs: ['system', 'sites', 'pools', 'configuration'],
  answers: ['code-bad-exe-format', 'status-500-32', 'ancm-1010-bitness', 'global-module-without-bitness'],
  plan(snapshot, { how = HOW.only64, module = '', pool = '' }) {
    const refused = notAdministrator(snapshot);
    if (refused) return refused;
    if (how === HOW.only64) return preCondition(snapshot, module, 'bitness64');
    if (how === HOW.only32) return preCondition(snapshot, module, 'bitness32');
    return switchPool(snapshot, pool, how === HOW.pool32);
  },
};
export default bitness;

function preCondition(snapshot: Snapshot, name: string, wanted: 'bitness32' | 'bitness64'): Plan | Refusal {
  const configuration = configurationOf(snapshot);
  if (!configuration) return { because: UNREADABLE };
  const module = globalModules(configuration).find((one) => one.name === name);
  if (!module) return { because: 'Choose the module that is loaded into the wrong pools.' };
  const conditions = module.preCondition.split(',').map((one) => one.trim());
  const has = conditions.find((one) => /^bitness(?:32|64)$/i.test(one));
  if (has !== undefined)
    return {
      because: `"${name}" is loaded only into pools with ${has.slice(7)} bits already. If it is loaded and fails all the same, its file has another bitness than its registration says: repair its product.`,
    };
  const { document, file } = configuration.applicationHost;
  const value = [...conditions.filter((one) => one !== ''), wanted].join(',');
  const bits = wanted.slice(7);
  return {
    ...planBase('bitness', snapshot.server),
    title: `Load "${name}" only into ${bits}-bit pools on ${snapshot.server}`,
    verdict: `"${name}" is registered for pools of both kinds, and its file has ${bits} bits.`,
    evidence: [`${file} registers "${name}" with ${module.image} and without a bitness.`],
    steps: withBackup(snapshot, [
      changeStep({
        id: 'precondition',
        title: `Give the registration of "${name}" the preCondition ${wanted}`,
        why: `Worker processes with ${bits === '64' ? '32' : '64'} bits do not try to load it any more.`,
        file,
        text: document.text,
        edits: [setAttribute(module.element, 'preCondition', value)],
        undo: `Take the preCondition ${wanted} from "${name}" again`,
        stops: ['Worker processes that run are replaced by new ones, because the list of modules changes.'],
      }),
    ]),
    verification: [
      {
        says: `"${name}" is registered with ${wanted}.`,
        command: appcmd('list', 'config', '/section:system.webServer/globalModules'),
        expects: { kind: 'contains', text: `preCondition="${value}"` },
        otherwise: 'Look at the section globalModules of applicationHost.config.',
      },
    ],
    leftovers: [
      `A pool with ${bits === '64' ? '32' : '64'} bits whose application needs "${name}" fails now with 500.21: install the module with its bitness, or switch that pool.`,
      'Start the pools that were stopped by it; rapid-fail protection does not start them again.',
    ],
  };
}

const is32 = (pool: string, wanted: boolean): Check => ({
  says: `"${pool}" runs with ${wanted ? 32 : 64} bits.`,
  command: appcmd('list', 'apppool', `/apppool.name:${pool}`, '/text:enable32BitAppOnWin64'),
  expects: { kind: 'is', text: String(wanted) },
  otherwise: 'Look at the pool in IIS Manager: Advanced Settings, Enable 32-Bit Applications.',
});

function switchPool(snapshot: Snapshot, pool: string, to32: boolean): Plan | Refusal {
  const configuration = configurationOf(snapshot);
  if (!configuration) return { because: UNREADABLE };
  const element = configuration.server.pools.get(pool.toLowerCase());
  if (!element?.origin) return { because: 'Choose the application pool.' };
  if (element.isTrue('enable32BitAppOnWin64') === to32)
    return {
      because: `"${pool}" runs with ${to32 ? 32 : 64} bits already. Look at the bitness of the module, or of what the application is built for.`,
    };
  const { document, file } = configuration.applicationHost;
  const open = globalModules(configuration).filter((one) => !isOfWindows(one) && !/bitness/i.test(one.preCondition));
  return {
    ...planBase('bitness', snapshot.server),
    title: `Run application pool "${pool}" with ${to32 ? 32 : 64} bits on ${snapshot.server}`,
    verdict: `What the pool is to load has ${to32 ? 32 : 64} bits, and its worker process has ${to32 ? 64 : 32}.`,
    evidence: open.map(({ name, image }) => `"${name}" is loaded into pools of both kinds: ${image}.`),
    prechecks: [is32(pool, !to32)],
    steps: withBackup(snapshot, [
      changeStep({
        id: 'switch',
        title: `Set enable32BitAppOnWin64 of "${pool}" to ${to32}`,
        why: 'The next worker process has the other bitness.',
        file,
        text: document.text,
        edits: [setAttribute(element.origin.element, 'enable32BitAppOnWin64', String(to32))],
        undo: `Run "${pool}" with ${to32 ? 64 : 32} bits again`,
        stops: ['The worker process of the pool is replaced by a new one; in-process sessions and caches are lost.'],
        check: is32(pool, to32),
      }),
    ]),
    verification: [is32(pool, to32)],
    leftovers: [
      ...(to32
        ? [
            'A worker process with 32 bits has at most 4 GB of memory, and sees the 32-bit drivers, registry and System32 folder.',
          ]
        : []),
      'Ask the applications of the pool for a page and look for 2274, 2282 and 2307 in the application log.',
    ],
  };
}
