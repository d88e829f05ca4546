import type { AttributeSchema, ElementSchema, SectionSchema } from '../schema/model';
import type { Schema } from '../schema/schema';
import { appcmdOption, optionValue, useOf } from '../scripts/appcmd';
import type { Command, Word } from '../scripts/command';
import { parameterValue } from '../scripts/parameters';

/** An attribute of the configuration that a word of a command names. */
export interface ConfigTarget {
  readonly attribute: AttributeSchema;
  /** The element that it stands on, by the names from its section on: `system.applicationHost/applicationPools/add`. */
  readonly owner: string;
}

/** Where the attributes of the objects of appcmd and of the drive `IIS:` stand. */
const OBJECTS: ReadonlyMap<string, readonly [section: string, ...way: string[]]> = new Map([
  ['apppool', ['system.applicationHost/applicationPools', 'add']],
  ['site', ['system.applicationHost/sites', 'site']],
  ['app', ['system.applicationHost/sites', 'site', 'application']],
  ['vdir', ['system.applicationHost/sites', 'site', 'application', 'virtualDirectory']],
]);

/** The attribute that a word of a command names, by the schema of IIS; null where it names none for certain. */
export function configTarget(command: Command, word: Word, schema: Schema): ConfigTarget | null {
  if (!word.isLiteral) return null;
  if (command.name === 'appcmd') return appcmdTarget(command, word.value, schema);
  if (/^(?:get|set|clear)-itemproperty$/.test(command.name)) return driveTarget(command, word, schema);
  if (/^(?:get|set|add|remove)-webconfigurationproperty$/.test(command.name))
    return filterTarget(command, word, schema);
  return null;
}

function appcmdTarget(command: Command, value: string, schema: Schema): ConfigTarget | null {
  const [use] = useOf(command);
  if (!use || !/^[-/]/.test(value)) return null;
  const path = pieces(value.slice(1));
  if (use.object === 'config') {
    const named = appcmdOption(use, 'section');
    const section = named && sectionNamed(optionValue(named), schema);
    return section ? resolve(section, [], path) : null;
  }
  const [first, ...way] = OBJECTS.get(use.object) ?? [];
  const section = first === undefined ? undefined : schema.section(first);
  if (!section) return null;
  // `/apppool.name:` names the object itself.
  return resolve(section, way, path[0]?.toLowerCase() === use.object ? path.slice(1) : path);
}

/** `Set-ItemProperty IIS:\AppPools\Shop -Name processModel.idleTimeout` */
function driveTarget(command: Command, word: Word, schema: Schema): ConfigTarget | null {
  if (parameterValue(command, 'Name') !== word) return null;
  const path = command.arguments.find(({ value }) => /^IIS:\\/i.test(value));
  const [, kind] = /^IIS:\\(AppPools|Sites)\\[^\\]+\\?$/i.exec(path?.value ?? '') ?? [];
  const [first, ...way] = OBJECTS.get(kind === undefined ? '' : /^app/i.test(kind) ? 'apppool' : 'site') ?? [];
  const section = first === undefined ? undefined : schema.section(first);
  return section ? resolve(section, way, pieces(word.value)) : null;
}

/** `Set-WebConfigurationProperty -Filter system.webServer/directoryBrowse -Name enabled` */
function filterTarget(command: Command, word: Word, schema: Schema): ConfigTarget | null {
  if (parameterValue(command, 'Name') !== word) return null;
  const filter = parameterValue(command, 'Filter');
  if (!filter?.isLiteral) return null;
  const steps = filter.value
    .replace(/\[[^[\]]{0,300}\]/g, '')
    .replace(/^\/+|\/+$/g, '')
    .split('/');
  for (let count = steps.length; count > 0; count--) {
    const section = sectionOf(steps.slice(0, count).join('/'), schema);
    if (section) return resolve(section, steps.slice(count), pieces(word.value));
  }
  return null;
}

/** The steps of `bindings.[protocol='http'].bindingInformation:*:80:`; what stands in brackets is an empty one. */
function pieces(written: string): readonly string[] {
  const path = /^(?:[^:=[\]]|\[[^\]]*\])*/.exec(written)?.[0] ?? '';
  return path
    .replace(/\[[^[\]]{0,300}\]/g, '[]')
    .split('.')
    .flatMap((step) => step.split(/(\[\])/).filter(Boolean));
}

function resolve(section: SectionSchema, way: readonly string[], path: readonly string[]): ConfigTarget | null {
  const name = path.at(-1);
  if (name === undefined || name === '[]') return null;
  let element: ElementSchema = section;
  const names: string[] = [];
  for (const step of [...way, ...path.slice(0, -1)]) {
    const child: ElementSchema | undefined = childOf(element, step);
    if (!child) return null;
    element = child;
    names.push(child.name);
  }
  const attribute = named(element.attributes, name);
  return attribute ? { attribute, owner: [section.path, ...names].join('/') } : null;
}

function childOf({ elements, collection }: ElementSchema, step: string): ElementSchema | undefined {
  const entries = collection?.entries ?? new Map<string, ElementSchema>();
  if (step === '[]') return [...entries.values()][0];
  return named(elements, step) ?? named(entries, step);
}

/** The tools do not mind the case of names. */
function named<T>(all: ReadonlyMap<string, T>, name: string): T | undefined {
  const exact = all.get(name);
  if (exact !== undefined) return exact;
  return [...all].find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1];
}

const sectionOf = (path: string, schema: Schema): SectionSchema | undefined =>
  schema.section(path) ?? schema.section(schema.paths.find((one) => one.toLowerCase() === path.toLowerCase()) ?? '');

/** appcmd also takes the last name of a section, where only one has it. */
function sectionNamed(name: string, schema: Schema): SectionSchema | null {
  const path = name.replace(/^\/+|\/+$/g, '');
  const found = sectionOf(path, schema);
  if (found || path.includes('/')) return found ?? null;
  const ending = schema.paths.filter((one) => one.toLowerCase().endsWith(`/${path.toLowerCase()}`));
  return ending.length === 1 ? (schema.section(ending[0] ?? '') ?? null) : null;
}
