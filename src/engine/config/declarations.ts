import type { AllowDefinition } from '../schema/data';
import { attribute, child, type XmlElement } from '../xml/tree';
import type { SectionDeclared } from './document';

export interface Declarations {
  readonly sections: ReadonlyMap<string, SectionDeclared>;
  /** Full paths of the section groups. */
  readonly groups: ReadonlySet<string>;
}

const DEFINITIONS: readonly AllowDefinition[] = [
  'MachineOnly',
  'MachineToWebRoot',
  'MachineToApplication',
  'AppHostOnly',
];

/** Reads `<configSections>` of a file, nested groups and all. */
export function readDeclarations(root: XmlElement): Declarations {
  const sections = new Map<string, SectionDeclared>();
  const groups = new Set<string>();
  const read = (group: XmlElement | undefined, prefix: string): void => {
    // A hostile file may nest its groups without end.
    if (prefix.length > 1_000) return;
    for (const element of group?.children ?? []) {
      const name = attribute(element, 'name');
      if (!name) continue;
      const path = prefix + name;
      if (element.name === 'sectionGroup') {
        groups.add(path);
        read(element, `${path}/`);
      } else if (element.name === 'section') sections.set(path, declared(element, path));
    }
  };
  read(child(root, 'configSections'), '');
  return { sections, groups };
}

function declared(element: XmlElement, path: string): SectionDeclared {
  const definition = attribute(element, 'allowDefinition');
  return {
    element,
    path,
    allowDefinition: DEFINITIONS.find((one) => one === definition) ?? null,
    overrideModeDefault: attribute(element, 'overrideModeDefault')?.toLowerCase() === 'deny' ? 'Deny' : 'Allow',
    allowLocation: attribute(element, 'allowLocation')?.toLowerCase() !== 'false',
  };
}
