import { buildSection } from './build';
import type { ElementData } from './data';
import type { EntrySchema, SectionSchema } from './model';

/** Groups of sections nest a few levels; a hostile file may nest them without end. */
const DEEPEST = 12;

const BOOL = { type: 'bool' } as const;
const names = (...all: string[]) => ({
  type: 'enum' as const,
  names: Object.fromEntries(all.map((name, i) => [name, i])),
});

/** As .NET has it, with what IIS added. */
const SECTION: ElementData = {
  attributes: {
    name: { required: true, key: 'unique', caseSensitive: true },
    type: {},
    allowDefinition: names(
      'Everywhere',
      'MachineOnly',
      'MachineToWebRoot',
      'MachineToRootWeb',
      'MachineToApplication',
      'AppHostOnly',
    ),
    allowExeDefinition: names('MachineOnly', 'MachineToApplication', 'MachineToRoamingUser', 'MachineToLocalUser'),
    allowLocation: BOOL,
    overrideModeDefault: names('Allow', 'Deny'),
    requirePermission: BOOL,
    restartOnExternalChanges: BOOL,
  },
};

const LOCATION: ElementData = {
  attributes: {
    path: {},
    overrideMode: names('Inherit', 'Allow', 'Deny'),
    allowOverride: BOOL,
    inheritInChildApplications: BOOL,
  },
};

/** What stands around the sections of a file. No schema file describes it, but IIS and .NET read nothing else there. */
export const structure: Readonly<Record<'configuration' | 'location' | 'configSections', SectionSchema>> = {
  configuration: buildSection('configuration', {}),
  location: buildSection('location', LOCATION),
  configSections: withDeclarations(buildSection('configSections', {}), 0),
};

function withDeclarations<E extends SectionSchema | EntrySchema>(element: E, depth: number): E {
  if (depth >= DEEPEST) return element;
  const section = buildSection('section', SECTION);
  // A group may be declared again, to add to it.
  const group = buildSection('sectionGroup', { attributes: { name: { required: true }, type: {} } });
  const name = section.attributes.get('name');
  const entries = new Map<string, EntrySchema>([
    ['section', { ...section, keys: name ? [[name]] : [] }],
    ['sectionGroup', withDeclarations<EntrySchema>({ ...group, keys: [] }, depth + 1)],
  ]);
  const collection = {
    entries,
    removeElement: 'remove',
    clearElement: 'clear',
    defaultElement: null,
    mergeAppend: true,
    allowDuplicates: false,
  };
  return { ...element, collection };
}
