import { plainText } from '../render/escape';
import type { Origin } from './effectiveElement';
import { linesOf } from './lines';

/** Where something is written, for a message: `applicationHost.config, line 12`. */
export function originText({ document, element }: Pick<Origin, 'document' | 'element'>): string {
  const path = document.name.replaceAll('\\', '/');
  return `${plainText(path.slice(path.lastIndexOf('/') + 1), 60)}, line ${linesOf(document).position(element.start).line}`;
}
