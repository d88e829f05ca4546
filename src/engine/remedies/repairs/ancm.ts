import { setAttribute, type TextEdit } from '../../config/edits';
import type { Snapshot } from '../../servers/snapshot';
import { attribute, type XmlElement } from '../../xml/tree';
import { changeFile } from '../commands/fileEdits';
import { isTaken, restarts } from '../configuration/changeStep';
import { configurationOf, type PlacedFile } from '../configuration/configurationOf';
import { globalModules } from '../configuration/modules';
import { lineOf } from '../configuration/problems';
import type { Lead, Plan, Refusal, Step } from '../plan';
import { planBase } from '../planBase';
import { notAdministrator, UNREADABLE } from '../refusals';
import type { Remedy } from '../remedy';
import { byHand } from '../runbook';

/** What each error of the ASP.NET Core Module means, and what to do about it. */
const CODES: Readonly<Record<string, { readonly what: string; readonly does: readonly [title: string, why: string] }>> =
  {
    '500.30': {
      what: 'the application ended or threw while it started',
      does: [
        'Read the exception in the log and mend it',
        'Configuration, a database that does not answer, or a file that is missing are the usual ones.',
      ],
    },
    '500.31': {
      what: 'the version of .NET that it needs is not installed',
      does: [
        'Install the ASP.NET Core runtime that the log names',
        'With the bitness of the pool; restart WAS afterwards, so that it is found on the path.',
      ],
    },
    '500.32': {
      what: 'it was published for another bitness than the pool has',
      does: [
        'Publish for the bitness of the pool, or change the pool',
        'In-process, application and worker process must match.',
      ],
    },
    '500.33': {
      what: 'only the .NET runtime is there, not that of ASP.NET Core',
      does: [
        'Install the ASP.NET Core runtime, or the Hosting Bundle',
        'Microsoft.NETCore.App alone does not host a web application.',
      ],
    },
    '500.34': {
      what: 'in-process and out-of-process applications share a pool',
      does: ['Give each application a pool of its own', 'One pool has one hosting model.'],
    },
    '500.35': {
      what: 'two in-process applications share a pool',
      does: ['Give each application a pool of its own', 'One worker process hosts one application in process.'],
    },
    '500.36': {
      what: 'aspnetcorev2_outofprocess.dll is missing',
      does: ['Repair the Hosting Bundle', 'It lies beside aspnetcorev2.dll.'],
    },
    '500.37': {
      what: 'it did not start within startupTimeLimit',
      does: [
        'Find what takes so long at the start',
        'Raise startupTimeLimit only where it must take so long; 120 seconds are the default.',
      ],
    },
    '500.38': {
      what: 'the DLL of the application was not found',
      does: [
        'Publish the whole output, and compare arguments in web.config with the name of the DLL',
        'A single file is published with its own name as processPath.',
      ],
    },
    '502.5': {
      what: 'the process of the application did not start, or did not open its port',
      does: [
        'Run it by hand as the identity of the pool, in the folder of the application',
        'The port comes from ASPNETCORE_PORT; an own one in the settings is in the way.',
      ],
    },
  };

const ancm: Remedy = {
  id: 'ancm',
  title: 'Find out why an ASP.NET Core application does not start',
  purpose:
    'For 500.30 to 500.38 and 502.5: switches the log of what the application prints on, lets you ask for a page, and switches it off again.',
  versions: 'IIS 7 and later with the ASP.NET Core Module',
  rights: 'administrator on the server',
  doesNot: ['It does not change the application, and does not set it to the environment Development.'],
  doNot: [
    'Do not leave the stdout log on: it grows without end, and a full disk takes down more than this application.',
    'Do not set ASPNETCORE_ENVIRONMENT to Development on a production server: everybody sees exceptions and settings then.',
    'Do not install the newest Hosting Bundle for an application of an older version: it brings only its own runtime.',
  ],
  sources: [
    {
      document: 'Troubleshoot ASP.NET Core on Azure App Service and IIS',
      url: 'https://learn.microsoft.com/aspnet/core/test/troubleshoot-azure-iis',
      says: 'the causes of 500.30 to 500.38 and 502.5; stdoutLogEnabled for a look, and off again because of its size',
      read: '2026-11-24',
    },
  ],
  parameters: [
    {
      name: 'application',
      label: 'Application',
      kind: 'choice',
      isRequired: true,
      options: (snapshot) => applications(snapshot).map(({ file }) => file.path),
      initial: (snapshot) => applications(snapshot)[0]?.file.path ?? '',
    },
    {
      name: 'status',
      label: 'Status',
      kind: 'choice',
      isRequired: true,
      help: 'As the page or the request log has it.',
      options: () => Object.entries(CODES).map(([code, { what }]) => `${code}: ${what}`),
      initial: () => `500.30: ${CODES['500.30']?.what ?? ''}`,
    },
  ],
  needs: ['system', 'sites', 'pools', 'configuration', 'webConfigs'],
  answers: [
    'status-500-30',
    'status-500-31',
    'status-500-32',
    'status-500-33',
    'status-500-34',
    'status-500-35',
    'status-500-36',
    'status-500-37',
    'status-500-38',
    'status-502-5',
    'ancm-exited-prematurely',
    'ancm-startup-time-limit',
    'stdout-log-left-on',
  ],
  plan: (snapshot, { application = '', status = '' }) => planFor(snapshot, application, status),
};
export default ancm;

