/** Addresses that every machine has or that name no machine, and the two that Azure answers on. */
const KEPT =
  /^(?:127(?:\.\d+){3}|0\.0\.0\.0|255(?:\.\d+){3}|168\.63\.129\.16|169\.254\.169\.254|::1?|::ffff:127\.0\.0\.1)$/i;

const PRIVATE = /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./;

/** Whether an address tells something about somebody's network. */
export const isTelling = (address: string): boolean => !KEPT.test(address);

export const isIpv4 = (written: string): boolean =>
  /^\d{1,3}(?:\.\d{1,3}){3}$/.test(written) &&
  written.split('.').every((part) => Number(part) <= 255 && (part === '0' || !part.startsWith('0')));

/** Whether a text is an IPv6 address; times, MAC addresses and `a::b` of a program are none. */
export function isIpv6(written: string): boolean {
  const [address = ''] = written.split('%');
  const [, groups = address, v4] = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(address) ?? [];
  if (v4 !== undefined && !isIpv4(v4)) return false;
  if (!/^[0-9a-f:]+$/i.test(groups) || !/\d/.test(address)) return false;
  const halves = groups.split('::');
  const count = groups.split(':').filter((group) => group !== '').length + (v4 === undefined ? 0 : 2);
  if (halves.length === 2) return count <= 7;
  return halves.length === 1 && count === 8 && !/^:|[^:]:$/.test(v4 === undefined ? groups : '');
}

/** Whether four numbers with dots are a version, by what stands around them. */
export function isVersion(written: string, before: string, after: string): boolean {
  if (
    /(?:version|ver\.?|(?<!\p{L})v|build|release|\.NET(?: Framework| Core)?|framework|\.(?:dll|exe|sys)[,;:]?)[\s:=("'>]{0,8}$/iu.test(
      before,
    )
  )
    return true;
  // A range of versions, as binding redirects have it.
  if (/(?<!\d)0\.0\.0\.0-$/.test(before)) return true;
  if (/^-(?:alpha|beta|rc|pre|preview|dev|ci)/i.test(after)) return true;
  // A product in a browser's own description: `Chrome/120.0.6.1`; a service principal looks alike.
  if (/\p{L}\/$/u.test(before) && !/(?<!\p{L})(?:https?|host|termsrv|cifs|ldap|rpcss|wsman|mssqlsvc)\/$/iu.test(before))
    return true;
  if (/^\d+\.0\.0\.0$/.test(written)) return !/^\/\d/.test(after);
  return written.endsWith('.0') && !PRIVATE.test(written) && !/^\/\d/.test(after);
}
