import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElementSchema } from '../../../../src/engine/schema/model';
import { childNames, childSchema, isCommonAttribute } from '../../../../src/engine/schema/schema';
import { checkValue } from '../../../../src/engine/schema/values';
import { decode } from '../../../../src/engine/text/decode';
import { parseXml } from '../../../../src/engine/xml/parse';
import type { XmlElement } from '../../../../src/engine/xml/tree';
import { corpusFolder } from '../../../kit/knowledge';
import { schema } from '../../../kit/schema';

/** What the schema does not expect in a configuration. */
class Surprises {
  readonly names = new Set<string>();
  readonly values = new Set<string>();
  checked = 0;

  /** @param group path of the section group that `parent` is */
  inGroup(parent: XmlElement, group: string): void {
    for (const element of parent.children) {
      const path = group === '' ? element.name : `${group}/${element.name}`;
      const found = schema.find(path);
      if (element.name === 'location') this.inGroup(element, '');
      else if (found.kind === 'group') this.inGroup(element, path);
      else if (found.kind === 'section') this.inElement(element, found.section, path);
      else if (found.kind === 'unknown' && group !== '') this.names.add(path);
    }
  }

  inElement(element: XmlElement, shape: ElementSchema, path: string): void {
    for (const { name, value } of element.attributes) {
      const attribute = shape.attributes.get(name);
      this.checked++;
      if (attribute) {
        const problem = checkValue(value, attribute);
        if (problem) this.values.add(`${path}/@${name}="${value}": ${problem.kind}`);
      } else if (!shape.allowUnrecognizedAttributes && !isCommonAttribute(name)) this.names.add(`${path}/@${name}`);
    }
    for (const child of element.children) {
      const inner = childSchema(shape, child.name);
      if (inner) this.inElement(child, inner, `${path}/${child.name}`);
      else if (!childNames(shape).includes(child.name)) this.names.add(`${path}/${child.name}`);
    }
  }
}

describe('real configurations', () => {
  const folder = corpusFolder();

  for (const kind of ['apphost', 'webconfig'])
    it(`hold hardly anything that the schema does not expect: ${kind}`, function () {
      if (!folder) return this.skip();
      const surprises = new Surprises();
      const files = readdirSync(path.join(folder, kind));
      for (const file of files)
        for (const root of parseXml(decode(readFileSync(path.join(folder, kind, file))).text))
          if (root.name === 'configuration') surprises.inGroup(root, '');
      console.log(`      ${files.length} files, ${surprises.checked} attributes`);
      assert.ok(surprises.checked > 1000);
      assert.ok(surprises.names.size <= 4, [...surprises.names].join('\n'));
      assert.ok(surprises.values.size <= 4, [...surprises.values].join('\n'));
    });
});
