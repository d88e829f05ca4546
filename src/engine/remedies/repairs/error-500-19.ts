import { isAbove } from '../../config/paths';
import { publishedFolders } from '../../config/sites';
import type { Snapshot } from '../../servers/snapshot';
import { appcmd } from '../commands/programs';
import { isTaken } from '../configuration/changeStep';
import { configurationOf, type PlacedFile, type ReadConfiguration } from '../configuration/configurationOf';
import { causes, UNKNOWN, type Cause } from '../configuration/hresults';
import { planDuplicates, WINS } from '../configuration/duplicateEntries';
import { planLocked, UNLOCKS } from '../configuration/lockedSections';
import { lineOf, nameOf, problemsIn } from '../configuration/problems';
import { refusedIn } from '../configuration/refusedByIis';
import type { Plan, Refusal } from '../plan';
import { isRefusal, type Remedy } from '../remedy';
import { UNREADABLE } from '../refusals';
import { byHand, runbook } from '../runbook';

/** 500.19: looks into the files that hold for the path and leads to what is behind it. */
const error50019: Remedy = {
  id: 'error-500-19',
  title: 'Repair a 500.19 configuration error',
  purpose:
    'Finds in the files of the server what IIS refuses at a path, and repairs a duplicate entry or a locked section. For other causes it says step by step what to look at.',
  versions: 'IIS 7 and later',
  rights: 'administrator on the server',
  doesNot: [
    'It does not install modules and gives nobody rights: these steps are for a person.',
    'It sees the web.config files right in the folders of virtual directories, not those further down.',
  ],
  doNot: [
    'Do not give Everyone rights on the folder of the site: the identity of the pool needs to read, nobody else.',
    'Do not delete the web.config to get the site going: what it protects is open then.',
    'Do not restart IIS: it reads the files again by itself.',
  ],
  sources: [
    {
      document: 'HTTP Error 500.19 when you open a webpage',
      url: 'https://learn.microsoft.com/troubleshoot/developer/webapps/iis/health-diagnostic-performance/http-error-500-19-webpage',
      says: 'the HRESULT tells the cause: 0x8007000D, 0x80070021, 0x800700B7, 0x80070005, 0x80070003, 0x8007052E, 0x8007007E, 0x800700C1, 0x8007010B',
      read: '2026-11-24',
    },
  ],
  parameters: [
    {
      name: 'place',
      label: 'Site or application',
      kind: 'choice',
      isRequired: true,
      help: 'Where 500.19 is answered.',
      options: places,
      initial: (snapshot) => firstBroken(snapshot) ?? '',
    },
    {
      name: 'code',
      label: 'Error code',
      kind: 'choice',
      isRequired: true,
      help: 'The detailed page shows it when you ask for the page on the server itself; the request log has its last part as sc-win32-status.',
      options: () => [UNKNOWN, ...causes.map(({ label }) => label)],
      initial: () => UNKNOWN,
    },
  ],
  needs: ['system', 'sites', 'pools', 'configuration', 'webConfigs'],
  answers: ['status-500-19'],
  plan: (snapshot, { place = '', code = UNKNOWN }) => planFor(snapshot, place, code),
};
export default error50019;

function places(snapshot: Snapshot): readonly string[] {
  const configuration = configurationOf(snapshot);
  return configuration ? [...new Set(publishedFolders(configuration.server.document).map(({ path }) => path))] : [];
}

/** The files that hold for a path, outer ones first. */
const filesFor = (configuration: ReadConfiguration, place: string): readonly PlacedFile[] =>
  configuration.all.filter(({ path }) => isAbove(path, place));

function firstBroken(snapshot: Snapshot): string | undefined {
  const configuration = configurationOf(snapshot);
  return configuration?.webConfigs.find((one) => isBroken(configuration, one))?.path;
}

const isBroken = (configuration: ReadConfiguration, file: PlacedFile): boolean =>
  (['duplicate', 'lockedSection', 'lockedAttribute', 'lockedElement'] as const).some(
    (kind) => problemsIn(file, kind).length,
  ) || refusedIn(configuration, file).length > 0;

