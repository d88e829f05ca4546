import type { CommandFact } from './commandFact';
import { poolStop, startStop, webAdministration as page } from './sources';

const MODULE =
  'In PowerShell 7 the module WebAdministration loads only through Windows PowerShell, without the drive `IIS:`.';
const versions = [['IIS 7.5 and later', 'Windows PowerShell up to 5.1; IIS 6 and earlier do not have it.']] as const;

const facts: readonly CommandFact[] = [
  {
    title: 'Restart-WebAppPool',
    does: 'Recycles an application pool: the new worker process starts before the old one ends.',
    takesDown: 'Sessions and caches in the memory of this pool only.',
    notes: ['It fails where the pool is stopped; then `Start-WebAppPool`.'],
    versions,
    sources: [page('Restart-WebAppPool', 'Restarts an application pool.'), startStop],
  },
  {
    title: 'Stop-WebAppPool',
    does: 'Stops an application pool and its worker processes. It returns before they have ended.',
    takesDown: 'Every application in the pool: requests get 503.',
    staysDown: 'The pool, until `Start-WebAppPool`.',
    notes: [
      'Stopping a stopped pool is an error. Before files are replaced, wait: `(Get-WebAppPoolState -Name NAME).Value` must say Stopped.',
    ],
    instead: ['To pick up new settings: `Restart-WebAppPool -Name NAME`'],
    versions,
    sources: [page('Stop-WebAppPool', 'Stops an application pool.'), poolStop],
  },
  {
    title: 'Start-WebAppPool',
    does: 'Starts a stopped application pool. Nothing is running yet: the worker process starts with the first request.',
    versions,
    sources: [page('Start-WebAppPool', 'Starts an application pool.')],
  },
  {
    title: 'Stop-Website',
    does: 'Stops a site: its addresses are no longer served. The worker processes of its pool live on.',
    takesDown: 'This site only.',
    staysDown: 'The site, until `Start-Website`.',
    notes: ['Files stay in use: the pool still runs. To replace them, stop the pool or put `app_offline.htm` there.'],
    versions,
    sources: [page('Stop-Website', 'Stops a website.'), startStop],
  },
  {
    title: 'Start-Website',
    does: 'Starts a stopped site. It fails where another site already has the same binding.',
    versions,
    sources: [page('Start-Website', 'Starts a website.'), startStop],
  },
  {
    title: 'Remove-Website',
    does: 'Deletes a site from the configuration. Its files, its pool and its certificate stay.',
    takesDown: 'This site.',
    staysDown: 'The site; only a backup brings it back.',
    instead: ['Keep a way back: `Backup-WebConfiguration -Name NAME` first'],
    versions,
    sources: [page('Remove-Website', 'Removes a website from the server.')],
  },
  {
    title: 'Remove-WebAppPool',
    does: 'Deletes an application pool.',
    takesDown: 'Every application that still refers to it: it answers 503.',
    instead: ['See first what uses it: `Get-WebApplication`, `Get-Website`'],
    versions,
    sources: [page('Remove-WebAppPool', 'Removes an application pool.')],
  },
  {
    title: 'New-WebBinding',
    does: 'Adds a binding to a site. With `-Protocol https` it adds no certificate yet.',
    notes: [
      '`-SslFlags 1` is for SNI: without it two certificates cannot share an address and port.',
      'The certificate: `(Get-WebBinding …).AddSslCertificate(THUMBPRINT, "my")`',
    ],
    versions,
    sources: [page('New-WebBinding', 'Adds a binding to an existing website.')],
  },
  {
    title: 'Set-WebConfigurationProperty',
    does: 'Sets a property of a section; `-Filter` names the section, `-PSPath` and `-Location` the file and place.',
    notes: [
      'With `-PSPath IIS:\\Sites\\NAME` it writes the `web.config` of the site, which fails for a locked section; with `MACHINE/WEBROOT/APPHOST` and `-Location NAME` it writes `applicationHost.config`.',
      'A change of `web.config` restarts that application. A filter that matches nothing is only a warning.',
    ],
    versions,
    sources: [
      page(
        'Set-WebConfigurationProperty',
        'Changes the value of a configuration property; the filter may be an XPath query.',
      ),
    ],
  },
  {
    title: 'Set-WebConfiguration',
    does: 'Sets the value of a configuration element as a whole.',
    versions,
    sources: [page('Set-WebConfiguration', 'Sets a value for an element of the configuration.')],
  },
  {
    title: 'Add-WebConfigurationProperty',
    does: 'Adds an entry to a collection of a section. An entry with the same key is an error.',
    versions,
    sources: [page('Add-WebConfigurationProperty', 'Adds a property to a configuration section or collection.')],
  },
  {
    title: 'Remove-WebConfigurationProperty',
    does: 'Takes an entry out of a collection, or a property; with `-AtElement` the entry of that key.',
    notes: ['Without `-AtElement` or `-AtIndex` it may take the whole collection.'],
    versions,
    sources: [page('Remove-WebConfigurationProperty', 'Removes a configuration property.')],
  },
  {
    title: 'Clear-WebConfiguration',
    does: 'Removes what is set in a section at a place; what is inherited holds again.',
    takesDown: 'At the level of the server it empties the section for every site.',
    instead: ['Keep a way back: `Backup-WebConfiguration -Name NAME` first'],
    versions,
    sources: [page('Clear-WebConfiguration', 'Removes configuration settings from a location.')],
  },
  {
    title: 'Start-WebCommitDelay',
    does: 'Holds back all changes until `Stop-WebCommitDelay` writes them at once.',
    notes: ['Where the script ends before that, nothing of it is written.'],
    versions,
    sources: [page('Start-WebCommitDelay', 'Delays the commitment of changes until Stop-WebCommitDelay.')],
  },
  {
    title: 'Backup-WebConfiguration',
    does: 'Copies the configuration of the server to `%windir%\\system32\\inetsrv\\backup`. Disturbs nothing.',
    notes: ['The way back, `Restore-WebConfiguration`, replaces the whole configuration of the server.'],
    versions,
    sources: [page('Backup-WebConfiguration', 'Creates a folder with the backup below inetsrv\\backup.')],
  },
  {
    title: 'Restore-WebConfiguration',
    does: 'Puts a backup in the place of the configuration of the server.',
    takesDown: 'All sites for a moment.',
    staysDown: 'Everything that was configured after the backup.',
    versions,
    sources: [page('Restore-WebConfiguration', 'Restores a configuration backup.')],
  },
];

/** Commands of the module WebAdministration that stop, start or change something. */
export const webAdministrationFacts: readonly CommandFact[] = facts.map((fact) => ({
  ...fact,
  notes: [...(fact.notes ?? []), MODULE],
}));
