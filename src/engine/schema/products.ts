/** What brings a section of the configuration to a server. */
export type Product =
  | 'iis'
  | 'administration'
  | 'ftp'
  | 'webdav'
  | 'rewrite'
  | 'arr'
  | 'webFarm'
  | 'cors'
  | 'ancm'
  | 'httpPlatform'
  | 'iisnode'
  | 'webDeploy'
  | 'dbManager'
  | 'aspnet'
  | 'framework'
  /** A schema file of the server that we know nothing of. */
  | 'other';

/** The name that people know each product by; a finding says `needs URL Rewrite`. */
export const productNames: Readonly<Record<Product, string>> = {
  iis: 'IIS',
  administration: 'the IIS management service (administration.config)',
  ftp: 'the FTP server of IIS',
  webdav: 'WebDAV Publishing',
  rewrite: 'URL Rewrite',
  arr: 'Application Request Routing',
  webFarm: 'the Web Farm Framework',
  cors: 'the IIS CORS module',
  ancm: 'the ASP.NET Core Module',
  httpPlatform: 'HttpPlatformHandler',
  iisnode: 'iisnode',
  webDeploy: 'Web Deploy',
  dbManager: 'the IIS Database Manager',
  aspnet: 'ASP.NET',
  framework: '.NET Framework',
  other: 'an extension of IIS',
};

/**
 * Whether the section is read by System.Configuration of .NET rather than by a module of IIS. IIS knows its shape, but
 * .NET has the last word: it minds the case of enumerated values, and may know more attributes than the schema.
 */
export const readByDotNet = (product: Product): boolean => product === 'aspnet' || product === 'framework';
