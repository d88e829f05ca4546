import { readByDotNet } from '../schema/products';
import type { SectionSchema } from '../schema/model';
import type { Level } from './hierarchy';

/** Whether .NET alone reads a section. `configProtectedData` is read by IIS as well: it encrypts passwords by it. */
export const isForDotNet = ({ product, path }: SectionSchema): boolean =>
  readByDotNet(product) && path !== 'configProtectedData';

/**
 * Whether anybody reads a section in a file of the hierarchy.
 *
 * - The configuration system of .NET goes from the root `web.config` to that of the site; it does not know
 *   `applicationHost.config`.
 * - IIS reads the files of the .NET Framework too, but a section means something only where it is declared in the same
 *   file or above, and its own sections are declared in `applicationHost.config`. `machine.config` as shipped declares
 *   `system.webServer` as a section to be ignored.
 */
export function isSectionRead(levels: readonly Level[], rank: number, section: SectionSchema): boolean {
  const kind = levels[rank]?.document.kind;
  if (kind === 'applicationHost') return !isForDotNet(section);
  if (kind !== 'machine' && kind !== 'rootWeb') return true;
  return (
    isForDotNet(section) || levels.slice(0, rank + 1).some(({ document }) => document.declarations.has(section.path))
  );
}
