import { applyEdits, removeElement } from '../../config/edits';
import type { Snapshot } from '../../servers/snapshot';
import { appcmd } from '../commands/programs';
import { psLiteral } from '../commands/quoting';
import { changeStep, withBackup } from '../configuration/changeStep';
import { configurationOf } from '../configuration/configurationOf';
import { expandedOn, globalModules, isOfWindows, placesOf, usersOf, type GlobalModule } from '../configuration/modules';
import { loggedEvents } from '../events/loggedEvents';
import type { Check, Plan, Refusal } from '../plan';
import { planBase } from '../planBase';
import { notAdministrator, UNREADABLE } from '../refusals';
import type { Remedy } from '../remedy';
import { byHand, runbook } from '../runbook';

const HOW = {
  product: 'Repair or install the product that it belongs to, as a runbook',
  out: 'Take the module out of the configuration',
} as const;

const GLOBAL = 'system.webServer/globalModules';

/** 2280, 2214, 2293, 500.21 and 0x8007007E: a module is registered and its file is not there. */
const missingModule: Remedy = {
  id: 'missing-module',
  title: 'Repair a module that cannot be loaded',
  purpose:
    'A module is registered in applicationHost.config whose file is gone, so that no worker process that loads it starts. The product is repaired, or the module taken out.',
  versions: 'IIS 7 and later',
  rights: 'administrator on the server',
  doesNot: [
    'It does not take out a module of Windows: that is done by removing the role service.',
    'It leaves the declarations of sections in place: web.config files that use them would fail with 0x8007000D.',
  ],
  doNot: [
    'Do not copy the file from another server: it brings neither what it needs nor its registration.',
    'Do not take out a module that guards access, such as request filtering or an authentication module, to get a site going.',
  ],
  sources: [
    {
      document: '<globalModules> element (Microsoft Learn)',
      url: 'https://learn.microsoft.com/iis/configuration/system.webserver/globalmodules/',
      says: 'native modules are registered here by name and image and switched on in <modules>',
      read: '2026-11-25',
    },
    {
      document: 'Troubleshoot ASP.NET Core: hosting bundle',
      url: 'https://learn.microsoft.com/aspnet/core/host-and-deploy/iis/hosting-bundle',
      says: 'installed before IIS the bundle must be repaired; it brings the module for 32 and 64 bits',
      read: '2026-11-25',
    },
  ],
  parameters: [
    {
      name: 'module',
      label: 'Module',
      kind: 'choice',
      isRequired: true,
      help: 'As applicationHost.config registers it. Event 2280 and 2214 name its file.',
      options: (snapshot) => modulesOn(snapshot).map(({ name }) => name),
      initial: (snapshot) => failed(snapshot)?.name ?? '',
    },
    {
      name: 'how',
      label: 'What is done',
      kind: 'choice',
      isRequired: true,
      help: 'Whoever needs the module needs the first one.',
      options: () => Object.values(HOW),
      initial: () => HOW.product,
    },
  ],
  needs: ['system', 'sites', 'configuration', 'webConfigs', 'events'],
  answers: ['status-500-21', 'w3svcwp-2280-ancm', 'module-not-installed', 'handler-with-unknown-module'],
  plan: (snapshot, { module = '', how = HOW.product }) => planFor(snapshot, module, how),
};
export default missingModule;

function modulesOn(snapshot: Snapshot): readonly GlobalModule[] {
  const configuration = configurationOf(snapshot);
  return configuration ? globalModules(configuration) : [];
}

const fileOf = (path: string): string => path.slice(path.lastIndexOf('\\') + 1).toLowerCase();

/** The module whose file the newest event names. */
function failed(snapshot: Snapshot): GlobalModule | undefined {
  const values = loggedEvents(snapshot, [2214, 2280, 2293])
    .filter(({ provider }) => /W3SVC/i.test(provider))
    .flatMap((one) => one.values);
  const named = new Set(values.filter((one) => /\.dll$/i.test(one.trim())).map((one) => fileOf(one.trim())));
  return modulesOn(snapshot).find(({ image }) => named.has(fileOf(image)));
}

const isGone = (path: string): Check => ({
  says: `${path} is not there.`,
  command: { powershell: `Test-Path -LiteralPath ${psLiteral(path)}`, cmd: null },
  expects: { kind: 'is', text: 'False' },
  otherwise:
    'The file is there, so it is something that it needs which is missing, or the wrong bitness. Repair its product, or see "Repair a bitness mismatch".',
});

