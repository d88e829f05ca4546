import { add, sectionAt, set } from '../build';
import type { MetabaseKey, Step, Successor, Target } from '../key';
import type { MetabasePlace } from '../place';
import { isPlainText } from '../values';

const REPLACES = 'adsutil replaces the whole list, this adds to it: remove first what must go.';
const ANYWHERE: MetabaseKey['at'] = ['server', 'site', 'content'];

/** Values as adsutil gets them, those that cannot be written safely replaced by nothing. */
const plain = (values: readonly string[]): readonly string[] => values.map((one) => (isPlainText(one) ? one : ''));
const parts = (value: string): readonly string[] => value.split(',').map((one) => one.trim());

/** A list that became the collection of a section, one element for each value. */
function list(
  name: string,
  section: string,
  collection: string,
  meaning: string,
  element: (value: string) => Readonly<Record<string, string>>,
  split: (values: readonly string[]) => readonly string[] = (values) => values,
  at: MetabaseKey['at'] = ANYWHERE,
): MetabaseKey {
  return {
    name,
    meaning,
    at,
    successor: (place, values): Successor => {
      const on = sectionAt(section, place);
      if (!values) return { steps: [{ do: 'show', on, attribute: collection }] };
      const items = split(plain(values));
      return { steps: (items.length ? items : ['']).map((one) => add(on, collection, element(one))), note: REPLACES };
    },
  };
}

/** `10.0.0.1:80:www.example.org`: address, port and host; the address may be missing. */
function bindings(name: string, protocol: 'http' | 'https', meaning: string): MetabaseKey {
  return {
    name,
    meaning,
    at: ['site'],
    successor: ({ site }, values): Successor => {
      const on: Target = { of: 'site', site };
      if (!values) return { steps: [{ do: 'show', on, attribute: 'bindings' }] };
      const steps = plain(values).map((value): Step => {
        const [, address = '', port = '', host = ''] = /^([^:]{0,50}):(\d{1,5}):([^:]{0,253})$/.exec(value) ?? [];
        const information = port === '' ? 'ADDRESS:PORT:HOST' : `${address || '*'}:${port}:${host}`;
        return add(on, 'bindings', { protocol, bindingInformation: information });
      });
      const https = ' The certificate is bound by netsh http add sslcert or with the binding in IIS Manager.';
      return { steps, note: `${REPLACES}${protocol === 'https' ? https : ''}` };
    },
  };
}

/** `.ext,C:\path\program.dll,flags,GET,POST` */
function handler(value: string): Readonly<Record<string, string>> {
  const [extension = '', program = '', flags = '0', ...verbs] = parts(value);
  if (!/^(?:\.[\w]+|\*)$/.test(extension) || program === '')
    return { name: 'NAME', path: '*.EXT', verb: '*', modules: 'IsapiModule', scriptProcessor: 'PROGRAM' };
  const isCgi = /\.exe\b/i.test(program);
  const number = Number(flags);
  return {
    name: `${extension === '*' ? 'all' : extension.slice(1)}-${isCgi ? 'CGI' : 'ISAPI'}`,
    path: extension === '*' ? '*' : `*${extension}`,
    verb: verbs.filter((one) => one !== '').join(',') || '*',
    modules: isCgi ? 'CgiModule' : 'IsapiModule',
    scriptProcessor: program,
    resourceType: (number & 4) !== 0 ? 'File' : 'Unspecified',
    requireAccess: (number & 1) !== 0 ? 'Script' : 'Execute',
  };
}

const MODES: Readonly<Record<string, string>> = { FILE: 'File', URL: 'ExecuteURL' };

/** `404,*,FILE,C:\errors\404.htm` */
function customError(value: string): Readonly<Record<string, string>> {
  const [status = '', sub = '', mode = '', ...path] = parts(value);
  const isKnown = /^[45]\d\d$/.test(status) && MODES[mode.toUpperCase()] !== undefined && path.length > 0;
  if (!isKnown) return { statusCode: 'STATUS', path: 'PATH', responseMode: 'File' };
  return {
    statusCode: status,
    subStatusCode: /^\d{1,3}$/.test(sub) ? sub : '-1',
    path: path.join(','),
    responseMode: MODES[mode.toUpperCase()] ?? 'File',
  };
}

/** `1,C:\php\php.exe,1,PHP,PHP scripts` */
function restriction(value: string): Readonly<Record<string, string>> {
  const [allowed = '', path = '', , group = '', description = ''] = parts(value);
  if (!/^[01]$/.test(allowed) || path === '') return { path: 'PROGRAM', allowed: 'true' };
  return {
    path,
    allowed: allowed === '1' ? 'true' : 'false',
    ...(group && { groupId: group }),
    ...(description && { description }),
  };
}

