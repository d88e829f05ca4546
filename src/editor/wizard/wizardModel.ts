import { Changes } from '../../app/changes';
import { fingerprint } from '../../app/repair/fingerprint';
import { PlanRun } from '../../app/repair/planRun';
import type { Copies, RepairLog } from '../../app/repair/repairLog';
import { noTarget, targetOn } from '../../app/repair/targetOn';
import type { ServerView } from '../../app/serverView';
import type { Lead, Plan, Refusal } from '../../engine/remedies/plan';
import { faultsOf, isRefusal, type Remedy, type Values } from '../../engine/remedies/remedy';
import type { Snapshot } from '../../engine/servers/snapshot';
import { NO_SERVER, type CommandPart, type KeptState, type WizardState } from '../../protocol/wizard';
import { commandIn } from './commandIn';
import { noticeOf } from './noticeOf';
import { choiceOf, leadsView, parametersView, planView, remedyView } from './views';
import { whyNotRun } from './whyNotRun';
import { askedFor, fitting, proposed } from './wizardValues';

export interface WizardParts {
  readonly remedies: readonly Remedy[];
  readonly servers: () => readonly ServerView[];
  readonly log: RepairLog;
  readonly copies: Copies | null;
  readonly now: () => number;
  /** A new one for each run. */
  readonly runId: () => string;
  /** Asks the person, naming server and effect, before anything runs. */
  readonly confirm: (plan: Plan, what: 'run' | 'undo') => Promise<boolean>;
}

/** What the wizard holds: a remedy, a server, values, the plan from them and its run. The page only shows it. */
export class WizardModel {
  readonly changes = new Changes<void>();
  readonly #parts: WizardParts;
  #remedy: Remedy | null = null;
  /** Null: not chosen yet. */
  #server: ServerView | typeof NO_SERVER | null = null;
  #cause = '';
  /** What the repair started from, until the server is known that it has to fit. */
  #started: Values = {};
  /** What a person has set, or what was started from. */
  #chosen: Values = {};
  /** What the remedy proposes for this server. */
  #initial: Values = {};
  #run: PlanRun | null = null;
  #made: string | null = null;
  #isStale = false;
  #isConfirmed = false;
  /** Restored after a reload: nothing is read before somebody wants it. */
  #isAsleep = false;
  #refusal: Refusal | null = null;
  #isBusy = false;
  #isAsking = false;
  #stop: (() => void) | null = null;

  constructor(parts: WizardParts) {
    this.#parts = parts;
  }

  get plan(): Plan | null {
    return this.#run?.plan ?? null;
  }

  get remedy(): Remedy | null {
    return this.#remedy;
  }

  get server(): ServerView | null {
    return this.#server === NO_SERVER ? null : this.#server;
  }

  get isRunning(): boolean {
    return this.#run?.phase === 'running' || this.#run?.phase === 'undoing';
  }

  /**
   * Begins anew, from what somebody has seen.
   *
   * @param values what it tells; names that the remedy does not ask for are left out
   * @returns what is wrong; null where it went well
   */
  async start(remedy: string, server: string | null, values: Values, cause: string): Promise<string | null> {
    if (this.isRunning) return BUSY;
    this.#cause = cause;
    if (server !== null) this.#server = this.#serverNamed(server);
    return this.chooseRemedy(remedy, values);
  }

