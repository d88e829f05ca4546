import type { Values } from '../../engine/remedies/remedy';

/** What leads to a repair: a record, a finding, a node of the tree, or nothing but the wish. */
export interface Lead {
  /** What it is called, one line of plain text; empty for nothing. */
  readonly title: string;
  /** Ids of facts, rules and server checks; remedies that answer one of them fit. */
  readonly ids: readonly string[];
  /** What it tells of the values that remedies ask for. */
  readonly values: Values;
  /** Null: not known, somebody chooses. */
  readonly server: string | null;
}

export const NO_LEAD: Lead = { title: '', ids: [], values: {}, server: null };

/** The remedies that a lead leads to, the surest first; where no id leads to one, those that ask for what it names. */
export function remediesFor<
  R extends { readonly answers: readonly string[]; readonly parameters: readonly { readonly name: string }[] },
>({ ids, values }: Pick<Lead, 'ids' | 'values'>, remedies: readonly R[]): readonly R[] {
  const answering = ids.flatMap((id) => remedies.filter(({ answers }) => answers.includes(id)));
  if (answering.length) return [...new Set(answering)];
  return ids.length
    ? []
    : remedies.filter(({ parameters }) => parameters.some(({ name }) => THINGS.has(name) && values[name]));
}

/** What a node of the tree is; other values are too common to lead anywhere. */
const THINGS: ReadonlySet<string> = new Set(['pool', 'site', 'service']);
