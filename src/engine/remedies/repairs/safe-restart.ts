import { poolNames, siteNames } from '../names';
import type { Remedy } from '../remedy';
import { oldRestart } from '../restart/oldRestart';
import { restartServices } from '../restart/services';
import { recyclePool, restartSite } from '../restart/smaller';

const SCOPES = {
  pool: 'Recycle one application pool',
  site: 'Restart one site',
  was: 'Restart WAS and W3SVC, for all sites',
  http: 'Restart HTTP as well, for TLS and HTTP.sys settings',
  old: 'IIS 5 or 6: restart IISADMIN, as a runbook',
} as const;

/** Instead of `iisreset`: the smallest restart that helps, and everything that ran before runs again. */
const safeRestart: Remedy = {
  id: 'safe-restart',
  title: 'Restart IIS safely',
  purpose:
    'Restarts no more than needed, says beforehand what it takes down, and brings back every service that ran before.',
  versions: 'IIS 7 and later; IIS 5 and 6 as a runbook',
  rights: 'administrator on the server',
  doesNot: [
    'It does not end a service by force: where one will not stop, it says which process it is and stops there.',
    'It does not reboot.',
  ],
  doNot: [
    'Do not use iisreset: it ends services that do not stop in time by force, and running requests with them.',
    'Do not restart at all after a change to web.config or applicationHost.config: IIS 7 and later reads them by itself.',
    'Do not restart all servers of a farm at once.',
  ],
  sources: [
    {
      document: 'iisreset internals (Friis)',
      url: 'https://blogs.msdn.microsoft.com/friis/2013/10/08/iisreset-internals',
      says: 'iisreset stops services and then ends the processes that did not stop; net stop and net start of the services is the supported way',
      read: '2026-11-24',
    },
    {
      document: 'Troubleshoot ASP.NET Core on Azure App Service and IIS',
      url: 'https://learn.microsoft.com/aspnet/core/test/troubleshoot-azure-iis',
      says: 'restarts the server with net stop was /y and net start w3svc',
      read: '2026-11-24',
    },
  ],
  parameters: [
    {
      name: 'scope',
      label: 'What is restarted',
      kind: 'choice',
      isRequired: true,
      help: 'The first one helps in most cases and disturbs least.',
      options: () => Object.values(SCOPES),
      initial: () => SCOPES.pool,
    },
    {
      name: 'pool',
      label: 'Application pool',
      kind: 'choice',
      isRequired: false,
      help: 'For the first choice.',
      options: poolNames,
    },
    {
      name: 'site',
      label: 'Site',
      kind: 'choice',
      isRequired: false,
      help: 'For the second choice.',
      options: siteNames,
    },
  ],
  needs: ['system', 'services', 'sites', 'pools', 'workers'],
  answers: ['iisreset', 'stopped-service'],
  plan(snapshot, values) {
    const { scope, pool = '', site = '' } = values;
    if (scope === SCOPES.pool) return recyclePool(snapshot, pool);
    if (scope === SCOPES.site) return restartSite(snapshot, site);
    if (scope === SCOPES.old) return oldRestart(snapshot.server);
    return restartServices(snapshot, scope === SCOPES.http ? 'HTTP' : 'WAS');
  },
};

export default safeRestart;
