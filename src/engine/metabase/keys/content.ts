import { content, sectionAt, server, set } from '../build';
import type { MetabaseKey, Step, Value } from '../key';
import { bitNames, integer, type ValueKind } from '../values';

const AUTHENTICATION = 'system.webServer/security/authentication';
/** Kinds of authentication by their bits in `AuthFlags`. */
const KINDS = {
  anonymousAuthentication: 1,
  basicAuthentication: 2,
  windowsAuthentication: 4,
  digestAuthentication: 16,
};
const LOGONS = { 0: 'Interactive', 1: 'Batch', 2: 'Network', 3: 'ClearText' };
const ACCESS = {
  Read: 1,
  Write: 2,
  Execute: 4,
  Source: 16,
  Script: 512,
  NoRemoteWrite: 1_024,
  NoRemoteRead: 4_096,
  NoRemoteExecute: 8_192,
  NoRemoteScript: 16_384,
};
const SSL = { Ssl: 8, SslNegotiateCert: 32, SslRequireCert: 64, SslMapCert: 128, Ssl128: 256 };
const SHOWN = { Date: 2, Time: 4, Size: 8, Extension: 16, LongDate: 32 };
const DEFAULT_DOCUMENT = 0x4000_0000;
const BROWSING = 0x8000_0000;

const authFlags: MetabaseKey = {
  name: 'AuthFlags',
  meaning: 'Which kinds of authentication are on: 1 anonymous, 2 basic, 4 Windows, 16 digest, 64 Passport.',
  at: ['server', 'site', 'content'],
  successor: (place, values) => {
    const number = integer(values?.[0] ?? '');
    return {
      steps: Object.entries(KINDS).map(([kind, bit]): Step => {
        const on = sectionAt(`${AUTHENTICATION}/${kind}`, place);
        if (!values) return { do: 'show', on, attribute: 'enabled' };
        if (number === null) return set(on, 'enabled', 'VALUE');
        return set(on, 'enabled', { kind: 'boolean', text: (number & bit) !== 0 ? 'true' : 'false' });
      }),
      ...(number !== null && (number & 64) !== 0 && { note: 'Passport authentication was removed.' }),
    };
  },
};

const dirBrowseFlags: MetabaseKey = {
  name: 'DirBrowseFlags',
  meaning:
    'Whether a folder is listed and what of each file is shown, and whether there are default documents; by bits.',
  at: ['server', 'site', 'content'],
  successor: (place, values) => {
    const list = sectionAt('system.webServer/directoryBrowse', place);
    const documents = sectionAt('system.webServer/defaultDocument', place);
    if (!values)
      return {
        steps: [
          { do: 'show', on: list, attribute: 'enabled' },
          { do: 'show', on: documents, attribute: 'enabled' },
        ],
      };
    const number = integer(values[0] ?? '');
    const isOn = (bit: number): Value => {
      if (number === null) return { kind: 'text', text: 'VALUE' };
      return { kind: 'boolean', text: (number & bit) !== 0 ? 'true' : 'false' };
    };
    const shown = number === null ? 'VALUE' : bitNames(number, SHOWN).join(',') || 'None';
    return {
      steps: [
        set(list, 'enabled', isOn(BROWSING)),
        set(list, 'showFlags', shown),
        set(documents, 'enabled', isOn(DEFAULT_DOCUMENT)),
      ],
    };
  },
};

const logonMethod: MetabaseKey = {
  name: 'LogonMethod',
  meaning: 'How users are logged on: 0 interactive, 1 batch, 2 network, 3 network with the password kept.',
  at: ['server', 'site', 'content'],
  successor: (place, values) => ({
    steps: ['anonymousAuthentication', 'basicAuthentication'].map((kind): Step => {
      const on = sectionAt(`${AUTHENTICATION}/${kind}`, place);
      if (!values) return { do: 'show', on, attribute: 'logonMethod' };
      const number = integer(values[0] ?? '');
      const known = number === null ? undefined : Object.entries(LOGONS).find(([one]) => Number(one) === number)?.[1];
      return set(on, 'logonMethod', known ?? 'VALUE');
    }),
    note: 'A virtual directory on a share has a logonMethod of its own.',
  }),
};

const central = (name: string, mode: string): MetabaseKey => ({
  name,
  meaning: 'Whether all sites share one log.',
  at: ['server'],
  successor: (_, values) => {
    const on = { of: 'section', section: 'system.applicationHost/log', site: null, path: '' } as const;
    if (!values) return { steps: [{ do: 'show', on, attribute: 'centralLogFileMode' }] };
    return { steps: [set(on, 'centralLogFileMode', /^(?:1|true)$/i.test(values[0] ?? '') ? mode : 'Site')] };
  },
});

const kind = (name: string, section: string, meaning: string): MetabaseKey =>
  content(name, `${AUTHENTICATION}/${section} enabled`, 'boolean', meaning);
