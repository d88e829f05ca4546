import type { TlsBinding } from '../machineSpec';
import { lines, systemMessages, type Program, type Running } from './program';

/** `netsh.exe http …`: certificates, reservations and listen addresses of HTTP.sys. Exit code 0 or 1. */
export const netsh: Program = (words, running) => {
  const [context = '', verb = '', object = '', ...rest] = words.map((word) => word.trim());
  const what = `${context} ${verb} ${object}`.toLowerCase();
  const values = valuesOf(rest);
  switch (what) {
    case 'http show sslcert':
      return showCertificates(values, running);
    case 'http show urlacl':
      return showReservations(running);
    case 'http show iplisten':
      return showListen(running);
  }
  if (running.machine.spec.isFiltered && /^http (?:add|delete) /.test(what)) {
    running.say(lines('', 'The requested operation requires elevation (Run as administrator).'));
    return 1;
  }
  switch (what) {
    case 'http add sslcert':
      return addCertificate(values, running);
    case 'http delete sslcert':
      return deleteCertificate(values, running);
    case 'http add iplisten':
    case 'http delete iplisten':
      return changeListen(verb.toLowerCase(), values.ipaddress ?? values.address ?? rest[0] ?? '', running);
    default:
      running.say(lines(`The following command was not found: ${words.join(' ')}.`));
      return 1;
  }
};

function valuesOf(words: readonly string[]): Readonly<Record<string, string>> {
  const pairs = words.flatMap((word): [string, string][] => {
    const at = word.indexOf('=');
    return at < 0 ? [] : [[word.slice(0, at).toLowerCase(), word.slice(at + 1)]];
  });
  return Object.fromEntries(pairs);
}

const endpointOf = (values: Readonly<Record<string, string>>): string => values.ipport ?? values.hostnameport ?? '';

function showCertificates(values: Readonly<Record<string, string>>, { machine, say }: Running): number {
  const only = endpointOf(values).toLowerCase();
  const found = machine.http.tls.filter(({ endpoint }) => only === '' || endpoint.toLowerCase() === only);
  if (only !== '' && !found.length) {
    say(lines('', 'The system cannot find the file specified.', ''));
    return 1;
  }
  say(lines('', 'SSL Certificate bindings: ', '------------------------- ', ''));
  for (const one of found) say(certificateText(one));
  return 0;
}

const certificateText = ({ endpoint, thumbprint, appId, store }: TlsBinding): string =>
  lines(
    `    ${/^(?:[\d.]+|\[[\da-f:]+\]):\d+$/i.test(endpoint) ? 'IP:port                     ' : 'Hostname:port               '} : ${endpoint} `,
    `    Certificate Hash             : ${thumbprint.toLowerCase()} `,
    `    Application ID               : ${appId} `,
    `    Certificate Store Name       : ${store} `,
    '    Verify Client Certificate Revocation : Enabled ',
    '    Verify Revocation Using Cached Client Certificate Only : Disabled ',
    '    Usage Check                  : Enabled ',
    '    Revocation Freshness Time    : 0 ',
    '    URL Retrieval Timeout        : 0 ',
    '    Ctl Identifier               : (null) ',
    '    Ctl Store Name               : (null) ',
    '    DS Mapper Usage              : Disabled ',
    '    Negotiate Client Certificate : Disabled ',
    '    Reject Connections           : Disabled ',
    '    Disable HTTP2                : Not Set ',
    '',
  );

function showReservations({ machine, say }: Running): number {
  say(lines('', 'URL Reservations: ', '----------------- ', ''));
  for (const { url, user } of machine.http.reservations)
    say(
      lines(
        `    Reserved URL            : ${url} `,
        `        User: ${user}`,
        '            Listen: Yes',
        '            Delegate: No',
        '            SDDL: D:(A;;GX;;;WD) ',
        '',
      ),
    );
  return 0;
}

function showListen({ machine, say }: Running): number {
  say(
    lines(
      '',
      'IP addresses present in the IP listen list:',
      '-------------------------------------------',
      '',
      ...machine.http.listenOn.map((address) => `    ${address}`),
      '',
    ),
  );
  return 0;
}

function refused(what: string, error: number, { say }: Running): number {
  say(lines('', `${what}, Error: ${error}`, systemMessages[error] ?? '', ''));
  return 1;
}

function addCertificate(values: Readonly<Record<string, string>>, running: Running): number {
  const { machine, say } = running;
  const endpoint = endpointOf(values);
  const thumbprint = (values.certhash ?? '').toUpperCase();
  const appId = values.appid ?? '';
  const what = 'SSL Certificate add failed';
  if (!/^.{1,255}:\d{1,5}$/.test(endpoint) || !/^[\dA-F]{40}$/.test(thumbprint)) return refused(what, 87, running);
  if (!/^\{[\da-f-]{36}\}$/i.test(appId)) return refused(what, 87, running);
  if (machine.http.binding(endpoint)) return refused(what, 183, running);
  const certificate = machine.http.certificate(thumbprint);
  // HTTP.sys wants the certificate with its private key in the store.
  if (!certificate || certificate.withoutKey) return refused(what, 1312, running);
  machine.http.bind({ endpoint, thumbprint, appId, store: values.certstorename ?? 'MY' });
  say(lines('', 'SSL Certificate successfully added', ''));
  return 0;
}

function deleteCertificate(values: Readonly<Record<string, string>>, running: Running): number {
  const binding = running.machine.http.binding(endpointOf(values));
  if (!binding) return refused('SSL Certificate deletion failed', 2, running);
  running.machine.http.unbind(binding);
  running.say(lines('', 'SSL Certificate successfully deleted', ''));
  return 0;
}

function changeListen(verb: string, address: string, running: Running): number {
  const { listenOn } = running.machine.http;
  const at = listenOn.indexOf(address);
  if (!/^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f:]+)$/i.test(address))
    return refused(`IP address ${verb} failed`, 87, running);
  if (verb === 'add') {
    if (at >= 0) return refused('IP address add failed', 183, running);
    listenOn.push(address);
  } else {
    if (at < 0) return refused('IP address deletion failed', 2, running);
    listenOn.splice(at, 1);
  }
  running.say(lines('', `IP address successfully ${verb === 'add' ? 'added' : 'deleted'}`, ''));
  return 0;
}
