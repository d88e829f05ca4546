import type { Source } from '../knowledge/fact';
import type { Command } from '../scripts/command';
import { firstWords, type CommandFact, type ExplainedCommand } from './commandFact';

const netsh: Source = {
  document: 'Microsoft Learn: Netsh commands for HTTP',
  url: 'https://learn.microsoft.com/windows-server/networking/technologies/netsh/netsh-http',
  says: 'The commands that show and change reservations of URLs, certificates, the listen list, caches and time limits of HTTP.sys.',
  read: '2026-11-25',
};
const sources = [netsh] as const;
const OWN =
  'HTTP.sys keeps this for the whole machine, beside the configuration of IIS; it holds at once and survives a restart.';

const FACTS: Readonly<Record<string, Omit<CommandFact, 'title' | 'sources'>>> = {
  'add sslcert': {
    does: 'Ties a certificate to an address and port, or with `hostnameport` to a host name.',
    notes: [
      OWN,
      'IIS writes the same entry with a binding. With `ipport` one certificate serves every site of that address and port without SNI.',
      '`appid` says only who owns the entry. `certstorename` is MY where nothing is said.',
    ],
    instead: [
      'For a site of IIS make the binding there, and it adds the entry: `New-WebBinding`, `New-IISSiteBinding`',
    ],
  },
  'update sslcert': { does: 'Changes the certificate of an address and port that has one.', notes: [OWN] },
  'delete sslcert': {
    does: 'Takes the certificate away from an address and port.',
    takesDown: 'HTTPS of every site on that address and port: handshakes fail from the next connection on.',
    staysDown: 'All of it, until a certificate is tied to it again.',
    instead: ['Note the entry first: `netsh http show sslcert`. For a new certificate `netsh http update sslcert`'],
  },
  'show sslcert': { does: 'Shows which certificate serves which address, port or host name. Changes nothing.' },
  'add urlacl': {
    does: 'Lets an account listen on a URL without being an administrator.',
    notes: [OWN, 'Sites of IIS need none: HTTP.sys listens for them. It is for programs that host HTTP themselves.'],
  },
  'delete urlacl': {
    does: 'Takes the reservation of a URL away; the program that used it needs administrator rights from then on.',
  },
  'show urlacl': { does: 'Shows who may listen on which URL. Changes nothing.' },
  'add iplisten': {
    does: 'Makes HTTP.sys listen on the named addresses only, instead of all.',
    takesDown: 'All sites, WinRM and everything else on HTTP.sys, on every address that is not in the list.',
    notes: [OWN],
    instead: ['Bind the one site to its address: `IP:80:` as its binding'],
  },
  'delete iplisten': {
    does: 'Takes an address out of the list; when it was the last one, HTTP.sys listens on all of them again.',
  },
  'show iplisten': { does: 'Shows the addresses that HTTP.sys listens on; an empty list means all. Changes nothing.' },
  'show servicestate': { does: 'Shows who listens on what, with the queues and processes. Changes nothing.' },
  'flush logbuffer': { does: 'Writes the lines of the log that HTTP.sys still holds to disk. Disturbs nothing.' },
  'delete cache': {
    does: 'Empties the cache of HTTP.sys, of one URL or of all. Answers are made anew; nothing goes down.',
  },
  'add timeout': { does: 'Sets a time limit of HTTP.sys for the whole machine, in seconds.', notes: [OWN] },
  'delete timeout': { does: 'Gives a time limit of HTTP.sys its default back.', notes: [OWN] },
};

/** What a line of `netsh http` does. */
export function explainNetshHttp(command: Command): ExplainedCommand | null {
  if (command.name !== 'netsh') return null;
  const [context, verb, object] = command.arguments.map(({ value }) => value.toLowerCase());
  const said = `${verb} ${object}`;
  const fact = context === 'http' && Object.hasOwn(FACTS, said) ? FACTS[said] : undefined;
  return fact ? { fact: { ...fact, title: `netsh http ${said}`, sources }, words: firstWords(command, 3) } : null;
}
