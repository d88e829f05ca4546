import type { Snapshot } from '../../servers/snapshot';
import { appcmd, program } from '../commands/programs';
import type { Check, Lead, Plan, Refusal, Step } from '../plan';
import { byHand, runbook } from '../runbook';

/** What is behind a code of 500.19 that the files themselves do not show. */
export interface Cause {
  /** `0x80070005` */
  readonly hresult: string;
  readonly label: string;
  readonly plan: (snapshot: Snapshot, place: string) => Plan | Refusal;
}

export const UNKNOWN = 'Not known: look into the files';

interface Guide {
  readonly verdict: string;
  readonly steps: (place: string, pool: string) => readonly Step[];
  readonly leads?: readonly Lead[];
}

const list = (place: string): Check => ({
  says: `The folder of "${place}" is one that is there.`,
  command: appcmd('list', 'vdir', `/app.name:${place.includes('/') ? place : `${place}/`}`),
  expects: { kind: 'contains', text: 'physicalPath' },
  otherwise: 'Look at the physical path in IIS Manager, Basic Settings.',
});

const guided = (hresult: string, what: string, { verdict, steps, leads }: Guide): Cause => ({
  hresult,
  label: `${hresult}: ${what}`,
  plan: (snapshot, place) =>
    runbook({
      remedy: 'error-500-19',
      title: `Find the cause of 500.19 with ${hresult} at "${place}" on ${snapshot.server}`,
      server: snapshot.server,
      verdict,
      steps: steps(place, poolAt(snapshot, place)),
      verification: [list(place)],
      ...(leads && { leads }),
    }),
});

/** Where the files should have shown the cause and did not. */
const seen = (hresult: string, what: string, elsewhere: string): Cause => ({
  hresult,
  label: `${hresult}: ${what}`,
  plan: (_, place) => ({ because: `The files that hold for "${place}" do not show this fault. ${elsewhere}` }),
});

const leading = (hresult: string, what: string, because: string, lead: Lead): Cause => ({
  hresult,
  label: `${hresult}: ${what}`,
  plan: () => ({ because, instead: [lead] }),
});

/** The pool of the application that a path belongs to; empty where it is not known. */
function poolAt({ sites }: Snapshot, place: string): string {
  const applications = sites?.applications.known ? sites.applications.value : [];
  const found = applications
    .map(({ site, path, applicationPool }) => ({
      at: `${site}${path === '/' ? '' : path}`.toLowerCase(),
      applicationPool,
    }))
    .filter(({ at }) => place.toLowerCase() === at || place.toLowerCase().startsWith(`${at}/`))
    .sort((a, b) => b.at.length - a.at.length);
  return found[0]?.applicationPool ?? '';
}

export const causes: readonly Cause[] = [
  seen(
    '0x8007000D',
    'the file is damaged, or a section is not known here',
    'A web.config further down, or one that comes over a share, may be the one. The detailed page names it.',
  ),
  seen(
    '0x80070021',
    'a section is locked',
    'A web.config further down may use it, or the server was changed in the meantime: read it again.',
  ),
  seen(
    '0x800700B7',
    'an entry stands twice',
    'A web.config further down may add it. The detailed page names file and line.',
  ),
  guided('0x80070005', 'access to the file is denied', {
    verdict: 'IIS may not read the web.config, or a folder on the way to it.',
    steps: (place, pool) => [
      byHand(
        'rights',
        'Look who may read the folder and its web.config',
        'IIS_IUSRS or the identity of the pool needs to read; icacls.exe with the path of the folder lists who may.',
        appcmd('list', 'vdir', `/app.name:${place.includes('/') ? place : `${place}/`}`, '/text:physicalPath'),
      ),
      byHand(
        'grant',
        `Let the pool${pool === '' ? '' : ` "${pool}"`} read the folder, if it may not`,
        `icacls.exe FOLDER /grant "IIS AppPool\\${pool === '' ? 'POOL' : pool}:(OI)(CI)RX" for a pool with an identity of its own; else its account. Read and execute are enough.`,
      ),
      byHand(
        'share',
        'For a folder on a share: look whether the account may read there',
        'The account is that of the virtual directory if it has one, else the pool or, for ApplicationPoolIdentity, the computer account.',
      ),
    ],
  }),
  guided('0x80070003', 'the folder cannot be found', {
    verdict: 'The physical path of the site, application or virtual directory does not exist, or IIS cannot reach it.',
    steps: (place) => [
      byHand(
        'path',
        'Compare the physical path with what is there',
        'A typing error, a drive letter that only the person who is logged on has, or a share that is gone.',
        appcmd('list', 'vdir', `/app.name:${place.includes('/') ? place : `${place}/`}`),
      ),
      byHand(
        'mend-path',
        'Put the path right, or put the folder back',
        'IIS Manager: Basic Settings; a share is written as \\\\server\\share.',
      ),
    ],
  }),
  guided('0x8007010B', 'the path is no folder', {
    verdict: 'The physical path leads to a file, or its name is not valid.',
    steps: (place) => [
      byHand(
        'path',
        'Let the physical path be the folder, not a file in it',
        'IIS Manager: Basic Settings.',
        appcmd('list', 'vdir', `/app.name:${place.includes('/') ? place : `${place}/`}`),
      ),
    ],
  }),
  guided('0x8007052E', 'user name or password of the folder are wrong', {
    verdict: 'The folder is read with fixed credentials, and the server that has it does not accept them.',
    steps: () => [
      byHand(
        'credentials',
        'Enter the password anew: Basic Settings, Connect as, Set',
        'The dialog has a button that tests it. The password never goes onto a command line.',
      ),
      byHand(
        'account',
        'Look whether the account is locked or its password has expired',
        'net.exe user NAME /domain tells.',
      ),
    ],
    leads: [{ remedy: 'pool-identity', values: {}, says: 'Where the pool itself cannot log on, its events tell so.' }],
  }),
  leading(
    '0x8007007E',
    'the file of a module cannot be found',
    'A module is registered whose file, or one that it needs, is not there.',
    { remedy: 'missing-module', values: {}, says: 'Finds the module and takes it out, or leads to its product.' },
  ),
  leading(
    '0x800700C1',
    'a module has the wrong bitness',
    'A 32-bit pool loads a 64-bit module, or the other way round.',
    {
      remedy: 'bitness',
      values: {},
      says: 'Changes the pool, or loads the module only where it fits.',
    },
  ),
  ...(['0x80090016', '0x80090005'] as const).map((hresult) =>
    leading(
      hresult,
      'an encrypted value cannot be decrypted',
      'The keys that encrypted values of the configuration are not there, or may not be read.',
      {
        remedy: 'key-container',
        values: {},
        says: 'Leads through rights, restored keys, and keys that are lost.',
      },
    ),
  ),
  seen(
    '0x80070032',
    'a section is not declared',
    'Settings of system.web for the classic pipeline give the same code with 500.22 to 500.24; look at the sub-status in the log.',
  ),
  guided('0x80070035', 'the share with the files cannot be reached', {
    verdict: 'The folder, or the configuration itself, lies on a share that the server cannot reach.',
    steps: () => [
      byHand(
        'reach',
        'Look from this server whether the other one answers',
        'Name, port 445, and the account that asks.',
        program('net.exe', ['view']),
      ),
      byHand(
        'offline',
        'For a Shared Configuration: keep a copy by Offline Files, or go back to the local one meanwhile',
        'IIS Manager: Shared Configuration; it keeps a copy of what it had.',
      ),
    ],
  }),
];
