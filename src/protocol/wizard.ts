/**
 * The messages between the repair wizard's page and the editor. The page shows a state and asks; it never says what is to
 * be run: steps are named by their number in the plan that the editor holds.
 */

/** page -> editor. Each has an id of the page's own and is answered. */
export type WizardRequest = { readonly id: number } & (
  | { readonly kind: 'ready' }
  | { readonly kind: 'chooseRemedy'; readonly remedy: string }
  | { readonly kind: 'chooseServer'; readonly server: string }
  | { readonly kind: 'setValues'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'run'; readonly steps: 'all' | 'next' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'undo' }
  /** The plan was made from another state of the server than it has now: it is made anew. */
  | { readonly kind: 'replan' }
  | { readonly kind: 'copy'; readonly part: CommandPart }
  | { readonly kind: 'save'; readonly as: SaveKind }
  /** Puts the command into a terminal, for a person to run. */
  | { readonly kind: 'terminal'; readonly part: CommandPart }
  /** How the file of a step, which was not undone, differs from what it was before the repair. */
  | { readonly kind: 'difference'; readonly step: number }
  /** Goes on with another remedy, by its number in the state. */
  | { readonly kind: 'follow'; readonly index: number }
  | { readonly kind: 'openLog' }
);

export const SAVE_KINDS = ['markdown', 'powershell', 'cmd'] as const;
export type SaveKind = (typeof SAVE_KINDS)[number];

/** Which command of the plan, or which of its files. */
export interface CommandPart {
  readonly of: 'precheck' | 'step' | 'stepCheck' | 'undo' | 'verification' | 'file';
  /** 0-based. */
  readonly index: number;
}

/** editor -> page: how a request went. */
export interface WizardAnswer {
  readonly kind: 'answer';
  readonly id: number;
  readonly problem: string | null;
}

/** What the page keeps for the time after a reload of the window. Checked when it comes back. */
export interface KeptState {
  readonly remedy: string | null;
  readonly server: string | null;
  readonly values: Readonly<Record<string, string>>;
}

/** editor -> page: everything that is to be seen. Texts are plain; names in them come from servers. */
export interface WizardState {
  readonly kind: 'state';
  readonly remedies: readonly { readonly id: string; readonly title: string }[];
  readonly servers: readonly ServerChoice[];
  readonly remedy: RemedyView | null;
  /** {@link NO_SERVER}: none, for a script or runbook; null: not chosen yet. */
  readonly server: string | null;
  /** What somebody started from, such as the title of an event; empty where from nothing. */
  readonly cause: string;
  /** What keeps the plan from being made, or is being waited for; a sentence. */
  readonly notice: string;
  readonly isBusy: boolean;
  /** Other remedies that fit better, or go on from here. */
  readonly leads: readonly { readonly index: number; readonly title: string; readonly says: string }[];
  readonly parameters: readonly ParameterView[];
  readonly plan: PlanView | null;
}

/** The choice of no server: the plan is made without knowing one and can only be saved. */
export const NO_SERVER = '';

export interface ServerChoice {
  readonly name: string;
  /** How it is reached, and whether it is connected. */
  readonly detail: string;
}

export interface RemedyView {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  readonly versions: string;
  readonly rights: string;
  readonly doesNot: readonly string[];
  readonly doNot: readonly string[];
}

export interface ParameterView {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'choice' | 'flag';
  readonly isRequired: boolean;
  readonly help: string;
  readonly options: readonly string[];
  readonly value: string;
  /** What is wrong with the value; empty where it is right, or nobody has touched it yet. */
  readonly fault: string;
}

export type MarkView = 'waiting' | 'running' | 'done' | 'failed' | 'undoing' | 'undone' | 'notUndone';

export interface CheckView {
  readonly says: string;
  readonly command: string;
  readonly expects: string;
  readonly mark: MarkView;
  readonly problem: string;
}

export interface StepView {
  readonly title: string;
  readonly why: string;
  /** Null: by hand. */
  readonly command: string | null;
  readonly stops: readonly string[];
  readonly check: { readonly says: string; readonly command: string; readonly expects: string } | null;
  readonly undo: { readonly title: string; readonly command: string } | null;
  /** Whether there is something that cannot be undone. */
  readonly isFinal: boolean;
  /** The file that it changes, where it is looked after; empty where none is. */
  readonly file: string;
  readonly mark: MarkView;
  readonly output: string;
  readonly problem: string;
}

export interface PlanView {
  readonly title: string;
  readonly verdict: string;
  readonly evidence: readonly string[];
  readonly prechecks: readonly CheckView[];
  readonly steps: readonly StepView[];
  readonly verification: readonly CheckView[];
  readonly leftovers: readonly string[];
  /** Scripts that the steps start, saved together with the plan. */
  readonly files: readonly { readonly name: string; readonly says: string; readonly text: string }[];
  /** False: a runbook for a person. */
  readonly runs: boolean;
  /** Why it is not run from here; empty where it is. */
  readonly whyNot: string;
  readonly phase: 'ready' | 'running' | 'stopped' | 'done' | 'undoing' | 'undone';
  readonly canUndo: boolean;
  /** Where a step fails, what was done is undone at once. */
  readonly undoesItself: boolean;
  /** The server's state has changed since the plan was made. */
  readonly isStale: boolean;
  /** Whether a batch file can say all of it. */
  readonly hasCmd: boolean;
}