const flags = (bits: Readonly<Record<string, number>>): ValueKind => ({ bits });

/** Keys of what a site serves: each became an attribute of a section. */
export const contentKeys: readonly MetabaseKey[] = [
  authFlags,
  kind('AuthAnonymous', 'anonymousAuthentication', 'Whether anonymous requests are served.'),
  kind('AuthBasic', 'basicAuthentication', 'Whether Basic authentication is on.'),
  kind('AuthNTLM', 'windowsAuthentication', 'Whether Windows authentication is on.'),
  kind('AuthMD5', 'digestAuthentication', 'Whether Digest authentication is on.'),
  content(
    'AnonymousUserName',
    `${AUTHENTICATION}/anonymousAuthentication userName`,
    'text',
    'The account for anonymous requests; empty since IIS 7 means that of the pool.',
  ),
  content(
    'AnonymousUserPass',
    `${AUTHENTICATION}/anonymousAuthentication password`,
    'secret',
    'The password of that account.',
  ),
  content(
    'DefaultLogonDomain',
    `${AUTHENTICATION}/basicAuthentication defaultLogonDomain`,
    'text',
    'The domain for names without one.',
  ),
  content(
    'Realm',
    `${AUTHENTICATION}/basicAuthentication realm`,
    'text',
    'The text that a browser shows when it asks for a password.',
  ),
  logonMethod,
  content(
    'AccessFlags',
    'system.webServer/handlers accessPolicy',
    flags(ACCESS),
    'What may be done with files: read, write, execute, run as scripts; by bits.',
  ),
  content(
    'AccessSSLFlags',
    'system.webServer/security/access sslFlags',
    flags(SSL),
    'Whether HTTPS and client certificates are demanded, by bits.',
  ),
  dirBrowseFlags,
  content(
    'EnableDirBrowsing',
    'system.webServer/directoryBrowse enabled',
    'boolean',
    'Whether folders are listed to visitors.',
  ),
  content(
    'EnableDefaultDoc',
    'system.webServer/defaultDocument enabled',
    'boolean',
    'Whether a folder answers with its default document.',
  ),
  content(
    'CacheControlMaxAge',
    'system.webServer/staticContent clientCache.cacheControlMaxAge',
    'seconds',
    'Seconds that a browser may keep what it got; since IIS 7 clientCache.cacheControlMode must be UseMaxAge.',
  ),
  content(
    'CacheControlCustom',
    'system.webServer/staticContent clientCache.cacheControlCustom',
    'text',
    'What else stands in the header Cache-Control.',
  ),
  content(
    'AllowKeepAlive',
    'system.webServer/httpProtocol allowKeepAlive',
    'boolean',
    'Whether connections stay open for the next request.',
  ),
  content('DontLog', 'system.webServer/httpLogging dontLog', 'boolean', 'Whether requests are left out of the log.'),
  content('CGITimeout', 'system.webServer/cgi timeout', 'seconds', 'Seconds that a CGI program may take.'),
  content(
    'CreateProcessAsUser',
    'system.webServer/cgi createProcessAsUser',
    'boolean',
    'Whether CGI programs run as the user of the request.',
  ),
  content(
    'UploadReadAheadSize',
    'system.webServer/serverRuntime uploadReadAheadSize',
    'integer',
    'Bytes of a request body that are read in advance.',
  ),
  content(
    'SSIExecDisable',
    'system.webServer/serverSideInclude ssiExecDisable',
    'boolean',
    'Whether `#exec` in includes is refused.',
  ),
  content(
    'HcDoStaticCompression',
    'system.webServer/urlCompression doStaticCompression',
    'boolean',
    'Whether files are compressed.',
  ),
  content(
    'HcDoDynamicCompression',
    'system.webServer/urlCompression doDynamicCompression',
    'boolean',
    'Whether computed answers are compressed.',
  ),
  server(
    'HcCompressionDirectory',
    'system.webServer/httpCompression directory',
    'text',
    'The folder of compressed files.',
  ),
  server(
    'HcMaxDiskSpaceUsage',
    'system.webServer/httpCompression maxDiskSpaceUsage',
    'megabytes',
    'How much disk compressed files may take: bytes on IIS 6, MB since IIS 7.',
  ),
  server(
    'HcMinFileSizeForComp',
    'system.webServer/httpCompression minFileSizeForComp',
    'integer',
    'Bytes from which files are compressed.',
  ),
  server(
    'MinFileBytesPerSec',
    'system.applicationHost/webLimits minBytesPerSecond',
    'integer',
    'Bytes a second below which a client is cut off.',
  ),
  central('CentralW3CLoggingEnabled', 'CentralW3C'),
  central('CentralBinaryLoggingEnabled', 'CentralBinary'),
];