function planFor(snapshot: Snapshot, name: string, how: string): Plan | Refusal {
  const configuration = configurationOf(snapshot);
  if (!configuration) return { because: UNREADABLE };
  const module = globalModules(configuration).find((one) => one.name === name);
  if (!module) return { because: `applicationHost.config registers no module "${name}".` };
  const path = expandedOn(snapshot, module.image);
  if (how !== HOW.out) return productPlan(snapshot, module, path);
  const refused = notAdministrator(snapshot);
  if (refused) return refused;
  if (isOfWindows(module))
    return {
      because: `"${name}" comes with Windows. Choose "${HOW.product}": its role service is installed or removed, and the configuration follows by itself.`,
    };
  const { document, file } = configuration.applicationHost;
  const edits = placesOf(configuration, name).map((one) => removeElement(document.text, one));
  const after = configuration.with(file, applyEdits(document.text, edits));
  if (!after || globalModules(after).some((one) => one.name === name))
    return { because: `"${name}" cannot be taken out without harm to the rest of the file. Take it out by hand.` };
  const users = usersOf(configuration, name);
  return {
    ...planBase('missing-module', snapshot.server),
    title: `Take the module "${name}" out of the configuration of ${snapshot.server}`,
    verdict: `No worker process that loads "${name}" starts, because ${path} is missing.`,
    evidence: [
      `${file} registers "${name}" with ${module.image}${module.preCondition === '' ? '' : `, for ${module.preCondition}`}.`,
      ...users.map((one) => `${one.file} has a handler that needs it.`),
    ],
    prechecks: [isGone(path)],
    steps: withBackup(snapshot, [
      changeStep({
        id: 'take-out',
        title: `Take "${name}" out of globalModules and modules${edits.length > 2 ? ', and its handlers' : ''}`,
        why: 'What is not registered is not loaded, so worker processes start again.',
        file,
        text: document.text,
        edits,
        undo: `Register "${name}" again`,
        stops: ['Worker processes that run are replaced by new ones, because the list of modules changes.'],
      }),
    ]),
    verification: [
      {
        says: `"${name}" is not registered any more.`,
        command: appcmd('list', 'config', `/section:${GLOBAL}`),
        expects: { kind: 'lacks', text: `name="${name}"` },
        otherwise: 'Look at the section globalModules of applicationHost.config.',
      },
    ],
    leftovers: [
      ...users.map(
        (one) =>
          `"${one.path}" answers with 500.21 from now on, because its web.config needs "${name}": install the product, or take the handler out there.`,
      ),
      'Start the pools that were stopped by it; rapid-fail protection does not start them again.',
    ],
  };
}

function productPlan({ server }: Snapshot, module: GlobalModule, path: string): Plan {
  const { name } = module;
  return runbook({
    remedy: 'missing-module',
    title: `Repair the product of the module "${name}" on ${server}`,
    server,
    verdict: `The worker process cannot load "${name}" from ${path}.`,
    evidence: [`applicationHost.config registers it with ${module.image}.`],
    steps: [
      byHand(
        'look',
        'Look whether the file is there',
        'If it is, it is something that it needs which is missing: often the Visual C++ runtime.',
        {
          powershell: `Test-Path -LiteralPath ${psLiteral(path)}`,
          cmd: null,
        },
      ),
      isOfWindows(module)
        ? byHand(
            'feature',
            'Install the role service of IIS that brings it',
            'Server Manager, or Install-WindowsFeature; dism.exe /online /get-features lists them as IIS-… .',
          )
        : byHand(
            'repair',
            productOf(name),
            'Apps and features, Change, Repair: it puts back the file, what it needs, and the registration.',
          ),
      byHand('start', 'Start the pools that were stopped by it', 'Rapid-fail protection does not start them again.'),
    ],
    verification: [
      {
        says: `${path} is there.`,
        command: { powershell: `Test-Path -LiteralPath ${psLiteral(path)}`, cmd: null },
        expects: { kind: 'is', text: 'True' },
        otherwise: 'The product did not bring the file. Look into the log of its installation.',
      },
    ],
  });
}

const productOf = (name: string): string =>
  /^AspNetCore/i.test(name)
    ? 'Repair the .NET Hosting Bundle, of the newest version that is used'
    : /^Rewrite/i.test(name)
      ? 'Repair URL Rewrite'
      : `Repair the product that brings "${name}"`;
