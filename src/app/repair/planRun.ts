import { meets } from '../../engine/remedies/expectation';
import type { Check, Command, Plan, Step } from '../../engine/remedies/plan';
import type { RunResult } from '../../transports/session';
import { Changes } from '../changes';
import { masked, type RepairEntry } from './repairLog';
import type { Target } from './target';
import { TouchedFiles } from './touchedFiles';

export type Mark = 'waiting' | 'running' | 'done' | 'failed' | 'undoing' | 'undone' | 'notUndone';

/** How a check or step stands. */
export interface Standing {
  readonly mark: Mark;
  /** What it printed so far, secrets masked. */
  readonly output: string;
  /** Why it failed, and what to do. */
  readonly problem: string;
}

export type RunPhase = 'ready' | 'running' | 'stopped' | 'done' | 'undoing' | 'undone';

const WAITING: Standing = { mark: 'waiting', output: '', problem: '' };
/** What undoing tries; where it has failed it may be tried again. */
const UNDOABLE: readonly Mark[] = ['done', 'failed', 'notUndone'];
const LIMIT_SECONDS = 60;
const BETWEEN_MS = 1_000;
/** How much of an answer stands in the sentence about it; the output of `sc.exe queryex` fits. */
const SAID_LIMIT = 2_000;
const BY_HAND: Standing = { ...WAITING, problem: 'Do this by hand, then run on.' };

/**
 * A plan being run: one step after the other, each checked before the next. What fails stops the run, which then can be
 * tried once more from there, or undone. Nothing runs but the commands of the plan. All methods resolve; what went wrong
 * is in {@link phase} and in the standings.
 */
export class PlanRun {
  readonly plan: Plan;
  readonly id: string;
  readonly changes = new Changes<void>();
  readonly prechecks: Standing[];
  readonly steps: Standing[];
  readonly verification: Standing[];
  readonly #target: Target;
  readonly #files: TouchedFiles;
  /** Ids of steps that failed and left their file as it was: there is nothing to undo. */
  readonly #idle = new Set<string>();
  #phase: RunPhase = 'ready';
  #cancel: AbortController | null = null;

  constructor(plan: Plan, id: string, target: Target) {
    this.plan = plan;
    this.id = id;
    this.#target = target;
    this.#files = new TouchedFiles(target);
    this.prechecks = plan.prechecks.map(() => WAITING);
    this.steps = plan.steps.map(() => WAITING);
    this.verification = plan.verification.map(() => WAITING);
  }

  get phase(): RunPhase {
    return this.#phase;
  }

  /** The first step that is not done; the number of steps when all are. */
  get next(): number {
    const at = this.steps.findIndex(({ mark }) => mark !== 'done');
    return at < 0 ? this.steps.length : at;
  }

  /** Whether something was done that has an inverse. */
  get canUndo(): boolean {
    return (
      this.#phase !== 'running' &&
      this.#phase !== 'undoing' &&
      this.plan.steps.some(({ undo }, i) => undo && UNDOABLE.includes(this.steps[i]?.mark ?? 'waiting'))
    );
  }

  /**
   * Runs on from where it stands: the prechecks first, then every step that is not done, then the verification. In front
   * of what a person has to do by hand it waits; running on says that it was done.
   */
  run(): Promise<void> {
    return this.#go(this.plan.steps.length);
  }

  /** Runs only the next step, after the prechecks if it is the first. */
  runNext(): Promise<void> {
    return this.#go(this.next + 1);
  }

  /** Stops as soon as what runs right now has ended or been given up. */
  cancel(): void {
    this.#cancel?.abort();
  }

  async #go(until: number): Promise<void> {
    if (this.#phase === 'running' || this.#phase === 'undoing' || !this.plan.runs) return;
    const { signal } = (this.#cancel = new AbortController());
    this.#enter('running');
    await this.#log({ what: 'started', title: this.plan.title, result: 'started' });
    const isFirst = this.next === 0;
    let isGood = !isFirst || (await this.#checkAll('precheck', this.plan.prechecks, this.prechecks, signal));
    for (let i = this.next; isGood && i < until && i < this.plan.steps.length; i++) {
      if (this.#waitsForPerson(i)) break;
      isGood = await this.#step(i, signal);
    }
    if (isGood && this.next === this.plan.steps.length)
      isGood = await this.#checkAll('verification', this.plan.verification, this.verification, signal);
    const isDone = isGood && this.next === this.plan.steps.length;
    await this.#log({
      what: 'ended',
      title: this.plan.title,
      result: isDone ? 'done' : this.#whereItStands(isGood),
    });
    this.#enter(isDone ? 'done' : isGood ? 'ready' : 'stopped');
    // Where all is done and only the verification fails, going back may be worse than what was found.
    const isHalfDone = !isGood && this.next < this.plan.steps.length;
    if (isHalfDone && this.plan.undoesItself && this.canUndo) await this.undo();
  }

  #whereItStands(isGood: boolean): string {
    const { next } = this;
    if (next === this.plan.steps.length) return 'all steps are done, the verification failed';
    if (this.steps[next]?.mark === 'failed') return `stopped at step ${next + 1}`;
    return `${isGood ? 'waits' : 'stopped'} before step ${next + 1}`;
  }

