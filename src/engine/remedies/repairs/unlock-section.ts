import { applyEdits, removeElement, type TextEdit } from '../../config/edits';
import type { Snapshot } from '../../servers/snapshot';
import { configurationOf, type PlacedFile, type ReadConfiguration } from '../configuration/configurationOf';
import { changeStep, isRefused, isTaken, restarts, withBackup } from '../configuration/changeStep';
import { allow, isAlone, outdented, putSection, tagsWith, withEmptyParents } from '../configuration/locationTag';
import { lineOf, problemsIn, type ProblemOf } from '../configuration/problems';
import { showSecret } from '../configuration/secrets';
import type { Plan, Refusal, Step } from '../plan';
import { notAdministrator, UNREADABLE } from '../refusals';
import type { Remedy } from '../remedy';

const HOW = {
  move: 'Write the setting into applicationHost.config, for this path alone',
  delegate: 'Let the web.config of this path set the section, and no other one',
  all: 'Unlock the section for every site of the server',
} as const;

/** Sections that decide who gets in and what runs: whoever may write a web.config decides it then. */
const SENSITIVE =
  /^system\.webServer\/(?:security\/|asp$|cgi$|fastCgi$|isapiFilters$|globalModules$|handlers$|modules$|serverSideInclude$)/;

/** 500.19 with 0x80070021: a web.config uses a section that is locked for it. */
const unlockSection: Remedy = {
  id: 'unlock-section',
  title: 'Repair a locked section',
  purpose:
    'A web.config uses a section that is locked for it: 500.19 with 0x80070021. The setting moves to where it is allowed, or the section is unlocked, for one path first.',
  versions: 'IIS 7 and later',
  rights: 'administrator on the server',
  doesNot: [
    'It does not lift locks of single attributes or entries (lockAttributes, lockItem): unlocking a section leaves these.',
  ],
  doNot: [
    'Do not unlock a section of security/authentication for the whole server because one site needs it: whoever may write any web.config then switches authentication off.',
    'Do not take the line with overrideModeDefault out of applicationHost.config: the section is then allowed everywhere.',
  ],
  sources: [
    {
      document: 'How to Use Locking in IIS 7.0 Configuration',
      url: 'https://learn.microsoft.com/iis/get-started/planning-for-security/how-to-use-locking-in-iis-configuration',
      says: 'overrideModeDefault, location tags with overrideMode, and that a location tag for a path unlocks for this path alone',
      read: '2026-11-24',
    },
  ],
  parameters: [
    {
      name: 'section',
      label: 'Section',
      kind: 'choice',
      isRequired: true,
      help: 'Where a web.config of this server uses a section that is locked for it.',
      options: choices,
      initial: (snapshot) => choices(snapshot)[0] ?? '',
    },
    {
      name: 'how',
      label: 'What is done',
      kind: 'choice',
      isRequired: true,
      help: 'The first one gives nobody more rights than he has.',
      options: () => Object.values(HOW),
      initial: () => HOW.move,
    },
  ],
  needs: ['system', 'sites', 'configuration', 'webConfigs'],
  answers: ['locked-section', 'section-locked-by-default', 'appcmd-section-unlocked-for-all'],
  plan: (snapshot, { section = '', how = HOW.move }) => planFor(snapshot, section, how),
};
export default unlockSection;

interface Locked {
  readonly at: PlacedFile;
  readonly problem: ProblemOf<'lockedSection'>;
  /** The path that the section is used for. */
  readonly path: string;
  readonly label: string;
}

function lockedIn({ webConfigs }: ReadConfiguration): readonly Locked[] {
  return webConfigs.flatMap((at) =>
    problemsIn(at, 'lockedSection').map((problem) => {
      const path = at.hierarchy.pathOf(problem.section);
      return { at, problem, path, label: `${path}: ${problem.section.path}` };
    }),
  );
}

function choices(snapshot: Snapshot): readonly string[] {
  const configuration = configurationOf(snapshot);
  return configuration ? [...new Set(lockedIn(configuration).map(({ label }) => label))] : [];
}

interface Change {
  readonly steps: readonly Step[];
  /** File by its new text. */
  readonly texts: ReadonlyMap<string, string>;
}

function planFor(snapshot: Snapshot, chosen: string, how: string): Plan | Refusal {
  const configuration = configurationOf(snapshot);
  if (!configuration) return { because: UNREADABLE };
  const refused = notAdministrator(snapshot);
  if (refused) return refused;
  const locked = lockedIn(configuration).find(({ label }) => label === chosen);
  if (!locked)
    return { because: 'No web.config of this server uses a locked section, as far as its files could be read.' };
  const made =
    how === HOW.all
      ? unlockAll(configuration, locked)
      : how === HOW.delegate
        ? delegate(configuration, locked)
        : move(configuration, locked);
  if ('because' in made) return made;
  if (!isRepaired(configuration, locked, made))
    return {
      because: `Another lock further down keeps <${locked.problem.element.name}> from being used at "${locked.path}" even then. Choose another way, or look for location tags with overrideMode="Deny" in applicationHost.config.`,
    };
  const { at, problem, path } = locked;
  const section = problem.section.path;
  const isSensitive = SENSITIVE.test(section);
  return {
    remedy: 'unlock-section',
    title: `Repair the locked section ${section} at "${path}" on ${snapshot.server}`,
    server: snapshot.server,
    verdict: `Everything at "${path}" answers with 500.19, because its web.config uses ${section}, which is locked for it.`,
    evidence: [
      `${at.file}, line ${lineOf(at, problem.element.start)}: <${problem.element.name}> is used here.`,
      problem.by?.element.name === 'location'
        ? `${problem.by.document.name}: a location tag for "${problem.by.element.attributes.find(({ name }) => name === 'path')?.value ?? ''}" locks it.`
        : 'The section is declared with overrideModeDefault="Deny".',
    ],
    prechecks: [isRefused(section, path)],
    steps: withBackup(snapshot, made.steps),
    verification: [isTaken(section, path)],
    leftovers: [
      ...(how === HOW.move
        ? ['Take the section out of the web.config at its source too: the next deployment brings it back otherwise.']
        : []),
      ...(how !== HOW.move && isSensitive
        ? [
            `Whoever may write ${how === HOW.all ? 'any web.config of the server' : `the web.config of "${path}"`} decides on ${section} from now on. Make sure that this is meant.`,
          ]
        : []),
    ],
    cuts: [],
    runs: true,
  };
}

