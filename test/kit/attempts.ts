import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { escapeValue } from '../../src/engine/config/edits';
import type { Plan } from '../../src/engine/remedies/plan';
import { faultsOf, isRefusal, type Remedy, type Values } from '../../src/engine/remedies/remedy';
import { remedies } from '../../src/engine/remedies/repairs/index.generated';
import type { Snapshot } from '../../src/engine/servers/snapshot';
import type { Machine } from '../../src/transports/demo/machine';
import type { MachineSpec } from '../../src/transports/demo/machineSpec';
import type { SimulatedServer } from '../../src/transports/demo/simulatedServer';
import { root } from './knowledge';
import { simulated, snapshotOf, specOf, type MachineState } from './simulated';

/**
 * A repair that is tried on a simulated server. `test/kit/attempts/<id of the remedy>.ts` exports a list of them by
 * default; every remedy needs one. `test/unit/app/repair/remedies.test.ts` runs, breaks and undoes each of them.
 */
export interface Attempt {
  /** What is special about it; unique for the remedy. */
  readonly name: string;
  /** A server of the demo farm; `WEB-01` where absent. */
  readonly server?: string;
  /** Sets the server up differently. */
  readonly set?: (spec: MachineSpec) => MachineSpec;
  /** What happens on it before somebody looks. @param nameOf what a pool or site of {@link names} is called this time */
  readonly prepare?: (server: SimulatedServer, nameOf: (name: string) => string) => Promise<void> | void;
  readonly values: Values | ((snapshot: Snapshot) => Values);
  /** Asserts on what the repair did; where absent the server must be as before. */
  readonly after?: (machine: Machine, before: MachineState, after: MachineState) => void;
  /** The plan is a runbook, which nobody runs. */
  readonly isRunbook?: true;
  /** Nothing is known of the machine itself: no session leads there. */
  readonly withoutSystem?: true;
  /** Names of pools and sites in the plan: it is tried with {@link hostileNames} in their place as well. */
  readonly names?: readonly string[];
  /** They are parts of configuration paths, in which a slash begins the next part: only names without one are tried. */
  readonly arePaths?: true;
}

export interface TriedRemedy {
  readonly remedy: Remedy;
  readonly attempts: readonly Attempt[];
}

const require = createRequire(import.meta.url);

/** Every remedy that there is with its attempts. */
export function triedRemedies(): readonly TriedRemedy[] {
  const folder = path.join(root, 'test/kit/attempts');
  const files = new Set(readdirSync(folder));
  return remedies.map((remedy) => {
    const file = `${remedy.id}.ts`;
    if (!files.has(file)) return { remedy, attempts: [] };
    // Mocha wants to know all tests at once, so this cannot be an import that has to be waited for.
    return { remedy, attempts: (require(path.join(folder, file)) as { default: readonly Attempt[] }).default };
  });
}

export interface Begun {
  readonly server: SimulatedServer;
  readonly plan: Plan;
  readonly snapshot: Snapshot;
}

/** Time stands still on these servers, so the same attempt always has the same plan; reading a server takes longest. */
const planned = new WeakMap<Attempt, Map<string, Pick<Begun, 'plan' | 'snapshot'>>>();

/** The server of an attempt, a new one each time, and the plan that the remedy makes for it. */
export async function begin(remedy: Remedy, attempt: Attempt, renaming: Renaming = {}): Promise<Begun> {
  const { server: name = 'WEB-01', set, prepare, values } = attempt;
  const spec = specOf(name);
  const server = simulated(renamed(set?.(spec) ?? spec, renaming));
  await prepare?.(server, (one) => renaming[one] ?? one);
  const plans = planned.get(attempt) ?? new Map<string, Pick<Begun, 'plan' | 'snapshot'>>();
  planned.set(attempt, plans);
  const key = JSON.stringify(renaming);
  const known = plans.get(key);
  if (known) return { server, ...known };
  const { system, ...rest } = await snapshotOf(server);
  const snapshot: Snapshot = { ...rest, ...(system && !attempt.withoutSystem && { system }) };
  const given = Object.entries(typeof values === 'function' ? values(snapshot) : values);
  const chosen = Object.fromEntries(given.map(([key, value]) => [key, renaming[value] ?? value]));
  assert.deepEqual([...faultsOf(remedy, snapshot, chosen)], [], 'the values are right');
  const plan = remedy.plan(snapshot, chosen);
  if (isRefusal(plan)) throw new Error(`There is no plan: ${plan.because}`);
  plans.set(key, { plan, snapshot });
  return { server, plan, snapshot };
}

/** Names of pools and sites, by what they were before. */
export type Renaming = Readonly<Record<string, string>>;

/** Names that end a command, or begin another one, where somebody forgets to quote them. */
export const hostileNames = [
  'R&D "Shop" 100%',
  'O\u2019Brien & sons',
  "$(Get-Date) `$env:windir '; exit 3; '",
  '^ ! %PATH% %1 && net stop WAS | more > C:\\x',
  'ends with \\',
  '<b onclick="x">|</b>',
] as const;

function renamed(spec: MachineSpec, renaming: Renaming): MachineSpec {
  const inText = (text: string): string =>
    Object.entries(renaming).reduce(
      (result, [from, to]) =>
        result.replaceAll(
          new RegExp(`((?:<add name|<site name|applicationPool|location path)=)"${from}(?=["/])`, 'g'),
          (_, start: string) => `${start}"${escapeValue(to)}`,
        ),
      text,
    );
  const { configuration, traits } = spec;
  return {
    ...spec,
    configuration: {
      ...configuration,
      pools: inText(configuration.pools),
      sites: inText(configuration.sites),
      ...(configuration.end !== undefined && { end: inText(configuration.end) }),
    },
    traits: Object.fromEntries(Object.entries(traits).map(([name, one]) => [renaming[name] ?? name, one])),
  };
}
