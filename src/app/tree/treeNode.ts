import type { Severity } from '../../engine/rules/rule';

/** Colours by what they mean; the face picks the theme's own. */
export type Tone = 'good' | 'warning' | 'error' | 'quiet';

/** A node as every face shows it. Texts are plain; names in them come from servers and are shown as text only. */
export interface TreeNode {
  /** The same node has the same id after every refresh: the way down to it. */
  readonly id: string;
  /** What actions know it by; `server`, `site`, `pool`, `service`, `file` … */
  readonly kind: NodeKind;
  readonly label: string;
  readonly description?: string;
  /** Name of a codicon. */
  readonly icon?: string;
  readonly tone?: Tone;
  /** Words that tell actions what can be done: `started`, `canRun`. */
  readonly flags?: readonly string[];
  /** Markdown, put together when somebody points at it. */
  readonly tooltip?: () => string;
  /** Its name and state for a screen reader. */
  readonly spoken?: string;
  readonly isExpanded?: boolean;
  /** Absent: nothing is below it. Answers at once, with what is known. */
  readonly children?: () => readonly TreeNode[];
  readonly target?: Target;
}

export type NodeKind =
  | 'group'
  | 'server'
  | 'folder'
  | 'finding'
  | 'eventGroup'
  | 'event'
  | 'service'
  | 'pool'
  | 'site'
  | 'application'
  | 'virtualDirectory'
  | 'workerProcess'
  | 'request'
  | 'certificate'
  | 'file'
  | 'logFile'
  | 'phase'
  | 'problem'
  | 'note';

/** What an action or a click on the node is about. */
export interface Target {
  readonly server: string;
  /** Of a pool, site or service. */
  readonly name?: string;
  /** A file there, and a 1-based place in it. */
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
  /** Which event group, or which event of it. */
  readonly group?: string;
  readonly event?: number;
  readonly finding?: number;
}

export const toneOf = (severity: Severity): Tone =>
  severity === 'error' ? 'error' : severity === 'warning' ? 'warning' : 'quiet';
