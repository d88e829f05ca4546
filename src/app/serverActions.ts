/** What can be done to a pool or a site with one command. */
export type Action = 'start' | 'stop' | 'recycle';

export interface ServerAction {
  /** `Recycle application pool "Shop"`. */
  readonly title: string;
  /** Exactly the line of Windows PowerShell that runs there. */
  readonly command: string;
  /** Whom it hits. */
  readonly effect: string;
}

/** A text as a literal of PowerShell, whatever is in it: quotes of all five kinds close it unless doubled. */
export const literal = (text: string): string => `'${text.replace(/['\u2018\u2019\u201A\u201B]/g, '$&$&')}'`;

const APPCMD = '& "$env:windir\\System32\\inetsrv\\appcmd.exe"';

/** @param running how many requests are running in it right now; null where that is not known */
export function poolAction(action: Action, pool: string, running: number | null): ServerAction {
  const requests =
    running === null ? '' : running === 1 ? ' One request is running.' : ` ${running} requests are running.`;
  const effects: Readonly<Record<Action, string>> = {
    start: 'Requests to its applications are answered again.',
    stop: `Requests to its applications are answered with 503 until it is started again; running ones are ended.${requests}`,
    recycle: `A new worker process takes new requests; the old one may finish its own within the shutdown time limit. What it keeps in memory, such as in-process sessions, is lost.${requests}`,
  };
  return {
    title: `${verbs[action]} application pool "${pool}"`,
    command: `${APPCMD} ${action} apppool ${literal(`/apppool.name:${pool}`)}`,
    effect: effects[action],
  };
}

export function siteAction(action: Exclude<Action, 'recycle'>, site: string): ServerAction {
  return {
    title: `${verbs[action]} site "${site}"`,
    command: `${APPCMD} ${action} site ${literal(`/site.name:${site}`)}`,
    effect:
      action === 'start'
        ? 'It listens at its bindings again.'
        : 'Nobody is answered at its bindings until it is started again. Its application pools run on.',
  };
}

const verbs: Readonly<Record<Action, string>> = { start: 'Start', stop: 'Stop', recycle: 'Recycle' };
