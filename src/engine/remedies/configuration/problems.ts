import { mergeSection, type MergeProblem } from '../../config/merge';
import type { PlacedFile, ReadConfiguration } from './configurationOf';

export type ProblemOf<K extends MergeProblem['kind']> = Extract<MergeProblem, { kind: K }>;

const known = new WeakMap<PlacedFile, readonly MergeProblem[]>();

/** What keeps IIS from putting a file together with those above it, of one kind. */
export const problemsIn = <K extends MergeProblem['kind']>(at: PlacedFile, kind: K): readonly ProblemOf<K>[] =>
  allIn(at).filter((one): one is ProblemOf<K> => one.kind === kind);

function allIn(at: PlacedFile): readonly MergeProblem[] {
  const before = known.get(at);
  if (before) return before;
  const { document, hierarchy } = at;
  const found = new Map<string, MergeProblem>();
  for (const use of document.sections)
    if (use.schema && use.content === 'here')
      for (const problem of mergeSection(hierarchy, use.schema, hierarchy.pathOf(use)).problems)
        if (problem.section === use) found.set(`${problem.kind} ${problem.element.start}`, problem);
  known.set(at, [...found.values()]);
  return [...found.values()];
}

/** The files in which IIS refuses something of a kind. */
export const filesWith = (configuration: ReadConfiguration, kind: MergeProblem['kind']): readonly PlacedFile[] =>
  configuration.all.filter((one) => problemsIn(one, kind).length > 0);

/** The line of a place in a file, from 1 on. */
export const lineOf = ({ document: { text } }: PlacedFile, offset: number): number =>
  text.slice(0, offset).split('\n').length;

/** How a file is called where one is chosen: `Default Web Site/shop: D:\sites\shop\web.config`. */
export const nameOf = ({ path, file }: PlacedFile): string => (path === '' ? file : `${path}: ${file}`);
