import type { Program, Running } from '../commands/program';
import { eventKinds } from '../eventKinds';
import { APPLICATION_HOST } from '../machine';
import { win32 } from '../services';
import { hasOption, readAppcmd, valueOf, type AppcmdLine, type Option } from './arguments';
import { addBackup, deleteBackup, restoreBackup } from './backup';
import { changed } from './edit';
import { AppcmdFailure, configurationError, failure, win32Failure } from './failure';
import { asXml, listed, sectionText, type Listed } from './list';
import { setLock } from './lock';
import { refuseBroken } from './refusals';
import { configTarget, notFound, objectTarget, poolNamed, sectionNamed, siteNamed, type FileTarget } from './targets';

/** `appcmd.exe` of a simulated machine. The exit code is the Win32 error, as the real one's. */
export const appcmd: Program = async (words, running) => {
  try {
    running.say(await run(readAppcmd(words), running));
    return 0;
  } catch (error) {
    if (!(error instanceof AppcmdFailure)) throw error;
    running.say(error.printed);
    return error.exitCode;
  }
};

const OBJECTS = ['site', 'app', 'vdir', 'apppool', 'config', 'wp', 'request', 'module', 'backup', 'trace'];
/** Words of an option that say how a command works, not what it changes. */
const CONTROLS = new Set([
  'section',
  'commit',
  'clr',
  'xml',
  'config',
  'text',
  'in',
  'stop',
  'name',
  'apppool.name',
  'site.name',
  'app.name',
  'vdir.name',
  'wp.name',
  'backup.name',
]);

/** @returns what it prints */
async function run(line: AppcmdLine, running: Running): Promise<string> {
  const { machine } = running;
  const { verb } = line;
  const object = line.object.replace(/s$/, '');
  if (verb === '' || (!OBJECTS.includes(object) && object !== ''))
    throw failure(`Object '${line.object}' is not supported.  Run 'appcmd.exe /?' to display supported objects.`);
  if (line.odd !== null)
    throw new AppcmdFailure(
      `Failed to process input: The parameter '${line.odd}' must begin with a / or - (HRESULT=80070057).\r\n`,
      87,
    );
  if (machine.spec.isFiltered)
    throw configurationError(
      'redirection.config',
      0,
      'Cannot read configuration file due to insufficient permissions\r\n',
      5,
    );
  if (!machine.isConfigurationReadable)
    throw configurationError(APPLICATION_HOST, 0, 'Configuration file is not well-formed XML\r\n', 13);
  const name = line.identifier ?? valueOf(line, `${object}.name`, 'name') ?? null;
  switch (`${verb} ${object}`) {
    case 'start site':
    case 'stop site':
      return controlSite(verb, named(object, name), running);
    case 'start apppool':
    case 'stop apppool':
    case 'recycle apppool':
      return controlPool(verb, named(object, name), running);
    case 'add backup':
      return addBackup(machine, name);
    case 'delete backup':
      return deleteBackup(machine, named(object, name));
    case 'restore backup':
      return restore(named(object, name), running);
    case 'set config':
      return set(
        configTarget(
          machine,
          named('section', valueOf(line, 'section') ?? null),
          line.identifier,
          valueOf(line, 'commit'),
        ),
        line.options,
        running,
      );
    case 'set apppool':
    case 'set site':
    case 'set app':
    case 'set vdir':
      return set(objectTarget(machine, object, named(object, name)), line.options, running);
    case 'lock config':
    case 'unlock config':
      return setLock(
        machine,
        named('section', valueOf(line, 'section') ?? null),
        (line.identifier ?? '').replace(/\/+$/, ''),
        verb === 'lock' ? 'Deny' : 'Allow',
      );
    default:
      if (verb === 'list') return list(line, object, name, running);
      throw failure(
        `Command '${verb}' is not supported on object '${line.object}'.  Run 'appcmd.exe ${line.object} /?' to display supported commands.`,
        50,
      );
  }
}

function named(object: string, name: string | null): string {
  if (name === null || name === '') throw failure(`Must specify the ${object.toUpperCase()} object with identifier.`);
  return name;
}

