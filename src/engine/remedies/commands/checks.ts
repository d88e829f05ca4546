import type { Check } from '../plan';
import { appcmd, program } from './programs';

const STATES = { running: 'RUNNING', stopped: 'STOPPED' } as const;

/** Whether a service has a state; waits for it. The words of sc.exe are the same in every language of Windows. */
export const serviceIs = (service: string, state: keyof typeof STATES, within = 60): Check => ({
  says: `${service} is ${state}.`,
  command: program('sc.exe', ['queryex', service]),
  expects: { kind: 'contains', text: STATES[state] },
  within,
  otherwise: `Look at what its process, PID above, is busy with before you end it.`,
});

/** Whether an application pool has a state. */
export const poolIs = (pool: string, state: 'Started' | 'Stopped', within = 30): Check => ({
  says: `Application pool "${pool}" is ${state.toLowerCase()}.`,
  command: appcmd('list', 'apppool', `/apppool.name:${pool}`, '/text:state'),
  expects: { kind: 'is', text: state },
  within,
  otherwise: 'Look at the events of WAS of the last minutes: they name the reason.',
});

/** Whether a site has a state. */
export const siteIs = (site: string, state: 'Started' | 'Stopped', within = 30): Check => ({
  says: `Site "${site}" is ${state.toLowerCase()}.`,
  command: appcmd('list', 'site', `/site.name:${site}`, '/text:state'),
  expects: { kind: 'is', text: state },
  within,
  otherwise: 'Look at the events of W3SVC and HttpEvent: they name the binding that could not be taken.',
});

/**
 * Whether a source has written no error into the System log within the last minute.
 *
 * @param provider as the log names it
 */
export const noNewErrors = (provider: string): Check => ({
  says: `${provider} has written no error within the last minute.`,
  command: program('wevtutil.exe', [
    'qe',
    'System',
    `/q:*[System[Provider[@Name='${provider}'] and (Level=1 or Level=2) and TimeCreated[timediff(@SystemTime) <= 60000]]]`,
    '/c:5',
    '/rd:true',
    '/f:text',
  ]),
  expects: { kind: 'is', text: '' },
  otherwise: 'The events above say what is wrong.',
});
