import { Changes } from '../../app/changes';
import { fingerprint } from '../../app/repair/fingerprint';
import { PlanRun } from '../../app/repair/planRun';
import type { RepairLog } from '../../app/repair/repairLog';
import { targetOn } from '../../app/repair/targetOn';
import type { ServerView } from '../../app/serverView';
import type { Plan } from '../../engine/remedies/plan';
import { faultsOf, isRefusal, type Remedy, type Values } from '../../engine/remedies/remedy';
import type { CommandPart, WizardState } from '../../protocol/wizard';
import { parametersView, planView, remedyView } from './views';

export interface WizardParts {
  readonly remedies: readonly Remedy[];
  readonly servers: () => readonly ServerView[];
  readonly log: RepairLog;
  readonly now: () => number;
  /** A new one for each run. */
  readonly runId: () => string;
  /** Asks the person, naming server and effect, before anything runs. */
  readonly confirm: (plan: Plan) => Promise<boolean>;
}

/** What the wizard holds: a remedy, a server, values, the plan from them and its run. The page only shows it. */
export class WizardModel {
  readonly changes = new Changes<void>();
  readonly #parts: WizardParts;
  #remedy: Remedy | null = null;
  #view: ServerView | null = null;
  #values: Values = {};
  #touched = new Set<string>();
  #run: PlanRun | null = null;
  #made: string | null = null;
  #isStale = false;
  #refusal = '';
  #isBusy = false;
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