/** Whether the section is allowed then, and no other one became locked by it. */
function isRepaired(configuration: ReadConfiguration, { at, path, problem }: Locked, { texts }: Change): boolean {
  let after: ReadConfiguration | null = configuration;
  for (const [file, text] of texts) after = after?.with(file, text) ?? null;
  const file = after?.at(at.path);
  if (!after || !file || after.server.document.xml.faults.length || file.document.xml.faults.length) return false;
  const left = problemsIn(file, 'lockedSection').filter(
    (one) => one.section.path === problem.section.path && file.hierarchy.pathOf(one.section) === path,
  );
  return left.length === 0 && problemsIn(after.applicationHost, 'duplicate').length === 0;
}

const changed = (text: string, edits: readonly TextEdit[]): string => applyEdits(text, edits);

/** The section goes from the web.config into a location tag of the server's file. */
function move(configuration: ReadConfiguration, { at, problem, path }: Locked): Change | Refusal {
  const server = configuration.applicationHost;
  const { text } = at.document;
  const section = problem.section.path;
  if (tagsWith(server.document, path, section).length)
    return {
      because: `${server.file} has a location tag for "${path}" with ${section} already. Compare the two by hand: what is needed goes into the tag, and the section out of ${at.file}.`,
    };
  const put = putSection(server.document, path, null, section, outdented(text, problem.element));
  const out = removeElement(text, withEmptyParents(problem.element));
  if (!put || showSecret(text, [out]))
    return {
      because: `${section} holds a secret, which must not stand in a command. Move it by hand, from ${at.file} into a location tag for "${path}" in ${server.file}.`,
    };
  return {
    texts: new Map([
      [server.file, changed(server.document.text, [put])],
      [at.file, changed(text, [out])],
    ]),
    steps: [
      changeStep({
        id: 'set-for-path',
        title: `Write ${section} for "${path}" into applicationHost.config`,
        why: 'A location tag there may say what the web.config may not; it is what appcmd does with /commit:apphost.',
        file: server.file,
        text: server.document.text,
        edits: [put],
        undo: `Take ${section} for "${path}" out of applicationHost.config`,
      }),
      changeStep({
        id: 'take-out',
        title: `Take ${section} out of ${at.file}`,
        why: 'The file is refused as long as it uses the locked section; what it says holds by the step before.',
        file: at.file,
        text,
        edits: [out],
        undo: `Put ${section} back into ${at.file}`,
        stops: [restarts(path)],
      }),
    ],
  };
}

/** A location tag with overrideMode="Allow" for this path. */
function delegate(configuration: ReadConfiguration, { problem, path }: Locked): Change | Refusal {
  const server = configuration.applicationHost;
  const section = problem.section.path;
  if (problem.by && problem.by.document !== server.document && problem.by.document.kind !== 'applicationHost')
    return {
      because: `The lock stands in ${problem.by.document.name}, and only there it can be lifted. Set the value there, or choose "${HOW.move}".`,
    };
  const [tag] = tagsWith(server.document, path, section);
  if (tag && !isAlone(server.document, tag))
    return {
      because: `A location tag for "${path}" in ${server.file} has ${section} together with other sections, so it cannot be opened for this one alone. Move ${section} into a tag of its own by hand, with overrideMode="Allow".`,
    };
  const edit = tag
    ? allow(tag.element, 'overrideMode')
    : putSection(server.document, path, 'Allow', section, `<${problem.element.name} />`);
  if (!edit) return { because: UNREADABLE };
  return {
    texts: new Map([[server.file, changed(server.document.text, [edit])]]),
    steps: [
      changeStep({
        id: 'delegate',
        title: `Allow ${section} in the web.config of "${path}"`,
        why: 'A location tag with overrideMode="Allow" opens it for this path and what is below it, and for nobody else.',
        file: server.file,
        text: server.document.text,
        edits: [edit],
        undo: `Lock ${section} at "${path}" again`,
      }),
    ],
  };
}

/** The declaration, for every site. */
function unlockAll(configuration: ReadConfiguration, { problem }: Locked): Change | Refusal {
  const server = configuration.applicationHost;
  const section = problem.section.path;
  const declared = server.document.declarations.get(section);
  if (problem.by?.element.name === 'location' || !declared)
    return {
      because: `${section} is locked by a location tag and not by its declaration, so somebody locked it on purpose for a part of the server. Choose "${HOW.move}".`,
    };
  const edit = allow(declared.element, 'overrideModeDefault');
  return {
    texts: new Map([[server.file, changed(server.document.text, [edit])]]),
    steps: [
      changeStep({
        id: 'unlock',
        title: `Unlock ${section} for the whole server`,
        why: 'Every web.config may use the section from then on: the widest way, for sections that all sites may decide on.',
        file: server.file,
        text: server.document.text,
        edits: [edit],
        undo: `Lock ${section} again`,
      }),
    ],
  };
}
