import type { Source } from '../knowledge/fact';
import { useOf } from '../scripts/appcmd';
import type { Command } from '../scripts/command';
import { firstWords, type CommandFact, type ExplainedCommand } from './commandFact';
import { appcmdStart, poolStop, startStop } from './sources';

type Said = Omit<CommandFact, 'title' | 'sources'>;
const sources = [appcmdStart] as const;
const STATES: Readonly<Record<string, readonly Source[]>> = {
  site: [startStop],
  apppool: [poolStop, startStop],
};

/** What people call the objects, and what each is. */
const OBJECTS: Readonly<Record<string, string>> = {
  site: 'sites',
  app: 'applications',
  vdir: 'virtual directories',
  apppool: 'application pools',
  config: 'sections of the configuration',
  wp: 'worker processes',
  request: 'requests that are being answered',
  module: 'modules',
  backup: 'backups of the configuration of the server',
  trace: 'traces of failed requests',
};

const RELOADS = 'IIS reads the change by itself: no restart is needed.';
const FACTS: Readonly<Record<string, Said>> = {
  'recycle apppool': {
    does: 'Replaces the worker processes of the pool. The new one starts first, takes new requests, and the old one finishes its own.',
    takesDown:
      'Sessions and caches in the memory of this pool; no request, unless it outlives `shutdownTimeLimit` (90 s).',
    notes: [
      'A stopped pool cannot be recycled; start it. With `disallowOverlappingRotation` the old process ends first.',
    ],
  },
  'stop apppool': {
    does: 'Stops the pool and its worker processes.',
    takesDown: 'Every application in it: requests get 503 until it starts again.',
    staysDown:
      'The pool, until `appcmd start apppool` or a restart of WAS: unlike IIS Manager, appcmd does not write `autoStart`.',
    instead: [
      'To pick up new files or settings: `appcmd recycle apppool "NAME"`, or `app_offline.htm` for one application',
    ],
  },
  'start apppool': {
    does: 'Starts a stopped pool.',
    notes: [
      'It does not write `autoStart`: a pool with `autoStart` false, as IIS Manager leaves it, still refuses or stays down after the next restart.',
    ],
  },
  'stop site': {
    does: 'Stops the site: its addresses are no longer served. The worker processes of its pool live on.',
    takesDown: 'This site only.',
    staysDown:
      'The site, until `appcmd start site` or a restart of W3SVC: unlike IIS Manager, appcmd does not write `serverAutoStart`.',
  },
  'start site': {
    does: 'Starts a stopped site. It fails where another site already has the same binding.',
    notes: ['It does not write `serverAutoStart`: where that is false, the site is stopped again after a restart.'],
  },
  'delete site': {
    does: 'Deletes the site with its bindings, applications and virtual directories from the configuration. Files stay.',
    takesDown: 'This site.',
    staysDown: 'The site; settings in its location tags may stay behind.',
    instead: ['Keep a way back: `appcmd add backup "NAME"` first'],
  },
  'delete apppool': {
    does: 'Deletes the pool.',
    takesDown: 'Every application that still refers to it: it answers 503.',
    instead: ['See first what uses it: `appcmd list app /apppool.name:"NAME"`'],
  },
  'delete app': {
    does: 'Deletes the application from the configuration; files stay, and its path is part of the site again.',
  },
  'delete vdir': { does: 'Deletes the virtual directory from the configuration; files stay.' },
  'set apppool': {
    does: 'Changes attributes of a pool.',
    notes: ['Most changes recycle the pool. Hover over an attribute to read what it is.'],
  },
  'set site': { does: 'Changes attributes of a site, its bindings among them.', notes: [RELOADS] },
  'set app': { does: 'Changes attributes of an application, such as its pool.', notes: [RELOADS] },
  'set vdir': { does: 'Changes attributes of a virtual directory, such as its folder.', notes: [RELOADS] },
  'set config': {
    does: 'Changes a section: at the named site or URL in its `web.config`, without a name in `applicationHost.config`.',
    notes: [
      'A section that is locked must be written with `/commit:apphost`, which puts it into a location tag of `applicationHost.config`.',
      'A change of `web.config` restarts that application.',
    ],
  },
  'clear config': {
    does: 'Takes a section, or what is set in it, out of the file of that place; what is inherited holds again.',
    instead: ['Keep a way back: `appcmd add backup "NAME"` first'],
  },
  'lock config': { does: 'Locks a section: files below may not set it, and those that do answer 500.19.' },
  'unlock config': { does: 'Lets files below set a section; without a name, for every site of the server.' },
  'reset config': { does: 'Takes a section out of the file of that place, as `clear config` does.' },
  'migrate config': { does: 'Rewrites the configuration of ASP.NET for the integrated pipeline.' },
  'add backup': {
    does: 'Copies the configuration of the server to `%windir%\\system32\\inetsrv\\backup`. Disturbs nothing.',
  },
  'restore backup': {
    does: 'Puts a backup in the place of the configuration of the server.',
    takesDown: 'All sites for a moment: the services are stopped and started.',
    staysDown: 'Everything that was configured after the backup.',
    instead: ['Back up what is there now: `appcmd add backup "NAME"`'],
  },
  'delete backup': { does: 'Deletes a backup of the configuration. What is in force does not change.' },
  'add site': { does: 'Makes a site. Without a pool it runs in the default one.', notes: [RELOADS] },
  'add app': {
    does: 'Makes an application below a site; without `/applicationPool` it runs in the pool of the defaults.',
  },
  'add apppool': { does: 'Makes a pool with the defaults of the server.' },
  'add vdir': { does: 'Makes a virtual directory in an application, named with its slash: `"Site/"`.' },
  'install module': {
    does: 'Adds a native module to the server.',
    takesDown: 'Every pool is recycled, and a module that does not load stops them all.',
  },
  'uninstall module': {
    does: 'Takes a native module away from the server.',
    takesDown: 'Every pool is recycled; sections of that module may be refused from then on.',
  },
};

/** What a line of appcmd does, by its verb and object. */
export function explainAppcmd(command: Command): ExplainedCommand | null {
  if (command.name !== 'appcmd') return null;
  const [use] = useOf(command);
  const object = use && singular(use.object);
  const said = use && object && factFor(use.verb, object);
  const words = command.arguments.filter(({ value }) => !/^[-/]/.test(value)).slice(0, 2);
  if (!said)
    return {
      fact: {
        title: 'appcmd',
        does: 'The command line tool for the configuration and state of IIS 7 and later. IIS 6 and earlier do not have it.',
        notes: ['It lies in `%windir%\\system32\\inetsrv`, which is not on the path.'],
        sources,
      },
      words: firstWords(command, 0),
    };
  return {
    fact: {
      ...said,
      title: `appcmd ${use.verb} ${object}`,
      versions: [['IIS 7 and later', 'needs an elevated prompt; IIS 6 and earlier do not have it.']],
      sources: /^(?:start|stop|recycle)$/.test(use.verb) ? [appcmdStart, ...(STATES[object] ?? [])] : sources,
    },
    words: [command.program, ...words],
  };
}

function factFor(verb: string, object: string): Said | undefined {
  if (verb === 'list' && Object.hasOwn(OBJECTS, object)) return { does: `Lists ${OBJECTS[object]}. Changes nothing.` };
  const key = `${verb} ${object}`;
  return Object.hasOwn(FACTS, key) ? FACTS[key] : undefined;
}

/** appcmd takes `sites` for `site`, and so on. */
const singular = (object: string): string => (Object.hasOwn(OBJECTS, object) ? object : object.replace(/s$/, ''));
