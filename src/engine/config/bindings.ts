import type { Range } from '../text/range';
import type { XmlElement } from '../xml/tree';

/** A piece of a binding and where it stands. */
export interface BindingPart extends Range {
  readonly text: string;
}

/**
 * Why a binding is none.
 *
 * - `parts`: not three parts with colons between them
 * - `address`: neither an address, nor one in brackets for IPv6, nor `*`
 * - `port`: no number from 1 to 65535
 * - `host`: characters that no host name has, or a wildcard that is not its first label
 */
export interface BindingFault extends Range {
  readonly kind: 'parts' | 'address' | 'port' | 'host';
}

/** How a protocol writes its bindings: `address:port:host`, `port:comparison` (net.tcp), or a host or comparison alone. */
export type BindingForm = 'socket' | 'portFirst' | 'hostOnly';

export interface Binding {
  /** In lower case. */
  readonly protocol: string;
  /** null: a protocol whose form we do not know. */
  readonly form: BindingForm | null;
  /** As written: `*`, `10.0.0.1`, `[::1]`, or nothing. null where the form has none. */
  readonly address: BindingPart | null;
  readonly port: BindingPart | null;
  /** The port as a number; null where it is none. */
  readonly portNumber: number | null;
  /** The host name, which may be empty; for net.* protocols what compares hosts. */
  readonly host: BindingPart | null;
  readonly fault: BindingFault | null;
}

const FORMS: ReadonlyMap<string, BindingForm> = new Map<string, BindingForm>([
  ['http', 'socket'],
  ['https', 'socket'],
  ['ftp', 'socket'],
  ['net.tcp', 'portFirst'],
  ['net.pipe', 'hostOnly'],
  ['net.msmq', 'hostOnly'],
  ['msmq.formatname', 'hostOnly'],
]);

/** Where a piece of the information stands: its own offsets, or those in a document. */
type Place = (start: number, end: number) => Range;

const OWN_PLACE: Place = (start, end) => ({ start, end });

/**
 * Reads a binding of a site. It never fails; what can be told is told.
 *
 * @param information what `bindingInformation` says: `*:443:shop.example`
 * @param place where its pieces stand; by default ranges count from the start of `information`, UTF-16, 0-based, ends
 *   exclusive
 */
export function readBinding(protocol: string, information: string, place = OWN_PLACE): Binding {
  const name = protocol.toLowerCase();
  const form = FORMS.get(name) ?? null;
  switch (form) {
    case null:
      return { ...NOTHING, protocol: name, form };
    case 'hostOnly':
      return { ...NOTHING, protocol: name, form, host: part(information, 0, information.length, place) };
    case 'portFirst':
      return portFirst(name, information, place);
    case 'socket':
      return socket(name, information, place);
  }
}

const NOTHING = { address: null, port: null, portNumber: null, host: null, fault: null } as const;

function portFirst(protocol: string, information: string, place: Place): Binding {
  const form = 'portFirst';
  const colon = information.indexOf(':');
  if (colon < 0) return { ...NOTHING, protocol, form, fault: { kind: 'parts', ...place(0, information.length) } };
  const port = part(information, 0, colon, place);
  const portNumber = numberOf(port.text);
  const host = part(information, colon + 1, information.length, place);
  const fault: BindingFault | null = portNumber === null ? { kind: 'port', ...rangeOf(port) } : null;
  return { protocol, form, address: null, port, portNumber, host, fault };
}

function socket(protocol: string, information: string, place: Place): Binding {
  const form = 'socket';
  const afterAddress = information.startsWith('[') ? information.indexOf(']') + 1 : information.indexOf(':');
  const colon = afterAddress < 0 ? -1 : information.indexOf(':', afterAddress + 1);
  if (afterAddress < 0 || information[afterAddress] !== ':' || colon < 0)
    return { ...NOTHING, protocol, form, fault: { kind: 'parts', ...place(0, information.length) } };
  const address = part(information, 0, afterAddress, place);
  const port = part(information, afterAddress + 1, colon, place);
  const host = part(information, colon + 1, information.length, place);
  const portNumber = numberOf(port.text);
  const fault: BindingFault | null = !isAddress(address.text)
    ? { kind: 'address', ...rangeOf(address) }
    : portNumber === null
      ? { kind: 'port', ...rangeOf(port) }
      : isHost(host.text)
        ? null
        : { kind: 'host', ...rangeOf(host) };
  return { protocol, form, address, port, portNumber, host, fault };
}

function part(text: string, from: number, to: number, place: Place): BindingPart {
  const { start, end } = place(from, to);
  return { text: text.slice(from, to), start, end };
}

const rangeOf = ({ start, end }: Range): Range => ({ start, end });

function numberOf(port: string): number | null {
  if (!/^\d{1,5}$/.test(port)) return null;
  const number = Number(port);
  return number >= 1 && number <= 65_535 ? number : null;
}

const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

function isAddress(address: string): boolean {
  // Nothing stands for all addresses, as the star does; older tools write `+`.
  if (address === '' || address === '*' || address === '+') return true;
  if (address.startsWith('[')) return /^\[[\da-f:.]{2,45}(?:%\w{1,20})?\]$/i.test(address);
  return (
    IPV4.exec(address)
      ?.slice(1)
      .every((number) => Number(number) <= 255) ?? false
  );
}

/** What a host name cannot hold. Letters of any script are fine: HTTP.sys takes international names. */
const NOT_IN_HOST = /[\s:/\\?#@<>|"'&,;=()[\]{}!$%^`~+]/;

function isHost(host: string): boolean {
  if (host === '' || host === '*') return true;
  if (NOT_IN_HOST.test(host)) return false;
  const star = host.lastIndexOf('*');
  return star < 0 || (star === 0 && host.startsWith('*.') && host.length > 2);
}

/** Whether an address stands for every address of the machine. */
export const isAnyAddress = (address: string): boolean => address === '' || address === '*';

/**
 * A text that is equal for bindings that HTTP.sys or the FTP service takes for the same; null for a binding without an
 * address and a port. An address and `*` are different bindings, and so are a host name and none.
 */
export function endpointOf(
  { protocol, address, portNumber, host }: Binding,
  which: 'socket' | 'host' = 'host',
): string | null {
  if (!address || portNumber === null) return null;
  const at = isAnyAddress(address.text) ? '*' : address.text.toLowerCase();
  const end = which === 'host' ? `:${host?.text.toLowerCase() ?? ''}` : '';
  return `${protocol} ${at}:${portNumber}${end}`;
}

/** The binding of a `<binding>` element, with its ranges in the document; null where an attribute is missing. */
export function bindingOf(element: XmlElement): Binding | null {
  const protocol = element.attributes.find(({ name }) => name === 'protocol');
  const information = element.attributes.find(({ name }) => name === 'bindingInformation');
  if (!protocol || !information) return null;
  const { value, raw, valueRange } = information;
  // Where characters are written as references, places within the value mean nothing in the document.
  const place: Place =
    raw === value
      ? (start, end) => ({ start: valueRange.start + start, end: valueRange.start + end })
      : () => valueRange;
  return readBinding(protocol.value, value, place);
}
