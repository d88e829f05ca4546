import type { ConfigDocument } from '../config/document';
import { escapeValue, insertBefore } from '../config/edits';
import type { Origin } from '../config/effectiveElement';
import type { Hierarchy } from '../config/hierarchy';
import type { MergeProblem } from '../config/merge';
import { originText } from '../config/origin';
import { attribute, type XmlElement } from '../xml/tree';
import { quoted } from './quoted';
import type { Fix, RelatedPlace, Report } from './rule';

type Of<K extends MergeProblem['kind']> = Extract<MergeProblem, { kind: K }>;

/**
 * What to report for an entry whose key a file above has already.
 *
 * @param consequence what the server does then, as the end of a sentence
 * @param source where the inherited entry comes from, where no file that people have says it
 */
export function inheritedDuplicate(problem: Of<'duplicate'>, consequence: string, source?: string): Report {
  const { element, key, first, document } = problem;
  const named = key.map((name) => `${name} ${quoted(attribute(element, name) ?? '')}`).join(', ');
  return {
    at: element.startTag,
    message: `${named} is inherited already (${source ?? originText(first)}): ${consequence}.`,
    fixes: removeFirst(problem),
    related: source === undefined ? [placeIn(first, document, 'The inherited entry.')] : [],
  };
}

/** Whether something stands in the configuration as shipped, which stands for a server that nobody knows. */
export const isOfShipped = ({ levels }: Hierarchy, { document }: Pick<Origin, 'document'>): boolean =>
  levels.some((level) => level.isShipped && level.document === document);

/** A place of the hierarchy beside a finding in a document, which may be another one. */
export const placeIn = ({ document, element }: Origin, finding: ConfigDocument, message: string): RelatedPlace => ({
  ...element.startTag,
  ...(document !== finding && { document: document.name }),
  message,
});

/** A `<remove>` before the entry makes it replace the inherited one, on any server. */
function removeFirst({ element, key, document, removeElement }: Of<'duplicate'>): Fix[] {
  if (removeElement === null) return [];
  const attributes = key.map((name) => ` ${name}="${escapeValue(attribute(element, name) ?? '')}"`).join('');
  return [
    {
      title: `Insert <${removeElement}> before it`,
      edits: [insertBefore(document.text, element, `<${removeElement}${attributes} />`)],
      isSafe: true,
    },
  ];
}

/** What to report for something that a file above forbids; null for other problems. */
export function lockedSetting(problem: MergeProblem, consequence: string, source?: string): Report | null {
  if (problem.kind !== 'lockedAttribute' && problem.kind !== 'lockedElement') return null;
  const { by, element, document } = problem;
  const what =
    problem.kind === 'lockedAttribute'
      ? `The attribute ${problem.attribute.name}`
      : element.name === 'clear'
        ? '<clear> would take out an entry that'
        : `<${element.name}>${nameOf(element)}`;
  const isEntry = problem.kind === 'lockedElement' && element.name === 'clear';
  return {
    at: problem.kind === 'lockedAttribute' ? problem.attribute : element.startTag,
    message: `${what} is locked above (${source ?? originText(by)}): ${consequence}.${isEntry ? ' Remove the other entries one by one.' : ''}`,
    related: source === undefined ? [placeIn(by, document, 'The lock.')] : [],
  };
}

function nameOf(element: XmlElement): string {
  const [first] = element.attributes;
  return first ? ` ${quoted(first.value)}` : '';
}
