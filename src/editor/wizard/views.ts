import type { PlanRun, Standing } from '../../app/repair/planRun';
import type { Check, Expectation, Lead, Step } from '../../engine/remedies/plan';
import type { Remedy, Values } from '../../engine/remedies/remedy';
import type { Snapshot } from '../../engine/servers/snapshot';
import { visibleText as v } from '../../engine/render/escape';
import type { ServerView } from '../../app/serverView';
import type {
  CheckView,
  ParameterView,
  PlanView,
  RemedyView,
  ServerChoice,
  StepView,
  WizardState,
} from '../../protocol/wizard';

const STATES = {
  idle: 'not connected',
  connecting: 'connecting',
  connected: 'connected',
  failed: 'not reached',
} as const;

export const choiceOf = ({ name, connection: { address, state } }: ServerView): ServerChoice => ({
  name,
  detail: `${address.transport}, ${STATES[state.kind]}`,
});

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

/** Only to remedies that there are. */
export const leadsView = (leads: readonly Lead[], remedies: readonly Remedy[]): WizardState['leads'] =>
  leads.flatMap(({ remedy, says }, index) => {
    const title = remedies.find(({ id }) => id === remedy)?.title;
    return title === undefined ? [] : [{ index, title, says: v(says) }];
  });

const NONE: Standing = { mark: 'waiting', output: '', problem: '' };

/** What is shown is what runs: characters that would hide or re-order text are shown by their numbers. */
export function planView(run: PlanRun, isStale: boolean, whyNot: string): PlanView {
  const {
    title,
    verdict,
    evidence,
    prechecks,
    steps,
    verification,
    leftovers,
    files = [],
    runs,
    undoesItself,
  } = run.plan;
  return {
    title: v(title),
    verdict: v(verdict),
    evidence: evidence.map(v),
    prechecks: prechecks.map((check, i) => checkView(check, run.prechecks[i] ?? NONE)),
    steps: steps.map((step, i) => stepView(step, run.steps[i] ?? NONE)),
    verification: verification.map((check, i) => checkView(check, run.verification[i] ?? NONE)),
    leftovers: leftovers.map(v),
    files: files.map(({ name, says, text }) => ({ name: v(name), says: v(says), text: v(text) })),
    runs,
    whyNot,
    phase: run.phase,
    canUndo: run.canUndo,
    undoesItself: undoesItself ?? false,
    isStale,
    hasCmd: [...prechecks, ...verification, ...steps].every(({ command }) => command?.cmd !== null),
  };
}

const checkView = ({ says, command, expects }: Check, { mark, problem }: Standing): CheckView => ({
  says: v(says),
  command: v(command.powershell),
  expects: v(expectsText(expects)),
  mark,
  problem: v(problem),
});

const stepView = (
  { title, why, command, stops, check, undo }: Step,
  { mark, output, problem }: Standing,
): StepView => ({
  title: v(title),
  why: v(why),
  command: command ? v(command.powershell) : null,
  stops: stops.map(v),
  check: check
    ? { says: v(check.says), command: v(check.command.powershell), expects: v(expectsText(check.expects)) }
    : null,
  undo: undo ? { title: v(undo.title), command: v(undo.command.powershell) } : null,
  isFinal: undo === null,
  file: v(undo?.file ?? ''),
  mark,
  output: v(output),
  problem: v(problem),
});

function expectsText(expects: Expectation): string {
  switch (expects.kind) {
    case 'succeeds':
      return 'must end with exit code 0';
    case 'fails':
      return 'must not end with exit code 0';
    case 'contains':
      return `must say "${expects.text}"`;
    case 'lacks':
      return `must not say "${expects.text}"`;
    case 'is':
      return expects.text === '' ? 'must say nothing' : `must say exactly "${expects.text}"`;
  }
}
