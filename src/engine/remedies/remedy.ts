import type { Source } from '../knowledge/fact';
import type { Snapshot } from '../servers/snapshot';
import type { Plan, Refusal } from './plan';

/** What a remedy asks for. */
export interface Parameter {
  /**
   * Where a repair starts from something that tells the value, it stands in the field at once. The names for that: `pool`,
   * `site`, `service`, `file` and `section` of a finding or node; `clsid`, `appid`, `sid`, `user`, `code` and the other
   * parameters of an event by the names of its event type in lower case.
   */
  readonly name: string;
  /** As it stands beside its field. */
  readonly label: string;
  /** - `choice`: one of `options`; - `flag`: `yes` or nothing; - `secret`: never shown, kept, logged or put on a command line */
  readonly kind: 'text' | 'choice' | 'flag' | 'secret';
  readonly isRequired: boolean;
  readonly help?: string;
  /** What can be chosen, by what is known of the server; for a text it is suggested. */
  readonly options?: (snapshot: Snapshot) => readonly string[];
  /** What stands there at first. */
  readonly initial?: (snapshot: Snapshot) => string;
  /** What is wrong with a value, as a sentence; null where it is right. */
  readonly fault?: (value: string, snapshot: Snapshot) => string | null;
}

export type Values = Readonly<Record<string, string>>;

/** A guided repair. One file each in `repairs/`, named as its id. */
export interface Remedy {
  readonly id: string;
  /** In the imperative, as a menu shows it: `Restart IIS safely`. */
  readonly title: string;
  /** What it is for, one or two sentences. */
  readonly purpose: string;
  /** `IIS 7 and later`. */
  readonly versions: string;
  /** `administrator on the server`. */
  readonly rights: string;
  readonly doesNot: readonly string[];
  /** What people do wrong here, each as a sentence that begins with "Do not". */
  readonly doNot: readonly string[];
  readonly sources: readonly Source[];
  readonly parameters: readonly Parameter[];
  /** The snapshot's parts that the plan is made from; the rest may be missing. */
  readonly needs: readonly (keyof Snapshot)[];
  /** Ids of facts, rules and server checks that lead here. */
  readonly answers: readonly string[];
  /** Never throws on what a server says. @param values checked by the parameters already; absent ones are '' */
  readonly plan: (snapshot: Snapshot, values: Values) => Plan | Refusal;
}

export const isRefusal = (made: Plan | Refusal): made is Refusal => 'because' in made;

/** The first fault of the values, by the parameter's name. */
export function faultsOf(
  { parameters }: Pick<Remedy, 'parameters'>,
  snapshot: Snapshot,
  values: Values,
): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  for (const { name, label, kind, isRequired, options, fault } of parameters) {
    const value = values[name] ?? '';
    if (value === '') {
      if (isRequired) faults.set(name, `${label} is needed.`);
      continue;
    }
    // No parameter has more than one line: a line end would begin a new command.
    if (/[\u0000-\u001F\u007F]/.test(value)) faults.set(name, `${label} must stand on one line.`);
    else if (kind === 'choice' && options && !options(snapshot).includes(value))
      faults.set(name, `${label} must be one of those that the server has.`);
    else {
      const found = fault?.(value, snapshot) ?? null;
      if (found !== null) faults.set(name, found);
    }
  }
  return faults;
}