function planFor(snapshot: Snapshot, place: string, code: string): Plan | Refusal {
  const configuration = configurationOf(snapshot);
  if (!configuration) return { because: UNREADABLE };
  const cause = causes.find(({ label }) => label === code) ?? null;
  const files = filesFor(configuration, place);
  // What cannot be read at all comes before what it says.
  for (const file of files) {
    const made = unread(snapshot, configuration, file, place, cause);
    if (made) return made;
  }
  for (const file of files) {
    const made = clash(snapshot, file, cause);
    if (made) return isRefusal(made) ? made : { ...made, remedy: 'error-500-19' };
  }
  for (const file of files) {
    const made = lockedPart(snapshot, file, place, cause);
    if (made) return made;
  }
  if (cause) return cause.plan(snapshot, place);
  return {
    because: `The files that hold for "${place}" say nothing that IIS refuses, as far as they could be read: ${files.map(({ file }) => file).join(', ')}. Ask for the page on the server itself, where the detailed error is shown, and choose the error code that stands there; a web.config further down may be the one.`,
  };
}

const isMeant = (cause: Cause | null, ...hresults: readonly string[]): boolean =>
  cause === null || hresults.includes(cause.hresult);

function unread(
  snapshot: Snapshot,
  configuration: ReadConfiguration,
  file: PlacedFile,
  place: string,
  cause: Cause | null,
): Plan | null {
  const refused = refusedIn(configuration, file);
  const [first] = refused;
  if (!first || !isMeant(cause, '0x8007000D', '0x80070032', '0x800700B7', first.hresult)) return null;
  if (cause?.hresult === '0x800700B7' && first.hresult !== cause.hresult) return null;
  const isMissing = /^(?:section-not-installed|undeclared-section)$/.test(first.rule);
  return runbook({
    remedy: 'error-500-19',
    title: `Mend ${file.file} on ${snapshot.server}`,
    server: snapshot.server,
    verdict: `Everything at "${place}" answers with 500.19, because IIS does not understand ${file.file}.`,
    evidence: refused.slice(0, 10).map(({ line, message }) => `${file.file}, line ${line}: ${message}`),
    steps: isMissing
      ? [
          byHand(
            'install',
            `Install what brings the section of line ${first.line}`,
            'The file uses a section that nothing on this server declares: a module such as URL Rewrite or the ASP.NET Core Hosting Bundle is not installed here.',
          ),
          byHand(
            'or-take-out',
            'Or take the section out of the file',
            'Where the application does not need it; keep a copy of the file outside the folder of the site.',
          ),
        ]
      : refused
          .slice(0, 10)
          .map(({ line, message }, i) => byHand(`mend-${i + 1}`, `Mend line ${line}`, message.replace(/[.:]?$/, '.'))),
    verification: [isTaken('system.webServer/staticContent', file.path)],
    leftovers: ['Change it at its source too, else the next deployment brings it back.'],
  });
}

/** A duplicate entry or a locked section, which have remedies of their own. */
function clash(snapshot: Snapshot, file: PlacedFile, cause: Cause | null): Plan | Refusal | null {
  const [locked] = problemsIn(file, 'lockedSection');
  if (locked && isMeant(cause, '0x80070021')) {
    const section = `${file.hierarchy.pathOf(locked.section)}: ${locked.section.path}`;
    return planLocked(snapshot, section, UNLOCKS.move);
  }
  if (problemsIn(file, 'duplicate').length && isMeant(cause, '0x800700B7'))
    return planDuplicates(snapshot, nameOf(file), WINS.each);
  return null;
}

/** Locks of single attributes and entries, which unlocking a section does not lift. */
function lockedPart(snapshot: Snapshot, file: PlacedFile, place: string, cause: Cause | null): Plan | null {
  const locked = [...problemsIn(file, 'lockedAttribute'), ...problemsIn(file, 'lockedElement')];
  if (!locked.length || !isMeant(cause, '0x80070021')) return null;
  return runbook({
    remedy: 'error-500-19',
    title: `Take locked settings out of ${file.file} on ${snapshot.server}`,
    server: snapshot.server,
    verdict: `Everything at "${place}" answers with 500.19, because its web.config sets what a file above locks.`,
    evidence: locked.map(
      (one) =>
        `${file.file}, line ${lineOf(file, one.element.start)}: ${one.kind === 'lockedAttribute' ? `the attribute ${one.attribute.name}` : `<${one.element.name}>`} is locked in ${one.by.document.name}.`,
    ),
    steps: [
      byHand(
        'take-out',
        `Take these settings out of ${file.file}`,
        'Unlocking the section does not help: lockAttributes, lockElements and lockItem hold all the same.',
      ),
      byHand(
        'or-set-above',
        'Or set them in applicationHost.config, in a location tag for this path',
        'There nothing is locked: locks bind only the files below.',
        appcmd('list', 'config', place, '/config:*', `/section:${locked[0]?.section.path ?? ''}`),
      ),
    ],
    verification: locked.slice(0, 1).map((one) => isTaken(one.section.path, file.hierarchy.pathOf(one.section))),
  });
}
