import type { Schema } from '../schema/schema';
import type { XmlElement } from '../xml/tree';
import type { ConfigDocument, SectionUse } from './document';
import type { EffectiveElement } from './effectiveElement';
import { mergeSection, problemsOf, type MergeProblem } from './merge';
import { joinPaths } from './paths';

/** A file of the hierarchy and the configuration path that it speaks for. */
export interface Level {
  readonly document: ConfigDocument;
  /** Empty for `applicationHost.config` and all above it, else site and virtual path: `Default Web Site/shop/admin`. */
  readonly path: string;
  /** It stands for a server that we do not know: the configuration as shipped with IIS 10. */
  readonly isShipped?: boolean;
  /**
   * The roots of files that `configSource` names, by the name as written; null for one that does not exist. What nobody
   * looked for is absent.
   */
  readonly external?: ReadonlyMap<string, XmlElement | null>;
}

/** What holds for a section at a path, and what was wrong in putting it together. */
export interface EffectiveSection {
  readonly element: EffectiveElement;
  readonly problems: readonly MergeProblem[];
}

/**
 * The configuration files from the server down to a folder. Paths are compared without case, segment by segment.
 */
export class Hierarchy {
  /** The outermost first; the last one is the file that is looked at. */
  readonly levels: readonly Level[];
  /** Whether `applicationHost.config` is among the levels. Without it the configuration as shipped is assumed. */
  readonly hasServer: boolean;
  /**
   * Whether every file above the last one is known: its folder was found in the server's sites, and each `web.config` on
   * the way was looked for. Else it is taken for the root of a site.
   */
  readonly isPlaced: boolean;
  /** The paths of all applications on the server, as `Default Web Site/shop`; where a child application begins. */
  readonly applications: readonly string[];

  readonly #schema: Schema;
  #problems: readonly MergeProblem[] | null = null;
  readonly #merged = new Map<string, EffectiveSection>();

  constructor(schema: Schema, levels: readonly Level[], isPlaced = false, applications: readonly string[] = []) {
    this.#schema = schema;
    this.levels = levels;
    this.hasServer = levels.some(({ document, isShipped }) => document.kind === 'applicationHost' && !isShipped);
    this.isPlaced = isPlaced;
    this.applications = applications;
  }

  /** What went wrong in putting together the sections of the last file that say something, each problem once. */
  problems(): readonly MergeProblem[] {
    return (this.#problems ??= this.#findProblems());
  }

  #findProblems(): readonly MergeProblem[] {
    const last = this.levels.at(-1);
    if (!last) return [];
    const found = new Map<string, MergeProblem>();
    for (const use of last.document.sections) {
      if (!use.schema || use.content !== 'here') continue;
      for (const problem of problemsOf(this, use.schema, use))
        if (problem.section === use) found.set(`${problem.kind} ${problem.element.start} ${placeOf(problem)}`, problem);
    }
    return [...found.values()];
  }

  /** The path that a section of the last file applies to. */
  pathOf({ location }: Pick<SectionUse, 'location'>): string {
    return joinPaths(this.levels.at(-1)?.path ?? '', location?.path ?? '');
  }

  /**
   * What holds for a section at a path, all files put together; null for a section without a schema.
   *
   * @param path configuration path; by default that of the last file
   */
  effective(section: string, path = this.levels.at(-1)?.path ?? ''): EffectiveSection | null {
    const schema = this.#schema.section(section);
    if (!schema) return null;
    const key = `${section}\n${path.toLowerCase()}`;
    const known = this.#merged.get(key);
    if (known) return known;
    const merged = mergeSection(this, schema, path);
    this.#merged.set(key, merged);
    return merged;
  }
}

const placeOf = (problem: MergeProblem): number => (problem.kind === 'lockedAttribute' ? problem.attribute.start : 0);
