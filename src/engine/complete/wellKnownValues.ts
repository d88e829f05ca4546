/** A value that the schema leaves open and people use all the time. */
export interface WellKnownValue {
  readonly value: string;
  readonly says: string;
}

const word = (value: string, says: string): WellKnownValue => ({ value, says });

const PRECONDITIONS = [
  word('integratedMode', 'only in pools with the integrated pipeline'),
  word('classicMode', 'only in pools with the classic pipeline'),
  word('managedHandler', 'only for requests that managed code answers'),
  word('runtimeVersionv2.0', 'only in pools with .NET 2.0'),
  word('runtimeVersionv4.0', 'only in pools with .NET 4'),
  word('bitness32', 'only in 32-bit worker processes'),
  word('bitness64', 'only in 64-bit worker processes'),
];

const VALUES: Readonly<Record<string, readonly WellKnownValue[]>> = {
  preCondition: PRECONDITIONS,
  managedRuntimeVersion: [
    word('v4.0', '.NET Framework 4 and later'),
    word('v2.0', '.NET Framework 2.0 to 3.5'),
    word('', 'no managed code: ASP.NET Core, PHP, static files'),
  ],
  protocol: [
    word('http', 'web'),
    word('https', 'web over TLS'),
    word('ftp', 'file transfer'),
    word('net.tcp', 'WCF over TCP'),
    word('net.pipe', 'WCF on this machine'),
  ],
  enabledProtocols: [
    word('http', 'http and https'),
    word('net.tcp', 'WCF over TCP'),
    word('net.pipe', 'WCF on this machine'),
  ],
  verb: [word('*', 'every verb'), word('GET,HEAD,POST', 'what browsers send')],
  hostingModel: [word('inprocess', 'in the worker process; faster'), word('outofprocess', 'behind the worker process')],
  mimeType: [
    word('application/json', 'JSON'),
    word('application/wasm', 'WebAssembly'),
    word('application/manifest+json', 'web app manifest'),
    word('font/woff2', 'web font'),
    word('image/svg+xml', 'SVG image'),
    word('image/webp', 'WebP image'),
    word('image/avif', 'AVIF image'),
    word('text/markdown', 'Markdown'),
    word('application/octet-stream', 'any file, for download'),
  ],
  fileExtension: ['.json', '.webmanifest', '.woff2', '.svg', '.webp', '.avif', '.wasm', '.md'].map((one) =>
    word(one, 'file name extension'),
  ),
};

const INPUTS = [
  word('{HTTPS}', 'on or off'),
  word('{HTTP_HOST}', 'host name of the request'),
  word('{REQUEST_FILENAME}', 'physical path'),
  word('{REQUEST_URI}', 'path and query'),
  word('{QUERY_STRING}', 'query without ?'),
  word('{REQUEST_METHOD}', 'verb'),
  word('{REMOTE_ADDR}', 'address of the client'),
  word('{URL}', 'path'),
  word('{HTTP_X_FORWARDED_PROTO}', 'protocol before a proxy'),
];

/**
 * Values that people use where the schema leaves a text open.
 *
 * @param section full path of the section
 * @param way names of the elements from the section down
 */
export function wellKnownValues(section: string, way: readonly string[], attribute: string): readonly WellKnownValue[] {
  if (attribute === 'input' && section.startsWith('system.webServer/rewrite/')) return INPUTS;
  if (attribute === 'mimeType' && way.at(-1) !== 'mimeMap') return [];
  if (attribute === 'fileExtension' && way.at(-1) !== 'mimeMap') return [];
  if (attribute === 'verb' && section !== 'system.webServer/handlers') return [];
  return VALUES[attribute] ?? [];
}
