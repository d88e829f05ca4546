/** What stands around sections, by the element and, for an attribute, `element@attribute`. */
const STRUCTURE: Readonly<Record<string, string>> = {
  configuration: 'The root of a configuration file: sections, groups of sections and location tags stand in it.',
  location:
    'Settings for one path below this file. In `applicationHost.config` the path begins with the name of a site; no slash at its beginning, no wildcards.',
  'location@path':
    'The path that the settings are for, relative to this file. Empty or `.`: the level of the file itself.',
  'location@overrideMode':
    'Whether files further down may set these sections: `Deny` locks them, `Allow` unlocks them.',
  'location@allowOverride':
    'The older form of `overrideMode`: `false` locks the sections in this tag for files further down.',
  'location@inheritInChildApplications':
    'With `false` the settings stay out of applications below this one. `true` where it is absent.',
  configSections: 'Declares which sections this file and those below may have. It must be the first element.',
  'configSections/section': 'Declares a section: its name, who may set it, and whether it is locked at first.',
  'configSections/sectionGroup': 'A group of declared sections, as an element around them in the file.',
  'section@name': 'The element with which the section is written.',
  'section@type':
    'The .NET class that reads the section. Sections of IIS name none that counts: the schema files describe them.',
  'section@allowDefinition': 'In which files the section may stand. Everywhere, where it is absent.',
  'section@overrideModeDefault':
    'Whether files further down may set the section as long as no location tag says otherwise.',
  'section@allowLocation': 'Whether the section may stand in a location tag.',
  'section@allowExeDefinition': 'For programs, not for web sites: in which of their files the section may stand.',
  'section@requirePermission': 'Whether .NET code needs a permission to read the section.',
  'section@restartOnExternalChanges':
    'Whether a change of the file that `configSource` names restarts the application.',
  'sectionGroup@name': 'The element around the sections of the group.',
  'sectionGroup@type': 'The .NET class that stands for the group in code.',
};

/** Attributes that may stand on elements although no schema lists them. */
const COMMON: Readonly<Record<string, string>> = {
  lockAttributes: 'Attributes of this element that files further down may not set; commas between them, `*` for all.',
  lockAllAttributesExcept: 'Files further down may set only these attributes of this element; commas between them.',
  lockElements: 'Elements in this one that files further down may not use; commas between them, `*` for all.',
  lockAllElementsExcept: 'Files further down may use only these elements in this one; commas between them.',
  lockItem: 'With `true`, files further down may neither change nor remove this entry.',
  configSource:
    'The section stands in another file: a path relative to this one. Nothing else may stand on or in the section.',
  childSource: 'The section goes on in another file, whose path is relative to this one.',
  configProtectionProvider:
    'The section is encrypted as a whole. A tool such as `aspnet_regiis.exe` reads and writes it.',
  configBuilders: 'Names the builders with which .NET fills the section from elsewhere, such as environment variables.',
};

/** What an attribute is for that may stand on any element; undefined for others. */
export const commonAttributeText = (name: string): string | undefined => COMMON[name];

/** What something around sections is for. Groups of declared sections nest: only the innermost names count. */
export function structureText(key: string): string | undefined {
  const [way = '', attribute] = key.split('@', 2);
  const names = way.split('/');
  const last = names.at(-1) ?? '';
  if (!Object.hasOwn(STRUCTURE, names[0] ?? '')) return undefined;
  if (attribute !== undefined) return STRUCTURE[`${last}@${attribute}`];
  return STRUCTURE[names.length > 1 ? `${names[0]}/${last}` : last];
}