const restrictions: MetabaseKey = {
  name: 'WebSvcExtRestrictionList',
  meaning: 'Which ISAPI and CGI programs may run.',
  at: ['server'],
  successor: (_: MetabasePlace, values): Successor => {
    const on: Target = {
      of: 'section',
      section: 'system.webServer/security/isapiCgiRestriction',
      site: null,
      path: '',
    };
    if (!values) return { steps: [{ do: 'show', on, attribute: '' }] };
    return {
      steps: plain(values).map((value): Step => {
        const [allowed = '', path = ''] = parts(value);
        const others = path === '*.dll' ? 'notListedIsapisAllowed' : path === '*.exe' ? 'notListedCgisAllowed' : null;
        if (others !== null) return set(on, others, { kind: 'boolean', text: allowed === '1' ? 'true' : 'false' });
        return add(on, '', restriction(value));
      }),
      note: REPLACES,
    };
  },
};

/** `http://shop.example.org/, EXACT_DESTINATION, PERMANENT` */
const redirect: MetabaseKey = {
  name: 'HttpRedirect',
  meaning: 'Where requests are sent instead.',
  at: ANYWHERE,
  successor: (place, values): Successor => {
    const on = sectionAt('system.webServer/httpRedirect', place);
    if (!values) return { steps: [{ do: 'show', on, attribute: 'destination' }] };
    const [destination = '', ...options] = parts(plain(values).join(','));
    const has = (option: string): boolean => options.some((one) => one.toUpperCase() === option);
    const yes = (isOn: boolean) => ({ kind: 'boolean', text: isOn ? 'true' : 'false' }) as const;
    return {
      steps: [
        set(on, 'enabled', yes(true)),
        set(on, 'destination', destination || 'URL'),
        set(on, 'exactDestination', yes(has('EXACT_DESTINATION'))),
        set(on, 'childOnly', yes(has('CHILD_ONLY'))),
        set(on, 'httpResponseStatus', has('PERMANENT') ? 'Permanent' : has('TEMPORARY') ? 'Temporary' : 'Found'),
      ],
    };
  },
};

const header = (value: string): Readonly<Record<string, string>> => {
  const [, name = 'NAME', text = 'TEXT'] = /^([\w-]{1,100}):\s{0,20}(.{1,500})$/.exec(value) ?? [];
  return { name, value: text };
};
const mimeMap = (value: string): Readonly<Record<string, string>> => {
  const [, extension = '.EXT', type = 'TYPE'] = /^(\.[\w-]{1,50}),(\S{1,200})$/.exec(value) ?? [];
  return { fileExtension: extension, mimeType: type };
};
const each = (values: readonly string[]): readonly string[] => values.flatMap(parts).filter((one) => one !== '');

/** Keys that hold several values. */
export const listKeys: readonly MetabaseKey[] = [
  bindings('ServerBindings', 'http', 'Addresses, ports and host names at which the site listens for HTTP.'),
  bindings('SecureBindings', 'https', 'Addresses and ports at which the site listens for HTTPS.'),
  list(
    'DefaultDoc',
    'system.webServer/defaultDocument',
    'files',
    'The files that answer for a folder.',
    (value) => ({ value: value || 'FILE' }),
    each,
  ),
  list(
    'HttpCustomHeaders',
    'system.webServer/httpProtocol',
    'customHeaders',
    'Headers that every answer carries.',
    header,
  ),
  list('HttpErrors', 'system.webServer/httpErrors', '', 'What visitors see instead of an error.', customError),
  list('ScriptMaps', 'system.webServer/handlers', '', 'Which program handles which file extension.', handler),
  list('MimeMap', 'system.webServer/staticContent', '', 'The content type of each file extension.', mimeMap),
  list(
    'NTAuthenticationProviders',
    'system.webServer/security/authentication/windowsAuthentication',
    'providers',
    'The protocols of Windows authentication, in their order.',
    (value) => ({ value: value || 'NTLM' }),
    each,
  ),
  list(
    'IPSecurity',
    'system.webServer/security/ipSecurity',
    '',
    'Which addresses are served and which are not. adsutil cannot set it.',
    () => ({ ipAddress: 'ADDRESS', subnetMask: 'MASK', allowed: 'true' }),
  ),
  list(
    'HcFileExtensions',
    'system.webServer/httpCompression',
    'staticTypes',
    'The extensions of files that are compressed; since IIS 7 content types decide.',
    () => ({ mimeType: 'TYPE', enabled: 'true' }),
    () => [],
    ['scheme'],
  ),
  list(
    'HcScriptFileExtensions',
    'system.webServer/httpCompression',
    'dynamicTypes',
    'The extensions of computed answers that are compressed; since IIS 7 content types decide.',
    () => ({ mimeType: 'TYPE', enabled: 'true' }),
    () => [],
    ['scheme'],
  ),
  restrictions,
  redirect,
];
