import { listed } from './values';

/** What can stand in `preCondition` of handlers, modules, global modules and ISAPI filters. */
export const PRECONDITIONS = [
  'bitness32',
  'bitness64',
  'classicMode',
  'integratedMode',
  'managedHandler',
  'runtimeVersionv1.1',
  'runtimeVersionv2.0',
  'runtimeVersionv4.0',
] as const;

/** Pairs of which no application pool has both. */
const EXCLUSIVE = [
  [/^bitness/i, 'bitness'],
  [/^(?:classic|integrated)Mode$/i, 'pipeline mode'],
  [/^runtimeVersion/i, 'runtime version'],
] as const;

export interface Precondition {
  readonly name: string;
  /** Offset in the value. */
  readonly start: number;
}

/** The conditions of a `preCondition`, each with its place. */
export function preconditionsIn(value: string): Precondition[] {
  let from = 0;
  return listed(value).map((name) => {
    const start = value.indexOf(name, from);
    from = start + name.length;
    return { name, start };
  });
}

/** Whether IIS knows a condition; versions of the runtime may be written out. */
export const isPrecondition = (name: string): boolean =>
  PRECONDITIONS.some((one) => one.toLowerCase() === name.toLowerCase()) || /^runtimeVersionv\d+(?:\.\d+)*$/i.test(name);

/** Two conditions that exclude each other, with what they are about; null where there are none. */
export function contradiction(
  conditions: readonly Precondition[],
): { readonly about: string; readonly pair: readonly [Precondition, Precondition] } | null {
  for (const [pattern, about] of EXCLUSIVE) {
    const of = conditions.filter(({ name }) => pattern.test(name));
    const [first] = of;
    const other = of.find(({ name }) => name.toLowerCase() !== first?.name.toLowerCase());
    if (first && other) return { about, pair: [first, other] };
  }
  return null;
}