  /** Shows that a step is to be done by hand; once it was shown, running on says that it was done. */
  #waitsForPerson(i: number): boolean {
    if (this.plan.steps[i]?.command !== null || this.steps[i] === BY_HAND) return false;
    this.#set(this.steps, i, BY_HAND, true);
    return true;
  }

  async #step(i: number, signal: AbortSignal): Promise<boolean> {
    const step = this.plan.steps[i];
    if (!step) return false;
    if (signal.aborted) return this.#set(this.steps, i, { ...WAITING, problem: 'Cancelled before it began.' }, false);
    const { command } = step;
    this.#set(this.steps, i, { mark: 'running', output: '', problem: '' }, true);
    if (command) {
      const file = step.undo?.file;
      const before = file === undefined ? null : await this.#files.before(file, signal);
      if (file !== undefined && before) await this.#keep(file, signal);
      const ran = await this.#execute(command, signal, (output) => this.#hear(i, output));
      const isRight = 'exitCode' in ran && (ran.exitCode === 0 || (step.accepts ?? []).includes(ran.exitCode));
      await this.#logStep(step, ran, isRight ? 'done' : 'failed');
      const after = file === undefined ? null : await this.#files.after(file, signal);
      this.#idle.delete(step.id);
      if (!isRight && after !== null && before === after) this.#idle.add(step.id);
      const output = 'exitCode' in ran ? masked(ran.output) : (this.steps[i]?.output ?? '');
      if (!isRight) return this.#set(this.steps, i, { mark: 'failed', output, problem: problemOf(ran) }, false);
      this.#set(this.steps, i, { mark: 'running', output, problem: '' }, true);
    }
    const problem = step.check ? await this.#check('check', step.check, signal) : null;
    const output = this.steps[i]?.output ?? '';
    return problem === null
      ? this.#set(this.steps, i, { mark: 'done', output, problem: '' }, true)
      : this.#set(this.steps, i, { mark: 'failed', output, problem }, false);
  }

  /** A copy is a convenience: where none can be kept, the backup of the plan is still there. */
  async #keep(file: string, signal: AbortSignal): Promise<void> {
    const result = await this.#target.keep?.(file, signal).catch((error: unknown) => `not kept: ${String(error)}`);
    if (result !== undefined && result !== null) await this.#log({ what: 'copy', title: file, result });
  }

  #hear(i: number, output: string): void {
    const before = this.steps[i];
    if (before?.mark === 'running')
      this.#set(this.steps, i, { ...before, output: masked(before.output + output) }, true);
  }

  async #checkAll(
    what: 'precheck' | 'verification',
    checks: readonly Check[],
    standings: Standing[],
    signal: AbortSignal,
  ): Promise<boolean> {
    let isGood = true;
    for (const [i, check] of checks.entries()) {
      this.#set(standings, i, { mark: 'running', output: '', problem: '' }, true);
      const problem = await this.#check(what, check, signal);
      isGood &&= problem === null;
      this.#set(
        standings,
        i,
        { mark: problem === null ? 'done' : 'failed', output: '', problem: problem ?? '' },
        isGood,
      );
    }
    return isGood;
  }

  /** Why a check fails; null where it passes. */
  async #check(what: RepairEntry['what'], check: Check, signal: AbortSignal): Promise<string | null> {
    const { says, command, expects, within = 0, otherwise } = check;
    const until = this.#target.now() + within * 1000;
    for (;;) {
      const ran = await this.#execute(command, signal);
      const isMet = 'exitCode' in ran && meets(expects, ran);
      if (!isMet && !signal.aborted && 'exitCode' in ran && this.#target.now() < until) {
        await this.#target.pause(BETWEEN_MS, signal);
        continue;
      }
      await this.#log({ what, title: says, ...outcome(command, ran), result: isMet ? 'passed' : 'failed' });
      if (isMet) return null;
      if (signal.aborted) return 'Cancelled.';
      const said = ('exitCode' in ran ? masked(ran.output) : masked(ran.message)).trim();
      return [`Not so: ${says}`, ...(said === '' ? [] : [said.slice(0, SAID_LIMIT)]), otherwise].join('\n');
    }
  }

  async #execute(command: Command, signal: AbortSignal, heard?: (output: string) => void): Promise<RunResult | Error> {
    const limited = AbortSignal.any([signal, AbortSignal.timeout((command.limit ?? LIMIT_SECONDS) * 1000)]);
    try {
      return await this.#target.run(command.powershell, limited, heard);
    } catch (error) {
      if (limited.aborted && !signal.aborted)
        return new Error(`It did not end within ${command.limit ?? LIMIT_SECONDS} seconds and was given up.`);
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  /**
   * Undoes what was done, the last step first. Stops at what cannot be undone, such as a file that somebody else has
   * changed since; a plan that undoes itself does what it still can.
   */
  async undo(): Promise<void> {
    if (!this.canUndo) return;
    const { signal } = (this.#cancel = new AbortController());
    this.#enter('undoing');
    let isGood = true;
    for (let i = this.plan.steps.length - 1; i >= 0 && (isGood || this.plan.undoesItself); i--) {
      const step = this.plan.steps[i];
      const before = this.steps[i];
      if (!step?.undo || !before || !UNDOABLE.includes(before.mark)) continue;
      this.#set(this.steps, i, { ...before, mark: 'undoing', problem: '' }, true);
      const problem = await this.#undoStep(step, signal);
      isGood &&= problem === null;
      const mark = problem === null ? 'undone' : 'notUndone';
      this.#set(this.steps, i, { ...before, mark, problem: [before.problem, problem ?? ''].join('\n').trim() }, isGood);
    }
    await this.#log({ what: 'ended', title: this.plan.title, result: isGood ? 'undone' : 'not undone altogether' });
    this.#enter(isGood ? 'undone' : 'stopped');
  }

  async #undoStep({ id, undo }: Step, signal: AbortSignal): Promise<string | null> {
    if (!undo) return null;
    const { title, command, file, accepts = [], checks = [] } = undo;
    if (this.#idle.has(id)) {
      await this.#log({ what: 'undo', title, result: 'nothing had been changed' });
      return null;
    }
    const whyNot = file === undefined ? null : await this.#files.whyNotUndo(file, signal);
    if (whyNot !== null) {
      await this.#log({ what: 'undo', title, result: `stopped: ${whyNot}` });
      return `${whyNot} What was to be done: ${title}.`;
    }
    const ran = await this.#execute(command, signal);
    const isRight = 'exitCode' in ran && (ran.exitCode === 0 || accepts.includes(ran.exitCode));
    if (file !== undefined) await this.#files.after(file, signal);
    await this.#log({ what: 'undo', title, ...outcome(command, ran), result: isRight ? 'undone' : 'failed' });
    const problems = isRight ? [] : [problemOf(ran)];
    for (const check of checks) problems.push(...[(await this.#check('check', check, signal)) ?? []].flat());
    return problems.length ? problems.join(' ') : null;
  }

  #set(standings: Standing[], i: number, standing: Standing, isGood: boolean): boolean {
    standings[i] = standing;
    this.changes.tell();
    return isGood;
  }

  #enter(phase: RunPhase): void {
    this.#phase = phase;
    this.changes.tell();
  }

  #logStep(step: Step, ran: RunResult | Error, result: string): Promise<void> {
    return this.#log({ what: 'step', title: step.title, ...(step.command && outcome(step.command, ran)), result });
  }

  #log(entry: Omit<RepairEntry, 'at' | 'run' | 'server' | 'user' | 'plan'>): Promise<void> {
    const { now, user, log } = this.#target;
    const { server, title: plan } = this.plan;
    return log.append({ at: new Date(now()).toISOString(), run: this.id, server, user, plan, ...entry });
  }
}

function outcome(command: Command, ran: RunResult | Error): Pick<RepairEntry, 'command' | 'exitCode' | 'output'> {
  return 'exitCode' in ran
    ? { command: masked(command.powershell), exitCode: ran.exitCode, output: masked(ran.output) }
    : { command: masked(command.powershell), output: masked(ran.message) };
}

const problemOf = (ran: RunResult | Error): string =>
  'exitCode' in ran ? `It ended with exit code ${ran.exitCode}.` : masked(ran.message);
