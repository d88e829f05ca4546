import type { Example } from './rule';

/** An `applicationHost.config` as an example. */
export const host = (text: string, at?: string): Example => ({
  file: 'applicationHost.config',
  text,
  ...(at === undefined ? {} : { at }),
});

/** Application pools in an `applicationHost.config`. */
export const pools = (xml: string, at?: string): Example =>
  host(`<system.applicationHost><applicationPools>${xml}</applicationPools></system.applicationHost>`, at);

/** Sites in an `applicationHost.config`. */
export const sites = (xml: string, at?: string): Example =>
  host(`<system.applicationHost><sites>${xml}</sites></system.applicationHost>`, at);

/**
 * A site that has what it needs.
 *
 * @param attributes of the site; they include name and id
 * @param bindings elements, by default one that is right
 * @param more other elements of the site
 */
export const site = (attributes = 'name="Shop" id="1"', bindings = SECURE, more = ''): string =>
  `<site ${attributes}><application path="/"><virtualDirectory path="/" physicalPath="D:\\Shop" /></application><bindings>${bindings}</bindings>${more}</site>`;

/** A `<binding>`. */
export const binding = (protocol: string, information: string, sslFlags?: number): string =>
  `<binding protocol="${protocol}" bindingInformation="${information}"${sslFlags === undefined ? '' : ` sslFlags="${sslFlags}"`} />`;

const SECURE = '<binding protocol="https" bindingInformation="*:443:shop.example" sslFlags="1" />';

/** A `redirection.config` whose section has these attributes. */
export const redirection = (attributes: string, at?: string): Example => ({
  file: 'redirection.config',
  text: `<configSections><section name="configurationRedirection" /></configSections><configurationRedirection ${attributes} />`,
  ...(at === undefined ? {} : { at }),
});

/**
 * A site that serves FTP.
 *
 * @param security what stands in its `security`
 * @param withUsers whether basic authentication is switched on for it where `security` does not say so
 */
export const ftpSite = (security: string, withUsers = true): string =>
  site(
    'name="Files" id="1"',
    binding('ftp', '*:21:'),
    `<ftpServer><security>${security}${
      withUsers && !security.includes('<authentication>')
        ? '<authentication><clientCertAuthentication enabled="true" /></authentication>'
        : ''
    }</security></ftpServer>`,
  );
