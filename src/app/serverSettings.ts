import type { ServerAddress, TransportKind } from '../transports/session';

const KINDS: readonly TransportKind[] = ['local', 'winrm', 'ssh', 'folder', 'demo'];

/** What a setting of servers says, and what is wrong with it, each as a sentence. */
export interface ServerSettings {
  readonly servers: readonly ServerAddress[];
  readonly faults: readonly string[];
}

/**
 * Reads the setting `iisDoctor.servers`. What cannot be meant is left out and told; nothing in it is taken on trust,
 * because a workspace may bring it. Names are unique without regard to case.
 */
export function readServerSettings(value: unknown): ServerSettings {
  const servers: ServerAddress[] = [];
  const faults: string[] = [];
  if (!Array.isArray(value)) return { servers, faults: value === undefined ? [] : ['Servers must be a list.'] };
  const names = new Set<string>();
  value.forEach((entry: unknown, i) => {
    const read = readServer(entry);
    if (typeof read === 'string') faults.push(`Server ${i + 1}: ${read}`);
    else if (names.has(read.name.toLowerCase())) faults.push(`Server ${i + 1}: the name "${read.name}" is taken.`);
    else {
      names.add(read.name.toLowerCase());
      servers.push(read);
    }
  });
  return { servers, faults };
}

function readServer(entry: unknown): ServerAddress | string {
  if (typeof entry !== 'object' || entry === null) return 'is no object.';
  const { name, group, transport, host, port, user, useSsl, authentication, path } = entry as Record<string, unknown>;
  if (typeof name !== 'string' || name.trim() === '' || name.length > 100) return 'has no name.';
  if (!KINDS.some((kind) => kind === transport)) return `"transport" must be one of ${KINDS.join(', ')}.`;
  const kind = transport as TransportKind;
  const texts = { group, host, user, path };
  for (const [key, text] of Object.entries(texts))
    if (text !== undefined && (typeof text !== 'string' || /[\u0000-\u001F\u007F]/.test(text)))
      return `"${key}" must be a text on one line.`;
  if ((kind === 'winrm' || kind === 'ssh') && !isHost(host)) return '"host" must be a host name or an address.';
  if (kind === 'folder' && typeof path !== 'string') return '"path" must name a folder.';
  if (port !== undefined && !(Number.isInteger(port) && (port as number) > 0 && (port as number) < 65_536))
    return '"port" must be a number from 1 to 65535.';
  if (authentication !== undefined && authentication !== 'Kerberos' && authentication !== 'Negotiate')
    return '"authentication" must be Kerberos or Negotiate.';
  if (useSsl !== undefined && typeof useSsl !== 'boolean') return '"useSsl" must be true or false.';
  return {
    name: name.trim(),
    transport: kind,
    ...(Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined && text !== '')) as Partial<
      Record<keyof typeof texts, string>
    >),
    ...(port !== undefined && { port: port as number }),
    ...(useSsl !== undefined && { useSsl }),
    ...(authentication !== undefined && { authentication }),
  };
}

/** A name or address that no program can take for one of its options. */
const isHost = (host: unknown): host is string =>
  typeof host === 'string' && /^[A-Za-z0-9\u00C0-\uFFFF_[][\w.\u00C0-\uFFFF:\]%-]{0,254}$/.test(host);

/** By what a confirmation or a password belongs to a server: where it leads and as whom, not what it is called. */
export const destinationOf = ({ transport, host = '', port, user = '', path = '' }: ServerAddress): string =>
  [transport, host.toLowerCase(), port ?? '', user.toLowerCase(), path].join(' ').trim();