interface CoreApplication {
  readonly file: PlacedFile;
  readonly element: XmlElement;
}

function applications(snapshot: Snapshot): readonly CoreApplication[] {
  return (configurationOf(snapshot)?.webConfigs ?? []).flatMap((file) => {
    const use = file.document.sections.find(({ path }) => path === 'system.webServer/aspNetCore');
    return use ? [{ file, element: use.element }] : [];
  });
}

function planFor(snapshot: Snapshot, path: string, status: string): Plan | Refusal {
  const configuration = configurationOf(snapshot);
  if (!configuration) return { because: UNREADABLE };
  const refused = notAdministrator(snapshot);
  if (refused) return refused;
  const application = applications(snapshot).find(({ file }) => file.path === path);
  if (!application)
    return { because: 'No web.config of this server uses the ASP.NET Core Module, as far as its files could be read.' };
  if (!globalModules(configuration).some(({ name }) => /^AspNetCoreModule/i.test(name)))
    return {
      because:
        'The ASP.NET Core Module is not registered on this server. Install the .NET Hosting Bundle, after IIS; if IIS came later, repair the bundle.',
    };
  const code = status.split(':', 1).join();
  const known = CODES[code];
  if (!known) return { because: 'Choose the status.' };
  const { file, element } = application;
  const shared = code === '500.34' || code === '500.35' ? sharing(snapshot, path) : [];
  return {
    ...planBase('ancm', snapshot.server),
    title: `Find out why "${path}" does not start on ${snapshot.server}`,
    verdict: `${code} means that ${known.what}.`,
    evidence: [
      `${file.file}, line ${lineOf(file, element.start)}: processPath ${attribute(element, 'processPath') ?? '(none)'}, arguments ${attribute(element, 'arguments') ?? '(none)'}, hostingModel ${attribute(element, 'hostingModel') ?? 'outofprocess'}.`,
      ...shared.map((one) => `${one} is in the same pool.`),
    ],
    steps: [
      byHand(
        'events',
        'Look into the application log for events of IIS AspNetCore Module V2 at that time',
        'They often hold the exception already; then nothing has to be switched on. Cancel here in that case.',
      ),
      ...logged(path, file, element),
      byHand('repair', ...known.does),
    ],
    verification: [isTaken('system.webServer/aspNetCore', file.path)],
    leftovers: [
      'Delete the log files once they are read: they may hold what nobody else should see.',
      `dotnet.exe --list-runtimes says which versions are installed; for a 32-bit pool the one in C:\\Program Files (x86)\\dotnet.`,
    ],
    ...(LEADS[code] && { leads: [LEADS[code]] }),
  };
}

const LEADS: Readonly<Record<string, Lead>> = {
  '500.32': { remedy: 'bitness', values: {}, says: 'Changes the bitness of the pool.' },
  '500.36': { remedy: 'missing-module', values: {}, says: 'Where the files of the module are missing.' },
};

/** Other applications with the pool of this one. */
function sharing({ sites }: Snapshot, path: string): readonly string[] {
  const all = sites?.applications.known ? sites.applications.value : [];
  const nameOf = ({ site, path: at }: (typeof all)[number]): string => `${site}${at === '/' ? '' : at}`;
  const own = all.find((one) => nameOf(one) === path);
  return all
    .filter((one) => one !== own && one.applicationPool === own?.applicationPool)
    .map((one) => `"${nameOf(one)}"`);
}

/** The log on, a request, the log off; where it is on already, only the reading. */
function logged(path: string, { file, document: { text } }: PlacedFile, element: XmlElement): readonly Step[] {
  const folder = attribute(element, 'stdoutLogFile') ?? '.\\logs\\stdout';
  const read = byHand(
    'read',
    `Ask for a page of "${path}", then read the newest file beside ${folder}`,
    'In the folder of the application. If there is none, the identity of the pool may not write there: give it Modify on that folder alone.',
    null,
  );
  if (attribute(element, 'stdoutLogEnabled')?.toLowerCase() === 'true') return [read];
  const on: TextEdit[] = [setAttribute(element, 'stdoutLogEnabled', 'true')];
  const { change, undo } = changeFile(file, text, on);
  const stops = [restarts(path)];
  return [
    {
      id: 'log-on',
      title: `Switch the stdout log of "${path}" on`,
      why: 'What the application prints at its start goes into a file then.',
      command: change,
      stops,
      undo: { title: `Switch the stdout log of "${path}" off`, command: undo, file },
    },
    read,
    {
      id: 'log-off',
      title: `Switch the stdout log of "${path}" off again`,
      why: 'It has no limit of size.',
      command: undo,
      stops,
      undo: { title: `Switch the stdout log of "${path}" on`, command: change, file },
    },
  ];
}
