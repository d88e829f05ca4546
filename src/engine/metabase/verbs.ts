import type { Step, Successor } from './key';
import { metabasePlace, type MetabasePlace } from './place';

/** A command of adsutil that works on paths rather than on keys. */
export interface Verb {
  readonly name: string;
  readonly meaning: string;
  /** Why it has no equivalent, or a function that gives it; null where nothing is known of the path. */
  readonly successor: string | ((place: MetabasePlace, values: readonly string[]) => Successor | null);
}

const run = (appcmd: string, webAdministration: string | null, iisAdministration: string | null): Step => ({
  do: 'run',
  appcmd,
  webAdministration,
  iisAdministration,
});
const one = (...step: Parameters<typeof run>): Successor => ({ steps: [run(...step)] });

const shown = ({ at, pool, site, path }: MetabasePlace): Successor | null => {
  switch (at) {
    case 'server':
      return one('list site', 'Get-Website', 'Get-IISSite');
    case 'pools':
      return one('list apppool', "Get-ChildItem 'IIS:\\AppPools'", 'Get-IISAppPool');
    case 'pool':
      return one(
        `list apppool "${pool}" /text:*`,
        `Get-Item 'IIS:\\AppPools\\${pool}' | Format-List *`,
        `Get-IISAppPool -Name '${pool}' | Format-List *`,
      );
    case 'site':
      return one(
        `list site "${site}" /text:*`,
        `Get-Website -Name '${site}' | Format-List *`,
        `Get-IISSite -Name '${site}' | Format-List *`,
      );
    case 'content':
      return one(
        `list config "${site}${path}"`,
        `Get-ChildItem 'IIS:\\Sites\\${site}${path.replace(/\//g, '\\')}'`,
        null,
      );
    case 'machine':
    case 'scheme':
      return null;
  }
};

const state = (verb: 'start' | 'stop'): Verb['successor'] => {
  const cmdlet = verb === 'start' ? 'Start' : 'Stop';
  return ({ at, site }) =>
    at === 'site'
      ? one(`${verb} site "${site}"`, `${cmdlet}-Website -Name '${site}'`, `${cmdlet}-IISSite -Name '${site}'`)
      : null;
};

const created: Verb['successor'] = ({ at, pool, site, path }, [type = '']) => {
  if (at === 'pool')
    return one(
      `add apppool /name:"${pool}"`,
      `New-WebAppPool -Name '${pool}'`,
      `$m = Get-IISServerManager; $null = $m.ApplicationPools.Add('${pool}'); $m.CommitChanges()`,
    );
  if (at === 'site')
    return one(
      'add site /name:"SITE" /bindings:"http/*:80:HOST" /physicalPath:"FOLDER"',
      "New-Website -Name 'SITE' -HostHeader 'HOST' -PhysicalPath 'FOLDER'",
      "New-IISSite -Name 'SITE' -BindingInformation '*:80:HOST' -PhysicalPath 'FOLDER'",
    );
  if (at !== 'content' || path === '') return null;
  const isDirectory = /^IIsWebDirectory$/i.test(type);
  return {
    steps: [
      run(
        `add vdir /app.name:"${site}/" /path:"${path}" /physicalPath:"FOLDER"`,
        `New-WebVirtualDirectory -Site '${site}' -Name '${path.slice(1)}' -PhysicalPath 'FOLDER'`,
        `$m = Get-IISServerManager; $null = $m.Sites['${site}'].Applications['/'].VirtualDirectories.Add('${path}', 'FOLDER'); $m.CommitChanges()`,
      ),
    ],
    ...(isDirectory && { note: 'A plain folder needs no entry since IIS 7: settings for it stand in a location.' }),
  };
};

const deleted: Verb['successor'] = ({ at, pool, site, path }) => {
  if (at === 'pool')
    return one(
      `delete apppool "${pool}"`,
      `Remove-WebAppPool -Name '${pool}'`,
      `$m = Get-IISServerManager; $m.ApplicationPools['${pool}'].Delete(); $m.CommitChanges()`,
    );
  if (at === 'site')
    return one(`delete site "${site}"`, `Remove-Website -Name '${site}'`, `Remove-IISSite -Name '${site}'`);
  if (at !== 'content' || path === '') return null;
  return one(
    `delete vdir "${site}${path}"`,
    `Remove-WebVirtualDirectory -Site '${site}' -Application '/' -Name '${path.slice(1)}'`,
    null,
  );
};

