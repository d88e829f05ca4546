import type { ElementUse } from '../config/walk';
import { markdownSentence } from '../render/escape';
import { commonAttributeText, structureText } from '../schema/structureTexts';
import { textOf } from '../schema/texts';
import { schemaTexts } from '../schema/texts/index.generated';
import type { About } from './completion';

/** The names of the elements from a section down to one of its elements. */
export function wayOf(use: ElementUse): string[] {
  const way: string[] = [];
  for (let one = use; one.parent; one = one.parent)
    // A `remove` is described by the entry that it takes out.
    way.unshift(one.role === 'remove' ? one.schema.name : one.element.name);
  return way;
}

/** What we say about a thing of the schema, as Markdown; undefined where we say nothing. */
export function elementMarkdown(about: About): string | undefined {
  const key = keyOf(about);
  const common = about.kind === 'attribute' ? commonAttributeText(about.attribute) : undefined;
  const text = textOf(schemaTexts, key) ?? structureText(key) ?? common;
  return text === undefined ? undefined : markdownSentence(text);
}

function keyOf(about: About): string {
  switch (about.kind) {
    case 'section':
    case 'group':
      return about.path;
    case 'element':
      return [about.section, ...about.way].join('/');
    case 'attribute':
      return `${[about.section, ...about.way].join('/')}@${about.attribute}`;
  }
}
