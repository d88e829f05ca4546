import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ConfigDocument } from '../engine/config/document';
import type { TextEdit } from '../engine/config/edits';
import type { Hierarchy } from '../engine/config/hierarchy';
import type { Findings } from '../engine/rules/limit';
import type { Finding } from '../engine/rules/rule';

/** A document after its check, whatever kind it is of. */
export interface Checked extends Findings {
  /** Null for a script. */
  readonly config: ConfigDocument | null;
  /** The files that it was put together with. The hierarchy itself is not kept: what holds in it is large. */
  readonly levels: Hierarchy['levels'];
  /** The comment that silences a finding, in the document's own language; null where none can stand. */
  readonly suppression: (finding: Finding) => TextEdit | null;
}

/** Checks documents of one kind; null for all others, and where checks are turned off. */
export type Check = (document: TextDocument) => Promise<Checked | null>;

interface Entry {
  readonly version: number;
  readonly round: number;
  readonly checked: Promise<Checked | null>;
}

/** Checks open documents, each version once, whether for diagnostics or for code actions. */
export class Checks {
  readonly #kinds: readonly Check[];
  readonly #entries = new Map<string, Entry>();
  #round = 0;

  /** @param kinds the first one that answers counts */
  constructor(...kinds: readonly Check[]) {
    this.#kinds = kinds;
  }

  /** Null where there is nothing to check in the document, or checks are turned off. */
  of(document: TextDocument): Promise<Checked | null> {
    const { uri, version } = document;
    const known = this.#entries.get(uri);
    if (known?.version === version && known.round === this.#round) return known.checked;
    const checked = this.#check(document);
    this.#entries.set(uri, { version, round: this.#round, checked });
    return checked;
  }

  /** The document has changed, so what was found in it is of no use any more, and takes memory. */
  outdated({ uri, version }: TextDocument): void {
    if (this.#entries.get(uri)?.version !== version) this.#entries.delete(uri);
  }

  /** What documents were checked with has changed: settings, or files around them. */
  changed(): void {
    this.#round++;
  }

  forget(uri: string): void {
    this.#entries.delete(uri);
  }

  async #check(document: TextDocument): Promise<Checked | null> {
    for (const check of this.#kinds) {
      const checked = await check(document);
      if (checked) return checked;
    }
    return null;
  }
}
