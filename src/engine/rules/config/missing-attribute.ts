import { readByDotNet } from '../../schema/products';
import type { ElementSchema } from '../../schema/model';
import type { XmlElement } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { oneOf } from '../quoted';

export default defineConfigRule({
  id: 'missing-attribute',
  severity: 'error',
  profile: 'correctness',
  title: 'An attribute that must not be missing',
  why: 'The schema of the section marks the attribute as required, mostly because it is the name by which an entry is known. IIS refuses the file with 500.19 and 0x8007000D, "Missing required attribute".',
  sources: [
    {
      document: 'IIS schema files (inetsrv\\config\\schema)',
      says: 'required="true" on attributes',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      '<system.webServer><handlers><add path="*.x" verb="*" modules="StaticFileModule" /></handlers></system.webServer>',
      {
        file: 'applicationHost.config',
        text: '<system.applicationHost><applicationPools><add managedRuntimeVersion="" /></applicationPools></system.applicationHost>',
        at: 'add',
      },
    ],
    good: [
      '<system.webServer><handlers><add name="X" path="*.x" verb="*" modules="StaticFileModule" /></handlers></system.webServer>',
      '<appSettings><add key="a" /></appSettings>',
    ],
  },
  check({ report }) {
    return {
      element({ element, schema, role, section }) {
        const required = requiredBy(schema);
        if (!required.length || role === 'remove' || role === 'clear') return;
        // .NET has defaults of its own for what the schema of IIS calls required.
        if (section.schema && readByDotNet(section.schema.product)) return;
        if (hasAll(element, required)) return;
        const missing = required.filter((name) => !hasAll(element, [name]));
        report({
          at: element.nameRange,
          message: `<${element.name}> needs ${oneOf(missing).replace(' or ', ' and ')}: IIS answers 500.19 with 0x8007000D.`,
        });
      },
    };
  },
});

/** In plain loops: this runs for every element of a large file. */
function hasAll({ attributes }: XmlElement, names: readonly string[]): boolean {
  for (const name of names) {
    let isThere = false;
    for (const one of attributes) isThere ||= one.name === name;
    if (!isThere) return false;
  }
  return true;
}

const known = new WeakMap<ElementSchema, readonly string[]>();

/** The names of the attributes that an element must have; found once for each schema, because every element asks. */
function requiredBy(schema: ElementSchema): readonly string[] {
  let names = known.get(schema);
  if (!names) {
    names = [...schema.attributes.values()].filter(({ required }) => required).map(({ name }) => name);
    known.set(schema, names);
  }
  return names;
}
