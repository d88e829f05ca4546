import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

interface ManifestSetting {
  type: string;
  enum?: string[];
  default: unknown;
}
interface Manifest {
  contributes: {
    commands: { command: string }[];
    configuration: { properties: Record<string, ManifestSetting> };
  };
}

/** Paths of the modules in a folder, relative to it, without extension, sorted; generated files and declarations left out. */
export function modulesIn(folder: string, depth: 1 | 2): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      if (entry.isDirectory())
        return depth === 2 ? modulesIn(path.join(folder, entry.name), 1).map((name) => `${entry.name}/${name}`) : [];
      return depth === 1 && /^(?!.*\.(?:generated|d)\.ts$).*\.ts$/.test(entry.name) ? [entry.name.slice(0, -3)] : [];
    })
    .sort();
}

const identifier = (module: string): string =>
  module.replace(/[^A-Za-z0-9]+(.)/g, (_, letter: string) => letter.toUpperCase());

const banner = '// Made by `npm run gen` from the files beside it. Not committed, not edited.\n';

/** The list of every knowledge family: one import for each file below `engine/knowledge/<folder>/`. */
export function familiesSource(modules: readonly string[]): string {
  const imports = modules.map((module) => `import ${identifier(module)} from './${module}';\n`).join('');
  const list = modules.map((module) => `  ${identifier(module)},\n`).join('');
  return `${banner}import type { Family } from './fact';\n${imports}\nexport const families: readonly Family[] = [\n${list}];\n`;
}

/** The list of every rule or check in a folder beside the module of its type. */
export function rulesSource(modules: readonly string[], type: string, list: string): string {
  const imports = modules.map((module) => `import ${identifier(module)} from './${module}';\n`).join('');
  const items = modules.map((module) => `  ${identifier(module)},\n`).join('');
  const file = type.charAt(0).toLowerCase() + type.slice(1);
  return `${banner}import type { ${type} } from '../${file}';\n${imports}\nexport const ${list}: readonly ${type}[] = [\n${items}];\n`;
}

/** All texts about the schema in one record; a test finds keys that two files have. */
export function textsSource(modules: readonly string[]): string {
  const imports = modules.map((module) => `import ${identifier(module)} from './${module}';\n`).join('');
  const spread = modules.map((module) => `  ...${identifier(module)},\n`).join('');
  return `${banner}import type { SchemaTexts } from '../texts';\n${imports}\nexport const schemaTexts: SchemaTexts = {\n${spread}};\n`;
}

interface SchemaFile {
  sections: Record<
    string,
    { declaration?: { allowDefinition?: string; overrideModeDefault?: string; unlocked?: boolean } }
  >;
}

/** What each section of the schema allows below the server's file, by its path in lower case. */
export function sectionLocksSource({ sections }: SchemaFile): string {
  const lines = Object.entries(sections).map(([name, { declaration = {} }]) => {
    const isLocked = declaration.overrideModeDefault === 'Deny' && !declaration.unlocked;
    const lock = declaration.allowDefinition === 'AppHostOnly' ? 'serverOnly' : isLocked ? 'locked' : 'open';
    return `  '${name.toLowerCase()}': '${lock}',\n`;
  });
  return `${banner}import type { SectionLock } from './lockedSections';\n\nexport const sectionLocks: Readonly<Record<string, SectionLock>> = {\n${lines.sort().join('')}};\n`;
}

/** The total record of commands: a command of the manifest without a file, or the reverse, does not compile. */
export function commandsSource(modules: readonly string[]): string {
  const imports = modules.map((module) => `import ${module} from './${module}';\n`).join('');
  const list = modules.map((module) => `  'iisDoctor.${module}': ${module},\n`).join('');
  return `${banner}import type { Command } from '../command';\nimport type { CommandId } from '../manifest.generated';\n${imports}\nexport const commands: Record<CommandId, Command> = {\n${list}};\n`;
}

/** The texts of every script of a folder, by their names; line ends are those of Unix whatever Git made of them. */
export function scriptsSource(texts: Readonly<Record<string, string>>): string {
  const entries = Object.entries(texts).map(
    ([name, text]) => `  ${JSON.stringify(name)}: ${JSON.stringify(text.replaceAll('\r\n', '\n'))},\n`,
  );
  return `${banner}export const scripts: Readonly<Record<string, string>> = {\n${entries.join('')}};\n`;
}

