import { applyEdits, escapeValue, insertBefore, removeElement, type TextEdit } from '../../config/edits';
import { saysTheSame } from '../../config/repeatedEntries';
import { attribute } from '../../xml/tree';
import { configurationOf, type PlacedFile, type ReadConfiguration } from '../configuration/configurationOf';
import { changeStep, isRefused, isTaken, restarts, withBackup } from '../configuration/changeStep';
import { filesWith, lineOf, nameOf, problemsIn, type ProblemOf } from '../configuration/problems';
import { showSecret } from '../configuration/secrets';
import { notAdministrator, UNREADABLE } from '../refusals';
import type { Plan, Refusal } from '../plan';
import type { Remedy } from '../remedy';
import type { Snapshot } from '../../servers/snapshot';

const HOW = {
  each: 'Each as it fits: what says the same goes, what differs replaces the other one',
  replace: 'Every entry of this file replaces the other one',
  remove: 'Every repetition is taken out of this file',
} as const;

type Duplicate = ProblemOf<'duplicate'>;

/** 500.19 with 0x800700B7: a collection has the same key twice. */
const duplicateEntry: Remedy = {
  id: 'duplicate-entry',
  title: 'Repair a duplicate collection entry',
  purpose: 'A file adds an entry whose key a file above it, or it itself, has already: 500.19 with 0x800700B7.',
  versions: 'IIS 7 and later',
  rights: 'administrator on the server',
  doesNot: ['It does not touch the entry of the file above: other sites rely on that.'],
  doNot: [
    'Do not take the entry out of applicationHost.config because one site adds it again: every other site loses it.',
    'Do not put <clear /> at the top of the collection: it takes out everything that is inherited, also what nobody thought of.',
  ],
  sources: [
    {
      document: 'HTTP Error 500.19 when you open a webpage',
      url: 'https://learn.microsoft.com/troubleshoot/developer/webapps/iis/health-diagnostic-performance/http-error-500-19-webpage',
      says: '0x800700B7 for a duplicate entry; remove it from the file that is named',
      read: '2026-11-24',
    },
    {
      document: 'appcmd and collections: <remove> Element',
      url: 'https://learn.microsoft.com/iis/configuration/system.webserver/staticcontent/',
      says: 'a <remove> with the key takes out what is inherited, so that it can be added with another value',
      read: '2026-11-25',
    },
  ],
  parameters: [
    {
      name: 'file',
      label: 'File',
      kind: 'choice',
      isRequired: true,
      help: 'The files of this server that have such an entry.',
      options: choices,
      initial: (snapshot) => choices(snapshot)[0] ?? '',
    },
    {
      name: 'how',
      label: 'What wins',
      kind: 'choice',
      isRequired: true,
      options: () => Object.values(HOW),
      initial: () => HOW.each,
    },
  ],
  needs: ['system', 'sites', 'configuration', 'webConfigs'],
  answers: ['duplicate-entry', 'inherited-duplicate-entry', 'shipped-duplicate-entry'],
  plan: (snapshot, { file = '', how = HOW.each }) => planFor(snapshot, file, how),
};
export default duplicateEntry;

function choices(snapshot: Snapshot): readonly string[] {
  const configuration = configurationOf(snapshot);
  return configuration ? filesWith(configuration, 'duplicate').map(nameOf) : [];
}

