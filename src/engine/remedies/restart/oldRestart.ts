import { serviceIs } from '../commands/checks';
import { netStart, netStop, program } from '../commands/programs';
import type { Plan } from '../plan';
import { base } from './base';

/** The restart of IIS 5 and 6, where IISADMIN carries everything. For a person: nothing of ours runs there. */
export const oldRestart = (server: string): Plan => ({
  ...base(server),
  title: `Restart IIS 5 or 6 on ${server}`,
  verdict:
    'Windows 2000 to 2003 has no WAS: there W3SVC and the other services of IIS depend on IISADMIN. They are stopped with it, and those that ran are started again.',
  runs: false,
  steps: [
    {
      id: 'note',
      title: 'Write down which services run that depend on IISADMIN',
      why: 'STATE says RUNNING for those that have to be started again; usually W3SVC, HTTPFilter, MSFTPSVC, SMTPSVC or NNTPSVC.',
      command: program('sc.exe', ['enumdepend', 'IISADMIN']),
      stops: [],
    },
    {
      id: 'stop',
      title: 'Stop IISADMIN and what depends on it',
      why: '/y answers the question about dependents and forces nothing; exit code 2 means that it was stopped already.',
      command: netStop('IISADMIN', true),
      stops: ['All sites, FTP, SMTP and NNTP of IIS.'],
      accepts: [2],
      check: serviceIs('IISADMIN', 'stopped', 120),
      undo: { title: 'Start W3SVC', command: netStart('W3SVC'), accepts: [2] },
    },
    {
      id: 'start',
      title: 'Start W3SVC',
      why: 'It brings IISADMIN with it, and HTTP on IIS 6.',
      command: netStart('W3SVC'),
      stops: [],
      accepts: [2],
      check: serviceIs('W3SVC', 'running'),
    },
    {
      id: 'others',
      title: 'Start every other service that you have written down, by net start and its name',
      why: 'Starting W3SVC does not bring back FTP, SMTP and NNTP.',
      command: null,
      stops: [],
    },
  ],
  verification: [serviceIs('IISADMIN', 'running'), serviceIs('W3SVC', 'running')],
  leftovers: ['Ask the server for a page of each site.'],
});