/** The record of every probe: those modules that have a script beside them. */
export function probesSource(modules: readonly string[]): string {
  const imports = modules.map((module) => `import ${identifier(module)} from './${module}';\n`).join('');
  const list = modules.map((module) => `  ${JSON.stringify(module)}: ${identifier(module)},\n`).join('');
  return `${banner}${imports}\nexport const probes = {\n${list}};\n\nexport type ProbeId = keyof typeof probes;\n`;
}

/** The PowerShell scripts in a folder: name without extension, and text. */
function scriptsIn(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ps1'));
  return Object.fromEntries(
    names.sort().map((name) => [name.slice(0, -'.ps1'.length), readFileSync(path.join(folder, name), 'utf8')]),
  );
}

/** The manifest's commands and settings as types. */
export function manifestSource(manifest: Manifest): string {
  const commands = manifest.contributes.commands.map(({ command }) => `'${command}'`).join(' | ');
  const settings = Object.entries(manifest.contributes.configuration.properties);
  const type = (setting: ManifestSetting): string =>
    setting.enum
      ? setting.enum.map((value) => `'${value}'`).join(' | ')
      : setting.type === 'array'
        ? 'readonly unknown[]'
        : setting.type;
  const fields = settings.map(([key, setting]) => `  readonly '${key}': ${type(setting)};\n`).join('');
  const defaults = settings.map(([key, setting]) => `  '${key}': ${JSON.stringify(setting.default)},\n`).join('');
  return `${banner}export type CommandId = ${commands};\n\nexport interface Settings {\n${fields}}\n\nexport const defaultSettings: Settings = {\n${defaults}};\n`;
}

/** Writes every registry; a file that is already right is left alone, so that watchers stay quiet. */
export function generate(): void {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
  const probes = path.join(root, 'src/engine/probes');
  const scripts = scriptsIn(probes);
  const files: Record<string, string> = {
    'src/engine/probes/scripts.generated.ts': scriptsSource(scripts),
    'src/transports/powershell/scripts.generated.ts': scriptsSource(
      scriptsIn(path.join(root, 'src/transports/powershell')),
    ),
    'src/engine/probes/index.generated.ts': probesSource(
      modulesIn(probes, 1).filter((module) => scripts[module] !== undefined),
    ),
    'src/engine/knowledge/families.generated.ts': familiesSource(modulesIn(path.join(root, 'src/engine/knowledge'), 2)),
    'src/engine/rules/config/index.generated.ts': rulesSource(
      modulesIn(path.join(root, 'src/engine/rules/config'), 1),
      'ConfigRule',
      'configRules',
    ),
    'src/engine/rules/script/index.generated.ts': rulesSource(
      modulesIn(path.join(root, 'src/engine/rules/script'), 1),
      'ScriptRule',
      'scriptRules',
    ),
    'src/engine/servers/checks/index.generated.ts': rulesSource(
      modulesIn(path.join(root, 'src/engine/servers/checks'), 1),
      'ServerCheck',
      'serverChecks',
    ),
    'src/engine/remedies/repairs/index.generated.ts': rulesSource(
      modulesIn(path.join(root, 'src/engine/remedies/repairs'), 1),
      'Remedy',
      'remedies',
    ),
    'src/engine/schema/texts/index.generated.ts': textsSource(modulesIn(path.join(root, 'src/engine/schema/texts'), 1)),
    'src/engine/scripts/sectionLocks.generated.ts': sectionLocksSource(
      JSON.parse(readFileSync(path.join(root, 'src/engine/schema/data/schema.json'), 'utf8')) as SchemaFile,
    ),
    'src/editor/manifest.generated.ts': manifestSource(manifest),
    'src/editor/commands/index.generated.ts': commandsSource(modulesIn(path.join(root, 'src/editor/commands'), 1)),
  };
  for (const [name, source] of Object.entries(files)) {
    const file = path.join(root, name);
    if (!existsSync(file) || readFileSync(file, 'utf8') !== source) writeFileSync(file, source);
  }
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) generate();
