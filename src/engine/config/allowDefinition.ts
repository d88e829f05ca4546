import type { AllowDefinition } from '../schema/data';
import type { SectionUse } from './document';
import type { Hierarchy } from './hierarchy';

/**
 * In which files a section may stand: as the files of the hierarchy declare it, else as it is declared by whoever brings it.
 *
 * @returns null: everywhere, or nobody knows
 */
export function allowedIn({ levels }: Hierarchy, { path, schema }: SectionUse): AllowDefinition | null {
  for (const { document } of levels) {
    const declared = document.declarations.get(path);
    if (declared) return declared.allowDefinition;
  }
  return schema?.declaration?.allowDefinition ?? null;
}
