import type { SchemaData, SectionData } from '../../../engine/schema/data';
import type { Product } from '../../../engine/schema/products';

interface Group {
  readonly groups: Map<string, Group>;
  readonly sections: Map<string, SectionData>;
}

/** Products whose sections `applicationHost.config` declares; those of .NET stand in `machine.config`. */
const isDeclared = (path: string, { product, declaration }: SectionData, products: ReadonlySet<Product>): boolean =>
  declaration !== undefined &&
  path !== 'configurationRedirection' &&
  product !== undefined &&
  products.has(product) &&
  !['administration', 'aspnet', 'framework'].includes(product);

/** `<configSections>` for the sections that some products bring, as their installers write it. */
export function declarations(data: SchemaData, products: ReadonlySet<Product>): string {
  const root: Group = { groups: new Map(), sections: new Map() };
  for (const [path, section] of Object.entries(data.sections)) {
    if (!isDeclared(path, section, products)) continue;
    const names = path.split('/');
    const name = names.pop() ?? '';
    let group = root;
    for (const one of names) {
      const inner = group.groups.get(one) ?? { groups: new Map(), sections: new Map() };
      group.groups.set(one, inner);
      group = inner;
    }
    group.sections.set(name, section);
  }
  return `    <configSections>\r\n${printGroup(root, 2)}    </configSections>\r\n`;
}

function printGroup({ groups, sections }: Group, depth: number): string {
  const indent = '    '.repeat(depth);
  const own = [...sections].map(([name, { declaration }]) => {
    const definition = declaration?.allowDefinition;
    const mode = declaration?.overrideModeDefault ?? 'Allow';
    return `${indent}<section name="${name}"${definition ? ` allowDefinition="${definition}"` : ''} overrideModeDefault="${mode}" />\r\n`;
  });
  const inner = [...groups].map(
    ([name, group]) =>
      `${indent}<sectionGroup name="${name}">\r\n${printGroup(group, depth + 1)}${indent}</sectionGroup>\r\n`,
  );
  return [...own, ...inner].join('');
}
