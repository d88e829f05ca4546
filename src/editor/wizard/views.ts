import type { PlanRun, Standing } from '../../app/repair/planRun';
import type { Check, Expectation, Step } from '../../engine/remedies/plan';
import type { Remedy, Values } from '../../engine/remedies/remedy';
import type { Snapshot } from '../../engine/servers/snapshot';
import type { CheckView, ParameterView, PlanView, RemedyView, StepView } from '../../protocol/wizard';

export const remedyView = ({ id, title, purpose, versions, rights, doesNot, doNot }: Remedy): RemedyView => ({
  id,
  title,
  purpose,
  versions,
  rights,
  doesNot,
  doNot,
});

/** A secret is never asked for in the page: what needs one is a runbook. */
export const parametersView = (
  { parameters }: Remedy,
  snapshot: Snapshot,
  values: Values,
  faultOf: (name: string) => string,
): readonly ParameterView[] =>
  parameters.flatMap(({ name, label, kind, isRequired, help = '', options }) =>
    kind === 'secret'
      ? []
      : [
          {
            name,
            label,
            kind,
            isRequired,
            help,
            options: options?.(snapshot) ?? [],
            value: values[name] ?? '',
            fault: faultOf(name),
          },
        ],
  );

const NONE: Standing = { mark: 'waiting', output: '', problem: '' };

export function planView(run: PlanRun, isStale: boolean, whyNot: string): PlanView {
  const { title, verdict, evidence, prechecks, steps, verification, leftovers, runs } = run.plan;
  return {
    title,
    verdict,
    evidence,
    prechecks: prechecks.map((check, i) => checkView(check, run.prechecks[i] ?? NONE)),
    steps: steps.map((step, i) => stepView(step, run.steps[i] ?? NONE)),
    verification: verification.map((check, i) => checkView(check, run.verification[i] ?? NONE)),
    leftovers,
    runs,
    whyNot,
    phase: run.phase,
    canUndo: run.canUndo,
    isStale,
    hasCmd: [...prechecks, ...verification, ...steps].every(({ command }) => command === null || command.cmd !== null),
  };
}

const checkView = ({ says, command, expects }: Check, { mark, problem }: Standing): CheckView => ({
  says,
  command: command.powershell,
  expects: expectsText(expects),
  mark,
  problem,
});

const stepView = ({ title, why, command, stops, check, undo }: Step, standing: Standing): StepView => ({
  title,
  why,
  command: command?.powershell ?? null,
  stops,
  check: check?.says ?? '',
  undo: undo ? { title: undo.title, command: undo.command.powershell } : null,
  isFinal: undo === null,
  ...standing,
});

function expectsText(expects: Expectation): string {
  switch (expects.kind) {
    case 'succeeds':
      return 'must end with exit code 0';
    case 'fails':
      return 'must not end with exit code 0';
    case 'contains':
      return `must say ${expects.text}`;
    case 'lacks':
      return `must not say ${expects.text}`;
    case 'is':
      return `must say exactly ${expects.text}`;
  }
}
