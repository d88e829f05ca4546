import type { Source } from '../knowledge/fact';
import type { TextEdit } from '../config/edits';
import type { Range } from '../text/range';

/**
 * - `error`: the reader of the file refuses it, or the application cannot work
 * - `warning`: it fails at run time, or endangers
 * - `information`: advice
 */
export type Severity = 'error' | 'warning' | 'information';
export const severities = ['error', 'warning', 'information'] as const satisfies readonly Severity[];

/** Each profile holds the rules of those before it. `correctness` reports faults only. */
export type Profile = 'correctness' | 'recommended' | 'hardening';
export const profiles = ['correctness', 'recommended', 'hardening'] as const satisfies readonly Profile[];

/** The profile of who has chosen none: faults only. */
export const DEFAULT_PROFILE: Profile = 'correctness';

/** So many examples of each kind stand on a rule's page; the programs carry no more of them. */
export const SHOWN_EXAMPLES = 3;

/** A text on which a rule is tried, by the tests and on its page. */
export interface Example {
  /** A configuration file; what does not begin with `<` and a root element of its own is put into `<configuration>`. */
  readonly text: string;
  /** The file's name; `web.config` by default. */
  readonly file?: string;
  /** The `applicationHost.config` above a `web.config`; without one the configuration as shipped is assumed. */
  readonly server?: string;
  /** The `machine.config` and the root `web.config` of .NET above it. */
  readonly machine?: string;
  readonly rootWeb?: string;
  /** The configuration path at which a `web.config` stands below that server: `Default Web Site/shop`. */
  readonly path?: string;
  /** Files that `configSource` names and that do not exist. */
  readonly missing?: readonly string[];
  /** The schema files of the server. */
  readonly schemas?: readonly string[];
  /** What the finding must underline, in a bad example with more than one candidate. */
  readonly at?: string;
}

/** What every rule says of itself, whatever it reads. */
export interface RuleInfo {
  /** Kebab-case; the name of its file, of the diagnostic and of its suppression. */
  readonly id: string;
  readonly severity: Severity;
  readonly profile: Profile;
  /** What is wrong, in a few words, without a full stop: the heading of its page. */
  readonly title: string;
  /** What happens on the server and why it matters, in a few sentences. `code` in back-ticks is the only markup. */
  readonly why: string;
  readonly sources: readonly Source[];
  readonly examples: {
    /** Each is reported by this rule. */
    readonly bad: readonly (string | Example)[];
    /** This rule is silent on each. */
    readonly good: readonly (string | Example)[];
  };
}

/** A change that settles a finding. */
export interface Fix {
  /** What it does, in the imperative, as an editor's menu shows it: `Remove the second binding`. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Whether it may be applied without being looked at: it cannot change what a working server does. */
  readonly isSafe: boolean;
}

/** What a rule reports. */
export interface Report {
  readonly at: Range;
  /**
   * Plain text: what is wrong, what happens, what was expected. Text of the document in it has gone through `quoted`.
   */
  readonly message: string;
  /** Instead of the rule's own severity. */
  readonly severity?: Severity;
  /** The first one is the best. */
  readonly fixes?: readonly Fix[];
  /** Other places that the message speaks of, such as the first of two entries with one key. */
  readonly related?: readonly RelatedPlace[];
}

export interface RelatedPlace extends Range {
  /** The document, as it is named; absent: the one that the finding is in. */
  readonly document?: string;
  readonly message: string;
}

/** A fault at a place: what a rule reported. UTF-16 offsets, 0-based, end exclusive. */
export interface Finding extends Range {
  /** The id of its rule. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fixes: readonly Fix[];
  readonly related: readonly RelatedPlace[];
}
