import type { ConfigDocument } from '../config/document';
import { elementPlace } from '../config/elementPlace';
import type { Schema } from '../schema/schema';
import type { Range } from '../text/range';
import { elementAt } from '../xml/place';
import type { XmlElement } from '../xml/tree';
import { attributeItems } from './attributes';
import { elementItems } from './elements';
import { valueItems } from './values';

/** Something that can be put in at a place. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: 'element' | 'directive' | 'group' | 'attribute' | 'value' | 'reference' | 'snippet';
  /** A few words beside the label: the type of an attribute, what defines a name. */
  readonly detail?: string;
  /** What stands in for the range. With `isSnippet`, `$1` and `${1:x}` are places for the cursor. */
  readonly text: string;
  readonly isSnippet?: boolean;
  /** What is replaced: the part of the word that is there already. */
  readonly range: Range;
  /** Lower comes first. */
  readonly rank: number;
  /** How to find the text about it, see `describe`. */
  readonly about?: About;
}

/** A thing of the schema that a text may be about. */
export type About =
  | { readonly kind: 'section' | 'group'; readonly path: string }
  | { readonly kind: 'element'; readonly section: string; readonly way: readonly string[] }
  | {
      readonly kind: 'attribute';
      readonly section: string;
      readonly way: readonly string[];
      readonly attribute: string;
    };

/** What the files around tell: names that other documents define. */
export interface KnownNames {
  /** Names of a kind as in `nameKinds`, with where each is defined in a word or two. */
  readonly of: (kind: string) => readonly { readonly name: string; readonly from: string }[];
}

/**
 * What can stand at a place in a configuration file: sections, elements, attributes not yet there, values.
 *
 * @param offset UTF-16 units; the place of the cursor
 * @returns in no particular order; empty where nothing of ours can stand
 */
export function complete(
  document: ConfigDocument,
  offset: number,
  schema: Schema,
  names: KnownNames,
): readonly CompletionItem[] {
  const place = elementAt(document.xml, offset);
  const { element, attribute, part } = place;
  const context = { document, offset, schema, names };
  switch (part) {
    case 'text':
    case 'endTag':
      return elementItems(context, element, { start: offset, end: offset }, part);
    case 'tagName':
      return tagNameItems(context, element);
    case 'tag':
    case 'attributeName': {
      const at = element && elementPlace(document, schema, element);
      if (!element || !at) return [];
      const range = attribute
        ? { start: attribute.nameRange.start, end: attribute.nameRange.end }
        : { start: offset, end: offset };
      return attributeItems(context, element, at, attribute, range);
    }
    case 'attributeValue': {
      const at = element && elementPlace(document, schema, element);
      return element && at && attribute ? valueItems(context, element, at, attribute) : [];
    }
    case 'comment':
    case 'cdata':
    case 'declaration':
    case 'instruction':
    case 'doctype':
      return [];
  }
}

/** What all makers of items need. */
export interface CompletionContext {
  readonly document: ConfigDocument;
  readonly offset: number;
  readonly schema: Schema;
  readonly names: KnownNames;
}

/** In a tag's name: the element itself is being typed, so that what can stand there is for its parent to say. */
function tagNameItems(context: CompletionContext, element: XmlElement | null): readonly CompletionItem[] {
  const { document, offset } = context;
  const { text } = document;
  const less = text.lastIndexOf('<', offset - 1);
  const range = { start: less, end: offset };
  const isTyped = element !== null && element.start === less;
  return elementItems(context, isTyped ? element.parent : element, range, 'text', isTyped ? element : null);
}
