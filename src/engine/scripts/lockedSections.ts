/** Sections that IIS ships locked for web.config and that scripts set for single sites. */
const LOCKED: ReadonlySet<string> = new Set([
  'access',
  'anonymousauthentication',
  'basicauthentication',
  'clientcertificatemappingauthentication',
  'digestauthentication',
  'iisclientcertificatemappingauthentication',
  'windowsauthentication',
  'ipsecurity',
  'dynamicipsecurity',
  'isapifilters',
  'httplogging',
]);

/** Whether a path of a section, `system.webServer/security/authentication/windowsAuthentication`, is locked as shipped. */
export const isLockedAsShipped = (path: string): boolean =>
  LOCKED.has((/[^/]*$/.exec(path.replace(/\/$/, ''))?.[0] ?? '').toLowerCase());
