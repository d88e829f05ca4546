/** A line that is shown, copied and run, in the two languages of Windows servers. Exactly this text runs. */
export interface Command {
  /** Windows PowerShell 3.0 and later; what runs over a session. May have several lines. */
  readonly powershell: string;
  /** For a batch file; null where batch has no way to say it. May have several lines. */
  readonly cmd: string | null;
  /** Seconds after which it is given up; a minute where absent. */
  readonly limit?: number;
}

/** What the output of a command must be for a check to pass. */
export type Expectation =
  | { readonly kind: 'succeeds' }
  | { readonly kind: 'fails' }
  /** Compared without case; every line end is one. */
  | { readonly kind: 'contains'; readonly text: string }
  | { readonly kind: 'lacks'; readonly text: string }
  | { readonly kind: 'is'; readonly text: string };

/** A question with a right answer; its command reads only. */
export interface Check {
  /** What is checked, as a short sentence: `WAS is running.` */
  readonly says: string;
  readonly command: Command;
  readonly expects: Expectation;
  /** Waits so long for it to become true, in seconds, asking again from time to time. */
  readonly within?: number;
  /** What to do where it is not so. */
  readonly otherwise: string;
}

/** One change, or one thing to do by hand. */
export interface Step {
  /** Unique in the plan; kebab-case. */
  readonly id: string;
  /** What it does, in the imperative, one line: `Stop WAS and what depends on it`. */
  readonly title: string;
  /** Why, one line. */
  readonly why: string;
  /** Null: a person does it, the title and the why say what. */
  readonly command: Command | null;
  /** What stops, and for whom; empty where nothing does. */
  readonly stops: readonly string[];
  /** Asked behind it; where it fails the run stops. */
  readonly check?: Check;
  /** The inverse of this one change; absent where there is nothing to undo. Null: cannot be undone, `why` says so. */
  readonly undo?: Undo | null;
  /** Exit codes that are as good as 0: `net stop` ends with 2 where the service was stopped already. */
  readonly accepts?: readonly number[];
}

export interface Undo {
  readonly title: string;
  readonly command: Command;
  /** Exit codes that are as good as 0. */
  readonly accepts?: readonly number[];
  /** What must be so afterwards. */
  readonly checks?: readonly Check[];
  /**
   * The file that the step changes, as the server writes its path. Its hash right after the step is kept; where the file
   * has changed since, undo stops and shows the difference.
   */
  readonly file?: string;
}

/** What a plan breaks on its way: a session that rests on it ends in the middle. */
export type Carrier = 'winrm' | 'ssh' | 'http';

/** A repair, bound to a server and to values: data that is shown, written down, or run step by step. */
export interface Plan {
  /** The id of the remedy. */
  readonly remedy: string;
  /** `Safe restart of IIS on WEB-02`. */
  readonly title: string;
  /** The server that it is for. */
  readonly server: string;
  /** What was found, and why this helps; plain sentences. */
  readonly verdict: string;
  /** What speaks for it: lines of logs, settings, states. May hold text of the server. */
  readonly evidence: readonly string[];
  readonly prechecks: readonly Check[];
  readonly steps: readonly Step[];
  /** Asked at the end. */
  readonly verification: readonly Check[];
  /** What is left for a person to do or to know; plain sentences. */
  readonly leftovers: readonly string[];
  /** What goes on from here. */
  readonly leads?: readonly Lead[];
  /** Half done is worse than not done: where a step fails, what was done is undone at once. */
  readonly undoesItself?: boolean;
  readonly cuts: readonly Carrier[];
  /** Scripts that its steps start, to be saved beside it. */
  readonly files?: readonly PlanFile[];
  /** False: a runbook for a person, which IIS Doctor does not run. */
  readonly runs: boolean;
}

export interface PlanFile {
  /** Its name, without a folder. */
  readonly name: string;
  /** What it does, one line. */
  readonly says: string;
  readonly text: string;
}

/** Another remedy that fits better or goes on from here. */
export interface Lead {
  /** Its id. */
  readonly remedy: string;
  readonly values: Readonly<Record<string, string>>;
  /** What it is for here, a sentence. */
  readonly says: string;
}

/** Why a remedy makes no plan for this server. */
export interface Refusal {
  /** Why it does not apply or cannot be done, and what to do instead; plain sentences. */
  readonly because: string;
  readonly instead?: readonly Lead[];
}