/** `list apppool "Shop" /state:Started /xml`: a name or fields narrow the list. Nothing found: exit code 1, no text. */
function list(line: AppcmdLine, object: string, name: string | null, { machine }: Running): string {
  if (object === 'config') {
    const section = named('section', valueOf(line, 'section') ?? null);
    const path = (line.identifier ?? '').replace(/\/+$/, '');
    refuseBroken(machine, sectionNamed(machine, section).path, path);
    return sectionText(machine, section, path);
  }
  const all = listed(machine, object);
  if (!all) throw failure(`Command 'list' is not supported on object '${line.object}'.`, 50);
  const conditions = line.options.filter((one) => !CONTROLS.has(one.name) && one.value !== null);
  const found = all.filter(
    (one) =>
      (name === null ||
        one.name.toLowerCase() === name.toLowerCase() ||
        (object === 'site' && one.fields[0]?.[1] === name)) &&
      conditions.every((condition) => matches(one.fields, condition)),
  );
  if (hasOption(line, 'xml')) return asXml(found);
  if (!found.length) throw new AppcmdFailure('', 1);
  const field = valueOf(line, 'text')?.toLowerCase() ?? '*';
  return found.map((one) => `${field === '*' ? one.line : fieldOf(one, field)}\r\n`).join('');
}

function fieldOf({ element, name, fields, configured }: Listed, field: string): string {
  const own = `${element}.name`.toLowerCase();
  if (field === 'name' || field === own) return name;
  return fields.find(([key]) => key.toLowerCase() === field)?.[1] ?? configured?.(field) ?? '';
}

function matches(fields: readonly (readonly [string, string])[], { name, value }: Option): boolean {
  const found = fields.find(([key]) => key.toLowerCase() === name || (name === 'id' && key === 'SITE.ID'))?.[1];
  if (found === undefined) throw failure(`Unknown attribute "${name}".  Replace with -? for help.`);
  return found.toLowerCase() === value?.toLowerCase();
}

function controlSite(verb: string, name: string, { machine }: Running): string {
  const site = siteNamed(machine, name);
  if (!site) throw notFound('site', name);
  const error = verb === 'start' ? machine.sites.start(site) : machine.sites.stop(site);
  if (error === win32.alreadyRunning && verb === 'start') return `"${site.name}" already started.\r\n`;
  if (error === win32.notActive && verb === 'stop' && machine.services.isRunning('W3SVC'))
    return `"${site.name}" already stopped.\r\n`;
  if (error !== win32.ok) throw win32Failure(error);
  return `"${site.name}" successfully ${verb === 'start' ? 'started' : 'stopped'}.\r\n`;
}

function controlPool(verb: string, name: string, { machine }: Running): string {
  const pool = poolNamed(machine, name);
  if (pool === undefined) throw notFound('apppool', name);
  const [error, done] =
    verb === 'start'
      ? [machine.pools.start(pool), 'started']
      : verb === 'stop'
        ? [machine.pools.stop(pool), 'stopped']
        : [machine.pools.recycle(pool), 'recycled'];
  if (error !== win32.ok) throw win32Failure(error);
  return `"${pool}" successfully ${done}.\r\n`;
}

async function restore(name: string, { machine, signal }: Running): Promise<string> {
  const running = ['W3SVC', 'WAS'].filter((service) => machine.services.isRunning(service));
  const dependents = machine.services.dependents('WAS').map(({ spec }) => spec.name);
  const printed = restoreBackup(machine, name);
  // Restoring stops the server and starts it again, so that everything is read anew.
  for (const service of [...dependents, 'WAS']) await settle(() => machine.services.requestStop(service));
  for (const service of [...running].reverse()) await settle(() => machine.services.requestStart(service));
  return printed;

  async function settle(act: () => number): Promise<void> {
    act();
    for (
      let waited = 0;
      machine.services.all.some(({ state }) => state.endsWith('Pending')) && waited < 30_000;
      waited += 250
    )
      await machine.wait(250, signal);
  }
}

/** Carries out all changes, or none. */
function set(target: FileTarget, options: readonly Option[], { machine }: Running): string {
  const changes = options.filter(({ name, sign }) => sign !== null || !CONTROLS.has(name));
  if (!changes.length) throw failure('No configuration changes were specified.');
  const before =
    machine.disk.text(target.file) ??
    '<?xml version="1.0" encoding="UTF-8"?>\r\n<configuration>\r\n</configuration>\r\n';
  let text = before;
  for (const change of changes) text = changed(text, target, change, (value) => machine.vault.seal(value));
  if (text !== before) {
    machine.writeFile(target.file, text);
    for (const change of changes)
      machine.log(eventKinds.configurationChanged, [
        `\\\\?\\${target.file}`,
        'MACHINE/WEBROOT/APPHOST',
        target.shown,
        `/${target.section.path}/${change.text.split(':')[0] ?? ''}`,
        change.sign === '+' ? '2' : change.sign === '-' ? '3' : '1',
        '',
        '',
      ]);
  }
  return target.label
    ? `${target.label} changed\r\n`
    : `Applied configuration changes to section "${target.section.path}" for "${target.shown}" at configuration commit path "${target.file === APPLICATION_HOST ? 'MACHINE/WEBROOT/APPHOST' : target.shown}"\r\n`;
}