const application: Verb['successor'] = ({ at, site, path }) =>
  at !== 'content' || path === ''
    ? null
    : {
        steps: [
          run(
            `add app /site.name:"${site}" /path:"${path}" /physicalPath:"FOLDER" /applicationPool:"POOL"`,
            `ConvertTo-WebApplication -PSPath 'IIS:\\Sites\\${site}${path.replace(/\//g, '\\')}' -ApplicationPool 'POOL'`,
            `$m = Get-IISServerManager; $null = $m.Sites['${site}'].Applications.Add('${path}', 'FOLDER'); $m.CommitChanges()`,
          ),
        ],
        note: 'Every application runs in the worker process of its pool; a pool of its own isolates it.',
      };

const applicationGone: Verb['successor'] = ({ at, site, path }) =>
  at !== 'content' || path === ''
    ? null
    : one(
        `delete app "${site}${path}"`,
        `Remove-WebApplication -Site '${site}' -Name '${path.slice(1)}'`,
        `$m = Get-IISServerManager; $m.Sites['${site}'].Applications['${path}'].Delete(); $m.CommitChanges()`,
      );

const verb = (name: string, meaning: string, successor: Verb['successor']): Verb => ({ name, meaning, successor });

/** What adsutil does beside `get` and `set`. */
export const verbs: readonly Verb[] = [
  verb('ENUM', 'Lists the keys and subkeys of a path.', shown),
  verb('ENUM_ALL', 'Lists the keys of a path and of everything below it.', shown),
  verb('CREATE', 'Makes a new path: a site, a pool, a virtual directory.', created),
  verb('CREATE_VDIR', 'Makes a virtual directory.', created),
  verb('CREATE_VSERV', 'Makes a site.', created),
  verb('DELETE', 'Deletes a path with everything below it, or a key, without asking.', deleted),
  verb('APPCREATEINPROC', 'Makes the folder an application in the process of the web service.', application),
  verb('APPCREATEOUTPROC', 'Makes the folder an application in a process of its own.', application),
  verb('APPCREATEPOOLPROC', 'Makes the folder an application in the shared process.', application),
  verb('APPDELETE', 'Makes the application a plain folder again.', applicationGone),
  verb('APPUNLOAD', 'Ends the process of the application.', () =>
    one('recycle apppool "POOL"', "Restart-WebAppPool -Name 'POOL'", "(Get-IISAppPool -Name 'POOL').Recycle()"),
  ),
  verb(
    'APPDISABLE',
    'Takes the application out of service.',
    'An application cannot be switched off since IIS 7: stop its pool, or put app_offline.htm into its folder.',
  ),
  verb(
    'APPENABLE',
    'Puts the application back into service.',
    'An application cannot be switched off since IIS 7: start its pool.',
  ),
  verb('APPGETSTATUS', 'Tells whether the application runs.', () =>
    one(
      'list wp',
      "Get-ChildItem 'IIS:\\AppPools\\POOL\\WorkerProcesses'",
      "(Get-IISAppPool -Name 'POOL').WorkerProcesses",
    ),
  ),
  verb('START_SERVER', 'Starts the site.', state('start')),
  verb('STOP_SERVER', 'Stops the site.', state('stop')),
  verb('PAUSE_SERVER', 'Pauses the site.', 'A site can no longer be paused: stop it.'),
  verb('CONTINUE_SERVER', 'Lets the paused site go on.', 'A site can no longer be paused: start it.'),
  verb(
    'COPY',
    'Copies a path.',
    'There is no such command. appcmd list … /config /xml writes an object, appcmd add … /in makes one of it.',
  ),
  verb(
    'MOVE',
    'Moves a path.',
    'There is no such command. appcmd set with another name renames sites, applications and pools.',
  ),
  verb(
    'FIND',
    'Tells at which paths a key is set.',
    'appcmd search config tells it for an attribute: appcmd search config /section:SECTION /ATTRIBUTE.',
  ),
  verb('SCRIPT', 'Runs a file of such commands.', 'There is no such command: write the commands into a batch file.'),
  verb(
    'HELP',
    'Shows the help of the script.',
    'appcmd /? shows the help of appcmd, Get-Command -Module IISAdministration the cmdlets.',
  ),
];

/** @returns null where the verb or its path is not known */
export function verbSuccessor(
  name: string,
  path: string,
  values: readonly string[],
): { readonly verb: Verb; readonly place: MetabasePlace | null; readonly successor: string | Successor } | null {
  const found = verbs.find((one) => one.name === name.toUpperCase());
  if (!found) return null;
  if (typeof found.successor === 'string')
    return { verb: found, place: metabasePlace(path), successor: found.successor };
  const place = metabasePlace(path);
  const successor = place && found.successor(place, values);
  return successor ? { verb: found, place, successor } : null;
}
