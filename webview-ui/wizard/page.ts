import type { CommandPart, WizardState } from '../../src/protocol/wizard';
import type { Wish } from './editor';

/** What a part of the page is made from. */
export interface Page {
  readonly state: WizardState;
  /** What somebody has typed and the editor has not taken over yet, by the names of fields. */
  readonly drafts: ReadonlyMap<string, string>;
  /** The command that was copied just now. */
  readonly copied: string | null;
  /** What the last request came to, where it could not be done. */
  readonly problem: string;
  readonly ask: (wish: Wish) => void;
  readonly copy: (part: CommandPart) => void;
  readonly type: (name: string, value: string) => void;
}

export const keyOf = ({ of, index }: CommandPart): string => `${of} ${index}`;