  /** @returns what is wrong; null where it went well */
  async chooseRemedy(id: string, values: Values = {}): Promise<string | null> {
    if (this.#isRunning) return BUSY;
    const remedy = this.#parts.remedies.find((one) => one.id === id);
    if (!remedy) return 'There is no such remedy.';
    this.#remedy = remedy;
    this.#values = values;
    this.#touched = new Set(Object.keys(values));
    await this.#prepare();
    return null;
  }

  async chooseServer(name: string): Promise<string | null> {
    if (this.#isRunning) return BUSY;
    const view = this.#parts.servers().find((one) => one.name === name);
    if (!view) return 'There is no such server.';
    this.#view = view;
    await this.#prepare();
    return null;
  }

  async setValues(values: Values): Promise<string | null> {
    if (this.#isRunning) return BUSY;
    const names = new Set(this.#remedy?.parameters.map(({ name }) => name));
    for (const [name, value] of Object.entries(values)) {
      if (!names.has(name)) return 'The remedy asks for no such value.';
      this.#values = { ...this.#values, [name]: value };
      this.#touched.add(name);
    }
    this.#replan();
    return Promise.resolve(null);
  }

  /** Reads the server again and makes the plan anew. */
  async replan(): Promise<string | null> {
    if (this.#isRunning) return BUSY;
    await this.#prepare(0);
    return null;
  }

  async run(steps: 'all' | 'next'): Promise<string | null> {
    const run = this.#run;
    const view = this.#view;
    if (!run || !view) return 'There is no plan yet.';
    if (this.#isRunning) return BUSY;
    const whyNot = whyNotRun(run.plan, view);
    if (whyNot !== '') return whyNot;
    if (run.phase === 'ready' && run.next === 0) {
      await this.#busy(() => view.refresh(0));
      this.#isStale = fingerprint(view.snapshot()) !== this.#made;
      this.changes.tell();
      if (this.#isStale)
        return 'The server has changed since this plan was made. Look at the new plan before you run it.';
      if (!(await this.#parts.confirm(run.plan))) return null;
    }
    await (steps === 'all' ? run.run() : run.runNext());
    void view.refresh(0);
    return null;
  }

  cancel(): string | null {
    this.#run?.cancel();
    return null;
  }

  async undo(): Promise<string | null> {
    if (!this.#run?.canUndo) return 'Nothing was done that could be undone.';
    await this.#run.undo();
    void this.#view?.refresh(0);
    return null;
  }

  /** The text of a command of the plan; null where there is none. */
  commandOf({ of, index }: CommandPart): string | null {
    const plan = this.plan;
    const command = {
      precheck: () => plan?.prechecks[index]?.command,
      step: () => plan?.steps[index]?.command,
      stepCheck: () => plan?.steps[index]?.check?.command,
      undo: () => plan?.steps[index]?.undo?.command,
      verification: () => plan?.verification[index]?.command,
    }[of]();
    return command?.powershell ?? null;
  }

  state(): WizardState {
    const { remedies, servers } = this.#parts;
    const [run, view] = [this.#run, this.#view];
    return {
      kind: 'state',
      remedies: remedies.map(({ id, title }) => ({ id, title })),
      servers: servers().map(({ name }) => name),
      remedy: this.#remedy && remedyView(this.#remedy),
      server: view?.name ?? null,
      notice: this.#notice(),
      isBusy: this.#isBusy,
      parameters: this.#remedy && view ? this.#parametersView(this.#remedy, view) : [],
      plan: run && view && planView(run, this.#isStale, whyNotRun(run.plan, view)),
    };
  }

  #parametersView(remedy: Remedy, view: ServerView): WizardState['parameters'] {
    const snapshot = view.snapshot();
    const faults = faultsOf(remedy, snapshot, this.#values);
    return parametersView(remedy, snapshot, this.#values, (name) =>
      this.#touched.has(name) ? (faults.get(name) ?? '') : '',
    );
  }

  #notice(): string {
    if (!this.#remedy) return 'Choose what is to be repaired.';
    if (!this.#view) return 'Choose the server.';
    if (this.#isBusy) return `Reading ${this.#view.name}…`;
    const { state } = this.#view.connection;
    if (state.kind === 'failed') return `${this.#view.name} could not be reached, so no plan can be made for it.`;
    return this.#refusal;
  }

  get #isRunning(): boolean {
    return this.#run?.phase === 'running' || this.#run?.phase === 'undoing';
  }

  async #prepare(maxAge = FRESH_MS): Promise<void> {
    const [remedy, view] = [this.#remedy, this.#view];
    this.#forgetRun();
    if (remedy && view) {
      await this.#busy(() => view.refresh(maxAge));
      if (this.#remedy !== remedy || this.#view !== view) return;
      const snapshot = view.snapshot();
      const initial = Object.fromEntries(
        remedy.parameters.map(({ name, initial }) => [name, initial?.(snapshot) ?? '']),
      );
      this.#values = { ...initial, ...this.#values };
    }
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
    const [remedy, view] = [this.#remedy, this.#view];
    if (remedy && view && !this.#isBusy) {
      const snapshot = view.snapshot();
      const [fault] = faultsOf(remedy, snapshot, this.#values).values();
      const made = fault === undefined ? remedy.plan(snapshot, this.#values) : { because: fault };
      if (isRefusal(made)) this.#refusal = made.because;
      else this.#begin(made, view);
      this.#made = fingerprint(snapshot);
    }
    this.changes.tell();
  }

  #begin(plan: Plan, view: ServerView): void {
    const { log, now, runId } = this.#parts;
    const run = new PlanRun(plan, runId(), targetOn(view, log, now));
    this.#stop = run.changes.listen(() => this.changes.tell());
    this.#run = run;
  }

  #forgetRun(): void {
    this.#stop?.();
    this.#stop = null;
    this.#run = null;
    this.#isStale = false;
    this.#refusal = '';
  }

  dispose(): void {
    this.#run?.cancel();
    this.#forgetRun();
  }
}

const BUSY = 'The plan is running. Cancel it first.';
const FRESH_MS = 10_000;

/** Why a plan is not run over this connection; empty where it is. */
function whyNotRun({ runs, cuts }: Plan, { connection, name }: ServerView): string {
  if (!runs) return 'This is a runbook for a person; IIS Doctor does not run it.';
  const session = connection.session;
  if (!session?.can.run) return `The connection to ${name} only reads.`;
  const { carries } = session;
  if ((carries === 'winrm' || carries === 'ssh') && cuts.includes(carries))
    return `This plan stops what carries the connection to ${name}, so it would break off half way. Save it as a script and run it on the server itself.`;
  return '';
}
