import { insertBefore, removeElement, escapeValue } from '../../config/edits';
import type { SectionUse } from '../../config/document';
import { mayReplace, saysTheSame } from '../../config/repeatedEntries';
import { keysOf, keyValue } from '../../config/keys';
import type { AttributeSchema, CollectionSchema, EntrySchema } from '../../schema/model';
import { attribute, type XmlElement } from '../../xml/tree';
import { defineConfigRule, type ConfigContext } from '../configRule';
import { quoted } from '../quoted';
import { isOfDotNet } from '../refusal';

export default defineConfigRule({
  id: 'duplicate-entry',
  severity: 'error',
  profile: 'correctness',
  title: 'Two entries of a collection have the same key',
  why: 'Each entry of a collection is known by its key. When a file adds an entry whose key is taken, IIS stops with 500.19 and 0x800700B7, "Cannot add duplicate collection entry". In `applicationHost.config` that takes down every site.',
  sources: [
    {
      document: 'HTTP Error 500.19 when you open a webpage',
      says: '0x800700B7 for a duplicate collection entry',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      '<connectionStrings><add name="a" connectionString="x" /><add name="A" connectionString="y" /></connectionStrings>',
      '<system.webServer><defaultDocument><files><clear /><add value="a.htm" /><add value="A.HTM" /></files></defaultDocument></system.webServer>',
      {
        file: 'applicationHost.config',
        text: '<system.webServer><staticContent><mimeMap fileExtension=".x" mimeType="a/b" /><mimeMap fileExtension=".x" mimeType="a/c" /></staticContent></system.webServer>',
      },
    ],
    good: [
      // .NET takes an entry that says the same, and in these collections the last one of a key.
      '<connectionStrings><add name="a" connectionString="x" /><add name="a" connectionString="x" /></connectionStrings>',
      '<system.web><customErrors><error statusCode="404" redirect="a" /><error statusCode="404" redirect="b" /></customErrors></system.web>',
      '<appSettings><add key="a" value="1" /><add key="a" value="2" /></appSettings>',
      '<system.webServer><defaultDocument><files><clear /><add value="a.htm" /><remove value="a.htm" /><add value="a.htm" /></files></defaultDocument></system.webServer>',
      '<system.webServer><httpErrors><remove statusCode="404" /><error statusCode="404" subStatusCode="1" path="1.htm" /><error statusCode="404" subStatusCode="2" path="2.htm" /></httpErrors></system.webServer>',
      '<location path="a"><system.webServer><httpProtocol><customHeaders><add name="X" value="1" /></customHeaders></httpProtocol></system.webServer></location><location path="b"><system.webServer><httpProtocol><customHeaders><add name="X" value="1" /></customHeaders></httpProtocol></system.webServer></location>',
    ],
  },
  check(context) {
    return {
      element({ element, schema: { collection }, section }) {
        // Declarations of sections have a rule of their own.
        if (section.path === 'configSections') return;
        if (collection && !collection.allowDuplicates && haveKeysInCommon(element, collection))
          checkCollection(element, collection, section, context);
      },
    };
  },
});

/** Up to so many entries are compared each with each, which makes nothing for the garbage collector. */
const FEW = 6;

/** A quick look at the keys of all entries: nearly every collection ends here. */
function haveKeysInCommon({ children }: XmlElement, { entries }: CollectionSchema): boolean {
  if (children.length < 2) return false;
  if (children.length > FEW) return haveManyKeysInCommon(children, entries);
  // Plain loops here and below: this runs for every collection of a large file.
  for (let i = 1; i < children.length; i++)
    for (let j = 0; j < i; j++) {
      const one = children[j];
      const other = children[i];
      if (one?.name !== other?.name || !one || !other) continue;
      if (haveKeyInCommon(one, other, entries.get(one.name))) return true;
    }
  return false;
}

function haveKeyInCommon(one: XmlElement, other: XmlElement, entry: EntrySchema | undefined): boolean {
  for (const key of entry?.keys ?? NO_KEYS) if (areSame(key, one, other)) return true;
  return false;
}

const NO_KEYS: EntrySchema['keys'] = [];

function areSame(key: readonly AttributeSchema[], one: XmlElement, other: XmlElement): boolean {
  for (const part of key)
    if (keyValue(part, attribute(one, part.name)) !== keyValue(part, attribute(other, part.name))) return false;
  return true;
}

function haveManyKeysInCommon(children: readonly XmlElement[], entries: CollectionSchema['entries']): boolean {
  // One set for each key of each name: most keys have one attribute, whose value needs nothing put before it.
  const taken = new Map<readonly AttributeSchema[], Set<string>>();
  for (const { name } of children)
    for (const key of entries.get(name)?.keys ?? NO_KEYS) if (!taken.has(key)) taken.set(key, new Set());
  for (const element of children)
    for (const key of entries.get(element.name)?.keys ?? NO_KEYS) {
      let id = '';
      for (const one of key) {
        const value = keyValue(one, attribute(element, one.name)) ?? '';
        id = one === key[0] ? value : `${id}\n${value}`;
      }
      const seen = taken.get(key);
      if (seen?.has(id)) return true;
      seen?.add(id);
    }
  return false;
}

function checkCollection(
  parent: XmlElement,
  collection: CollectionSchema,
  section: SectionUse,
  { document, report }: ConfigContext,
): void {
  const [first] = collection.entries.values();
  // By the name of the element, which tells entries apart too (`allow`, `deny`), and by key.
  const taken = new Map<string, XmlElement>();
  for (const element of parent.children) {
    if (element.name === collection.clearElement) taken.clear();
    const isRemove = element.name === collection.removeElement;
    const schema = collection.entries.get(element.name) ?? (isRemove ? first : undefined);
    if (!schema) continue;
    for (const { id, attributes } of keysIn(element, schema)) {
      // A site's name "2" is not the number of another one.
      const key = `${attributes[0]?.name ?? ''} ${id}`;
      if (isRemove) {
        for (const name of collection.entries.keys()) taken.delete(`${name} ${key}`);
        continue;
      }
      const known = taken.get(`${element.name} ${key}`);
      if (!known) {
        taken.set(`${element.name} ${key}`, element);
        continue;
      }
      if (section.schema && mayReplace(section.schema, collection, known, element)) continue;
      const [value] = attributes;
      const same = saysTheSame(known, element);
      report({
        at: element,
        message: `${attributes.map(({ name }) => `${name} ${quoted(attribute(element, name) ?? '')}`).join(', ')} stands twice in this collection: ${isOfDotNet(section) ? '.NET stops with "The entry has already been added" (500)' : 'IIS answers 500.19 with 0x800700B7'}.`,
        related: [{ ...known.startTag, message: 'The first entry with this key.' }],
        fixes: [
          {
            title: same ? 'Remove this repetition' : 'Remove this entry',
            edits: [removeElement(document.text, element)],
            isSafe: same,
          },
          ...(collection.removeElement && attributes.length === 1 && value
            ? [
                {
                  title: `Insert <${collection.removeElement}> before it`,
                  edits: [
                    insertBefore(
                      document.text,
                      element,
                      `<${collection.removeElement} ${value.name}="${escapeValue(attribute(element, value.name) ?? '')}" />`,
                    ),
                  ],
                  isSafe: false,
                },
              ]
            : []),
        ],
      });
      break;
    }
  }
}

const keysIn = (element: XmlElement, schema: EntrySchema) => keysOf(schema, (name) => attribute(element, name));