  /** As it was before a reload. Reads nothing and connects to nothing. */
  restore({ remedy, server, values }: KeptState): void {
    this.#remedy = this.#parts.remedies.find(({ id }) => id === remedy) ?? null;
    this.#server = server === null ? null : this.#serverNamed(server);
    this.#started = askedFor(this.#remedy, values);
    this.#isAsleep = this.server !== null;
    if (!this.#isAsleep) void this.#prepare();
    this.changes.tell();
  }

  async chooseRemedy(id: string, values: Values = {}): Promise<string | null> {
    if (this.isRunning) return BUSY;
    const remedy = this.#parts.remedies.find((one) => one.id === id);
    if (!remedy) return 'There is no such remedy.';
    this.#remedy = remedy;
    this.#chosen = {};
    this.#started = askedFor(remedy, values);
    await this.#prepare();
    return null;
  }

  async chooseServer(name: string): Promise<string | null> {
    if (this.isRunning) return BUSY;
    const server = this.#serverNamed(name);
    if (server === null) return 'There is no such server.';
    this.#server = server;
    await this.#prepare();
    return null;
  }

  setValues(values: Values): Promise<string | null> {
    if (this.isRunning) return Promise.resolve(BUSY);
    const known = askedFor(this.#remedy, values);
    if (Object.keys(known).length < Object.keys(values).length)
      return Promise.resolve('The remedy asks for no such value.');
    this.#chosen = { ...this.#chosen, ...known };
    if (!this.#isAsleep) this.#replan();
    return Promise.resolve(null);
  }

  /** Reads the server again and makes the plan anew. */
  async replan(): Promise<string | null> {
    if (this.isRunning) return BUSY;
    await this.#prepare(0);
    return null;
  }

  async run(steps: 'all' | 'next'): Promise<string | null> {
    const [run, view] = [this.#run, this.server];
    if (!run || this.#server === null) return 'There is no plan yet.';
    if (this.isRunning || this.#isAsking || this.#isBusy) return BUSY;
    const whyNot = whyNotRun(run.plan, view);
    if (whyNot !== '' || !view) return whyNot;
    if (!this.#isConfirmed || run.phase === 'undone') {
      await this.#busy(() => view.refresh(0));
      if (this.#run !== run) return CHANGED;
      this.#isStale = fingerprint(view.snapshot()) !== this.#made && run.phase !== 'undone';
      this.changes.tell();
      if (this.#isStale) return CHANGED;
      if (!(await this.#confirm(run, 'run'))) return null;
    }
    await (steps === 'all' ? run.run() : run.runNext());
    void view.refresh(0);
    return null;
  }

  /** Goes on with another remedy that the plan, or the refusal, names. */
  async follow(index: number): Promise<string | null> {
    const lead = this.#leads[index];
    return lead ? this.chooseRemedy(lead.remedy, lead.values) : 'Nothing goes on from here.';
  }

  cancel(): string | null {
    this.#run?.cancel();
    return null;
  }

  async undo(): Promise<string | null> {
    const run = this.#run;
    if (!run?.canUndo) return 'Nothing was done that could be undone.';
    if (this.#isAsking || !(await this.#confirm(run, 'undo'))) return null;
    await run.undo();
    void this.server?.refresh(0);
    return null;
  }

  /** The text of a command of the plan; null where there is none. */
  readonly commandOf = (part: CommandPart): string | null => this.plan && commandIn(this.plan, part);

  state(): WizardState {
    const { remedies, servers } = this.#parts;
    const [run, remedy] = [this.#run, this.#remedy];
    return {
      kind: 'state',
      remedies: remedies.map(({ id, title }) => ({ id, title })),
      servers: servers().map(choiceOf),
      remedy: remedy && remedyView(remedy),
      server: this.server?.name ?? (this.#server === NO_SERVER ? NO_SERVER : null),
      cause: this.#cause,
      notice: this.#notice(),
      isBusy: this.#isBusy,
      leads: leadsView(this.#leads, remedies),
      parameters: remedy && this.#server !== null ? this.#parametersView(remedy) : [],
      plan: run && planView(run, this.#isStale, whyNotRun(run.plan, this.server)),
    };
  }

  #serverNamed(name: string): ServerView | typeof NO_SERVER | null {
    if (name === NO_SERVER) return NO_SERVER;
    return this.#parts.servers().find((one) => one.name.toLowerCase() === name.toLowerCase()) ?? null;
  }

  get #leads(): readonly Lead[] {
    return this.plan?.leads ?? this.#refusal?.instead ?? [];
  }

  get #values(): Values {
    return { ...this.#initial, ...this.#started, ...this.#chosen };
  }

  #parametersView(remedy: Remedy): WizardState['parameters'] {
    const snapshot = this.#snapshot();
    const faults = faultsOf(remedy, snapshot, this.#values);
    return parametersView(remedy, snapshot, this.#values, (name) =>
      Object.hasOwn(this.#chosen, name) && !this.#isAsleep ? (faults.get(name) ?? '') : '',
    );
  }

  #notice(): string {
    const [isAsleep, isBusy] = [this.#isAsleep, this.#isBusy];
    return noticeOf(this.#remedy, this.#server, { isAsleep, isBusy, refusal: this.#refusal?.because ?? '' });
  }

  #snapshot(): Snapshot {
    return this.server?.snapshot() ?? { server: 'the server', at: this.#parts.now() };
  }

  async #confirm(run: PlanRun, what: 'run' | 'undo'): Promise<boolean> {
    this.#isAsking = true;
    try {
      // Meanwhile the page may have asked for another plan; what was confirmed is this one.
      const isConfirmed = (await this.#parts.confirm(run.plan, what)) && this.#run === run;
      if (what === 'run') this.#isConfirmed = isConfirmed;
      return isConfirmed;
    } finally {
      this.#isAsking = false;
    }
  }

  async #prepare(maxAge = FRESH_MS): Promise<void> {
    const [remedy, server] = [this.#remedy, this.#server];
    this.#isAsleep = false;
    this.#forgetRun();
    if (server) {
      await this.#busy(() => server.refresh(maxAge));
      if (this.#remedy !== remedy || this.#server !== server) return;
    }
    const snapshot = this.#snapshot();
    this.#initial = proposed(remedy, snapshot);
    if (remedy) this.#chosen = { ...fitting(remedy, snapshot, this.#started), ...this.#chosen };
    this.#started = {};
    this.#replan();
  }

  async #busy(work: () => Promise<void>): Promise<void> {
    this.#isBusy = true;
    this.changes.tell();
    await work().catch(() => undefined);
    this.#isBusy = false;
    this.changes.tell();
  }

  /** Makes the plan from what is known now. */
  #replan(): void {
    this.#forgetRun();
    const remedy = this.#remedy;
    const isReadable = this.#server === NO_SERVER || this.server?.connection.state.kind === 'connected';
    if (remedy && isReadable && !this.#isBusy) {
      const snapshot = this.#snapshot();
      const [fault] = faultsOf(remedy, snapshot, this.#values).values();
      const made = fault === undefined ? remedy.plan(snapshot, this.#values) : { because: fault };
      if (isRefusal(made)) this.#refusal = made;
      else this.#begin(made);
      this.#made = fingerprint(snapshot);
    }
    this.changes.tell();
  }

  #begin(plan: Plan): void {
    const { log, copies, now, runId } = this.#parts;
    const { server } = this;
    const run = new PlanRun(plan, runId(), server ? targetOn(server, log, copies, now) : noTarget(log, now));
    this.#stop = run.changes.listen(() => this.changes.tell());
    this.#run = run;
  }

  #forgetRun(): void {
    this.#stop?.();
    this.#stop = null;
    this.#run = null;
    this.#isStale = false;
    this.#isConfirmed = false;
    this.#refusal = null;
  }

  dispose(): void {
    this.#run?.cancel();
    this.#forgetRun();
  }
}

const BUSY = 'The plan is running. Cancel it first.';
const CHANGED = 'The server has changed since this plan was made. Look at the new plan before you run it.';
const FRESH_MS = 10_000;
