import type { CommandFact } from './commandFact';
import { iisAdministration as page, startStop } from './sources';

const versions = [['IIS 10.0 and later', 'Windows Server 2016 and later have the module IISAdministration.']] as const;

/** Commands of the module IISAdministration that stop, start or change something. */
export const iisAdministrationFacts: readonly CommandFact[] = [
  {
    title: 'Stop-IISSite',
    does: 'Stops a site: its addresses are no longer served. The worker processes of its pool live on.',
    takesDown: 'This site only.',
    staysDown: 'The site, until `Start-IISSite`.',
    notes: ['It asks for confirmation; in a script write `-Confirm:$false`.'],
    versions,
    sources: [page('Stop-IISSite', 'Stops a site of the server.'), startStop],
  },
  {
    title: 'Start-IISSite',
    does: 'Starts a stopped site. It fails where another site already has the same binding.',
    versions,
    sources: [page('Start-IISSite', 'Starts a site of the server.'), startStop],
  },
  {
    title: 'Remove-IISSite',
    does: 'Deletes a site from the configuration. Its files and its pool stay.',
    takesDown: 'This site.',
    staysDown: 'The site; only a backup brings it back.',
    notes: ['It asks for confirmation; in a script write `-Confirm:$false`.'],
    versions,
    sources: [page('Remove-IISSite', 'Removes a site from the server.')],
  },
  {
    title: 'Get-IISAppPool',
    does: 'Reads application pools. Changes nothing by itself.',
    notes: [
      '`(Get-IISAppPool NAME).Recycle()` recycles the pool: the new worker process starts before the old one ends.',
    ],
    versions,
    sources: [page('Get-IISAppPool', 'Gets application pools.')],
  },
  {
    title: 'Get-IISServerManager',
    does: 'Gives the object through which IISAdministration reads and writes the configuration.',
    notes: ['Changes made through it are written by its `CommitChanges()` only.'],
    versions,
    sources: [page('Get-IISServerManager', 'Gets the server manager of Microsoft.Web.Administration.')],
  },
  {
    title: 'Reset-IISServerManager',
    does: 'Throws away the view of the configuration that this session has and reads the files anew. Restarts nothing.',
    notes: ['Changes that were not committed are gone.'],
    versions,
    sources: [page('Reset-IISServerManager', 'Resets the view of the server manager to what the file holds now.')],
  },
  {
    title: 'Start-IISCommitDelay',
    does: 'Holds back all changes until `Stop-IISCommitDelay` writes them at once.',
    notes: ['Where the script ends before that, nothing of it is written.'],
    versions,
    sources: [page('Start-IISCommitDelay', 'Delays changes until Stop-IISCommitDelay.')],
  },
  {
    title: 'Set-IISConfigAttributeValue',
    does: 'Sets an attribute of a configuration element that `Get-IISConfigSection` gave.',
    notes: ['Which file it is written to depends on `-CommitPath` and `-Location` of that command.'],
    versions,
    sources: [page('Set-IISConfigAttributeValue', 'Sets an attribute of a configuration element.')],
  },
  {
    title: 'New-IISSiteBinding',
    does: 'Adds a binding to a site; for https with the thumbprint and store of its certificate.',
    versions,
    sources: [page('New-IISSiteBinding', 'Adds a binding to a site.')],
  },
  {
    title: 'Clear-IISConfigCollection',
    does: 'Takes all entries out of a collection and writes `<clear>`, so that inherited entries do not hold either.',
    takesDown: 'At the level of the server it empties it for every site.',
    versions,
    sources: [page('Clear-IISConfigCollection', 'Removes all elements of a collection and puts a clear tag there.')],
  },
];
