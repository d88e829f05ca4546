import type { Check, Command, Lead, Plan, Step } from './plan';

/** What a runbook says; the rest of its plan is empty. */
export interface Runbook {
  readonly remedy: string;
  readonly title: string;
  readonly server: string;
  readonly verdict: string;
  readonly evidence?: readonly string[];
  readonly steps: readonly Step[];
  readonly verification: readonly Check[];
  readonly leftovers?: readonly string[];
  readonly leads?: readonly Lead[];
}

/** A plan for a person, which IIS Doctor does not run. */
export const runbook = (one: Runbook): Plan => ({
  evidence: [],
  prechecks: [],
  leftovers: [],
  cuts: [],
  ...one,
  runs: false,
});

/** A step that a person does. @param command what he runs, where it is one */
export const byHand = (id: string, title: string, why: string, command: Command | null = null): Step => ({
  id,
  title,
  why,
  command,
  stops: [],
});