function planFor(snapshot: Snapshot, chosen: string, how: string): Plan | Refusal {
  const configuration = configurationOf(snapshot);
  if (!configuration) return { because: UNREADABLE };
  const refused = notAdministrator(snapshot);
  if (refused) return refused;
  const at = filesWith(configuration, 'duplicate').find((one) => nameOf(one) === chosen);
  if (!at) return { because: 'No file of this server adds an entry twice, as far as its files could be read.' };
  const duplicates = problemsIn(at, 'duplicate');
  const changes = duplicates.map((one) => changeOf(at, one, how));
  const edits = [...new Map(changes.flatMap(({ edits: own }) => own.map((one) => [one.start, one]))).values()];
  const { document, file, path } = at;
  if (showSecret(document.text, edits))
    return {
      because: `The entry in line ${changes.map(({ line }) => line).join(', ')} of ${file} holds a secret, which must not stand in a command. Open the file on the server itself and take out one of the two entries.`,
    };
  const after = configuration.with(file, applyEdits(document.text, edits));
  const left = after && leftIn(after, at);
  if (left !== '')
    return { because: left ?? `${file} would be no configuration any more. Repair it by hand, line by line.` };
  const refusing = [
    ...new Map(duplicates.map(({ section }) => [`${section.path} ${at.hierarchy.pathOf(section)}`, section])).values(),
  ];
  return {
    remedy: 'duplicate-entry',
    title: `Repair ${edits.length > 1 ? 'duplicate entries' : 'a duplicate entry'} of ${path === '' ? 'the server' : `"${path}"`} on ${snapshot.server}`,
    server: snapshot.server,
    verdict: `${path === '' ? 'IIS cannot read its configuration, so no site answers' : `Everything at "${path}" answers with 500.19`}, because a key stands twice in a collection.`,
    evidence: changes.map(({ evidence }) => evidence),
    prechecks: refusing.map((section) => isRefused(section.path, at.hierarchy.pathOf(section))),
    steps: withBackup(snapshot, [
      changeStep({
        id: 'change-file',
        title: `Change ${file}: ${changes.map(({ does }) => does).join('; ')}`,
        why: 'Then every key stands once; nothing else in the file changes.',
        file,
        text: document.text,
        edits,
        undo: `Put ${file} back as it was`,
        stops: path === '' ? [] : [restarts(path)],
      }),
    ]),
    verification: refusing.map((section) => isTaken(section.path, at.hierarchy.pathOf(section))),
    leftovers: [
      'Change it at its source too, in the project or package that is deployed; else the next deployment brings it back.',
    ],
    cuts: [],
    runs: true,
  };
}

interface EntryChange {
  readonly edits: readonly TextEdit[];
  readonly line: number;
  readonly does: string;
  readonly evidence: string;
}

function changeOf(at: PlacedFile, problem: Duplicate, how: string): EntryChange {
  const { element, first, key, removeElement: directive } = problem;
  const { text } = at.document;
  const line = lineOf(at, element.start);
  const isHere = first.document === at.document;
  const named = key.map((name) => `${name} "${attribute(element, name) ?? ''}"`).join(', ');
  const same = saysTheSame(first.element, element);
  const isReplaced = how === HOW.replace || (how === HOW.each && !same);
  const where = isHere ? `line ${lineOf(at, first.element.start)} of the same file` : first.document.name;
  const evidence = `${at.file}, line ${line}: <${element.name}> with ${named} stands in ${where} already${same ? ' and says the same there' : ''}.`;
  const keys = key.map((name) => ` ${name}="${escapeValue(attribute(element, name) ?? '')}"`).join('');
  if (!isReplaced || (!isHere && directive === null))
    return { edits: [removeElement(text, element)], line, does: `take ${named} out of line ${line}`, evidence };
  // Both in one section: nothing is inherited, so the earlier one goes.
  if (isHere && first.element.parent === element.parent)
    return {
      edits: [removeElement(text, first.element)],
      line,
      does: `take ${named} out of line ${lineOf(at, first.element.start)}`,
      evidence,
    };
  return {
    edits: [insertBefore(text, element, `<${directive ?? 'remove'}${keys} />`)],
    line,
    does: `put <${directive ?? 'remove'}> for ${named} before line ${line}`,
    evidence,
  };
}

/** What IIS would still refuse about the sections in question; empty where all is well. */
function leftIn(configuration: ReadConfiguration, { path, file }: PlacedFile): string {
  const at = path === '' ? configuration.applicationHost : configuration.at(path);
  if (!at || problemsIn(at, 'duplicate').length)
    return `One change does not repair ${file}: an entry stands in it more than twice. Take the others out by hand first.`;
  const [locked] = problemsIn(at, 'lockedElement');
  return locked
    ? `The inherited entry is locked (lockItem or lockElements), so it cannot be replaced. Choose "${HOW.remove}".`
    : '';
}
