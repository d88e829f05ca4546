import type { Remedy, Values } from '../../engine/remedies/remedy';
import type { Snapshot } from '../../engine/servers/snapshot';

/** Those values that a remedy asks for. A secret is never taken from anywhere. */
export function askedFor(remedy: Remedy | null, values: Values): Values {
  const names = remedy?.parameters.filter(({ kind }) => kind !== 'secret').map(({ name }) => name) ?? [];
  return Object.fromEntries(names.flatMap((name) => (Object.hasOwn(values, name) ? [[name, values[name] ?? '']] : [])));
}

/** What the remedy proposes for a server. */
export const proposed = (remedy: Remedy | null, snapshot: Snapshot): Values =>
  Object.fromEntries(remedy?.parameters.map(({ name, initial }) => [name, initial?.(snapshot) ?? '']) ?? []);

/**
 * Values from elsewhere as the remedy takes them: where something is to be chosen, the choice that is this value or names
 * it, such as `Till: system.webServer/handlers` for `system.webServer/handlers`; without one the value is left out.
 */
export function fitting({ parameters }: Remedy, snapshot: Snapshot, values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const parameter = parameters.find((one) => one.name === name);
      if (parameter?.kind !== 'choice' || !parameter.options || value === '') return [[name, value]];
      const options = parameter.options(snapshot);
      const wanted = value.toLowerCase();
      const found =
        options.find((option) => option === value) ??
        options.find((option) => option.toLowerCase() === wanted) ??
        options.find((option) => option.toLowerCase().includes(wanted));
      return found === undefined ? [] : [[name, found]];
    }),
  );
}
