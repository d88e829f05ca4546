import { gone, sectionAt, set } from '../build';
import type { MetabaseKey, Step } from '../key';
import { converted, timeSpan } from '../values';

const NO_IWAM = 'IIS 7 and later have no such account: the identity of the application pool took its place.';

/** A key of a virtual directory or an application, as one attribute of it. */
const ofPath = (
  name: string,
  of: 'vdir' | 'app',
  attribute: string,
  meaning: string,
  isSecret = false,
): MetabaseKey => ({
  name,
  meaning,
  at: ['content'],
  ...(isSecret && { isSecret: true as const }),
  successor: ({ site, path }, values) => {
    const on = { of, site, path } as const;
    if (!values) return { steps: [{ do: 'show', on, attribute }] };
    return { steps: [set(on, attribute, converted(values[0], isSecret ? 'secret' : 'text'))] };
  },
});

const appRoot: MetabaseKey = {
  name: 'AppRoot',
  meaning: 'Makes the folder an application.',
  at: ['content'],
  successor: ({ site, path }, values) => {
    const name = path.slice(1) || 'APP';
    const step: Step = values
      ? {
          do: 'run',
          appcmd: `add app /site.name:"${site}" /path:"/${name}" /physicalPath:"FOLDER"`,
          webAdministration: `New-WebApplication -Site '${site}' -Name '${name}' -PhysicalPath 'FOLDER' -ApplicationPool 'POOL'`,
          iisAdministration: `$m = Get-IISServerManager; $m.Sites['${site}'].Applications.Add('/${name}', 'FOLDER'); $m.CommitChanges()`,
        }
      : {
          do: 'run',
          appcmd: `list app /site.name:"${site}"`,
          webAdministration: `Get-WebApplication -Site '${site}'`,
          iisAdministration: `(Get-IISSite -Name '${site}').Applications`,
        };
    return { steps: [step], note: 'The folder stands in the key Path; the pool was named by AppPoolId.' };
  },
};

/** `D, 0x15180` or a date: when a browser must ask again. */
const expires: MetabaseKey = {
  name: 'HttpExpires',
  meaning: 'How long a browser may keep what it got.',
  at: ['server', 'site', 'content'],
  successor: (place, values) => {
    const on = sectionAt('system.webServer/staticContent', place);
    if (!values) return { steps: [{ do: 'show', on, attribute: 'clientCache.cacheControlMaxAge' }] };
    const [, digits] = /^D,\s{0,5}(0x[\da-f]{1,8}|\d{1,9})$/i.exec(values.join(',')) ?? [];
    const seconds = Number(digits);
    const isKnown = digits !== undefined && seconds <= 0x7fff_ffff;
    return {
      steps: [
        set(on, 'clientCache.cacheControlMode', 'UseMaxAge'),
        set(on, 'clientCache.cacheControlMaxAge', isKnown ? { kind: 'time', text: timeSpan(seconds) } : 'TIMESPAN'),
      ],
      note: 'For a fixed date the mode is UseExpires and the date stands in clientCache.httpExpires.',
    };
  },
};

const history = (name: string, isSwitch: boolean): MetabaseKey => ({
  name,
  meaning: isSwitch ? 'Whether old versions of the metabase are kept.' : 'How many of them are kept.',
  at: ['machine'],
  successor: (_, values) => {
    const on = { of: 'section', section: 'system.applicationHost/configHistory', site: null, path: '' } as const;
    const attribute = isSwitch ? 'enabled' : 'maxHistories';
    if (!values) return { steps: [{ do: 'show', on, attribute }] };
    return { steps: [set(on, attribute, converted(values[0], isSwitch ? 'boolean' : 'integer'))] };
  },
});

const HTTP_SYS = 'The certificate is bound in HTTP.sys: netsh http add sslcert';
const certificate = (name: string, meaning: string, parameter: string): MetabaseKey =>
  gone(name, meaning, `No attribute took its place. ${HTTP_SYS} ${parameter}.`);

/** Keys of paths and of the machine, and those without a successor. */
export const otherKeys: readonly MetabaseKey[] = [
  ofPath('Path', 'vdir', 'physicalPath', 'The folder on disk.'),
  ofPath('UNCUserName', 'vdir', 'userName', 'The account for a folder on a share.'),
  ofPath('UNCPassword', 'vdir', 'password', 'The password of that account.', true),
  ofPath('AppPoolId', 'app', 'applicationPool', 'The pool of the application.'),
  appRoot,
  expires,
  history('EnableHistory', true),
  history('MaxHistoryFiles', false),
  gone('WAMUserName', 'The account of out-of-process applications of IIS 5.', NO_IWAM),
  {
    ...gone('WAMUserPass', 'The password of the account of out-of-process applications of IIS 5.', NO_IWAM),
    isSecret: true,
  },
  gone('AnonymousPasswordSync', 'Let IIS 5 keep the anonymous password itself.', 'It was removed; leave it out.'),
  gone('IIs5IsolationModeEnabled', 'Made IIS 6 run applications as IIS 5 did.', 'It was removed; leave it out.'),
  gone(
    'AppIsolated',
    'Where IIS 5 ran the application: 0 in its own process, 1 isolated, 2 pooled.',
    'Every application runs in the worker process of its pool: give it a pool of its own to isolate it.',
  ),
  gone('AppFriendlyName', 'A name of the application for people.', 'It was removed; leave it out.'),
  gone(
    'ServerListenBacklog',
    'How many connections IIS 5 let wait at the socket.',
    'HTTP.sys listens since IIS 6; what waits is limited by queueLength of the pool.',
  ),
  gone(
    'DisableSocketPooling',
    'Made IIS 5 listen on single addresses.',
    'Since IIS 6 HTTP.sys listens: netsh http add iplisten names addresses, for all programs of the server.',
  ),
  gone(
    'EnableEditWhileRunning',
    'Let people edit MetaBase.xml while IIS 6 ran.',
    'Not needed: applicationHost.config may be edited at any time.',
  ),
  certificate('SSLCertHash', 'The certificate of the site.', 'with certhash='),
  certificate('SSLStoreName', 'The store of the certificate.', 'with certstorename='),
  certificate('SslCtlIdentifier', 'The list of trusted issuers of client certificates.', 'with sslctlidentifier='),
  certificate('SslCtlStoreName', 'The store of that list.', 'with sslctlstorename='),
];
