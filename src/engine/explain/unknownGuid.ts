import type { Answer, GuidRole } from '../knowledge/fact';

const COMMANDS: Readonly<Record<GuidRole, (guid: string) => readonly string[]>> = {
  CLSID: (guid) => [
    `On the server: \`reg.exe query "HKCR\\CLSID\\{${guid}}" /s\` (for a 32-bit class with \`/reg:32\`). It prints the name, the program and the AppID.`,
  ],
  AppID: (guid) => [
    `On the server: \`reg.exe query "HKCR\\AppID\\{${guid}}"\`. It prints the name, the service (LocalService) or the account (RunAs).`,
    `If that finds nothing, as a COM+ application: ${complusCommand(guid)}`,
  ],
  IID: (guid) => [
    `On the server: \`reg.exe query "HKCR\\Interface\\{${guid}}" /s\`. It prints the name and the proxy.`,
  ],
  'type library': (guid) => [`On the server: \`reg.exe query "HKCR\\TypeLib\\{${guid}}" /s\``],
  'ETW provider': (guid) => [
    `On the server: \`logman.exe query providers "{${guid}}"\``,
    `Its registration: \`reg.exe query "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WINEVT\\Publishers\\{${guid}}"\``,
  ],
  'trace event class': () => ['Look at the provider of the same event: the class belongs to it.'],
  'COM+ application': (guid) => [`In PowerShell on the server: ${complusCommand(guid)}`],
  'HTTP.sys application': () => [
    'Who listens there: `netsh.exe http show servicestate view=requestq` lists the URLs and their processes.',
    'All bindings: `netsh.exe http show sslcert`. The program that made one chose its application id; it is registered nowhere.',
  ],
};

/** Read-only commands that look a GUID up on a server as what it is. */
export const lookUpCommands = (guid: string, role: GuidRole): readonly string[] => COMMANDS[role](guid);

const complusCommand = (guid: string): string =>
  `\`$apps = (New-Object -ComObject COMAdmin.COMAdminCatalog).GetCollection('Applications'); $apps.Populate(); $apps | Where-Object { $_.Key -eq '{${guid}}' } | ForEach-Object { $_.Name }\``;

/**
 * What can be said of a GUID that we do not know: what the value itself reveals, and how to look it up on a server.
 *
 * @param guid upper case, with hyphens, without braces
 * @param role what the text calls it; null: the commands for the likeliest roles are told
 */
export function unknownGuid(guid: string, role: GuidRole | null): Answer {
  const checks =
    role === null
      ? [COMMANDS.CLSID(guid), COMMANDS.AppID(guid), COMMANDS['ETW provider'](guid)].map(([first = '']) => first)
      : COMMANDS[role](guid);
  return {
    id: 'guid-unknown',
    name: `Unknown ${role ?? 'GUID'}`,
    verdict: null,
    meaning: `Not in our knowledge base. ${revealed(guid)}`,
    checks,
    doNot: [
      role === 'HTTP.sys application'
        ? 'Do not delete the binding before you know which program made it.'
        : 'Do not change permissions or delete keys for a GUID before you know what it is.',
    ],
    sources: [],
  };
}

/** Whether a value was plainly typed as a stand-in: every digit the same, as in all zeros. */
export const isPlaceholder = (guid: string): boolean => new Set(guid.replace(/-/g, '')).size === 1;

/** 100-nanosecond steps between 15 October 1582, where the time of a version 1 GUID begins, and 1970. */
const GREGORIAN_TO_UNIX = 122_192_928_000_000_000n;

/** What the bits of a GUID say: version, and for a time-based one when and by which network card it was made. */
function revealed(guid: string): string {
  if (/^[0-]+$/.test(guid)) return 'All zeros: an empty value, not an identifier.';
  if (isPlaceholder(guid)) return 'Every digit is the same: a stand-in, not an identifier.';
  if (guid.endsWith('-0000-C000-000000000046'))
    return 'The ending is that of identifiers Microsoft gave out for COM and OLE by hand.';
  if (!/^[89AB]/.test(guid[19] ?? '')) return 'It is not of a standard variant, so the value itself tells nothing.';
  const version = guid.charAt(14);
  if (version === '1') return timeBased(guid);
  if (version === '3' || version === '5') return 'The value was computed from a name.';
  if (version === '4') return 'The value is random, it tells nothing by itself.';
  return 'The value itself tells nothing.';
}

function timeBased(guid: string): string {
  const [low = '', middle = '', high = '', , node = ''] = guid.split('-');
  const time = BigInt(`0x${high.slice(1)}${middle}${low}`) - GREGORIAN_TO_UNIX;
  const made = new Date(Number(time / 10_000n));
  // The scheme is younger than 1990, and no clock is ahead by decades.
  if (!(made.getUTCFullYear() >= 1990 && made.getUTCFullYear() < 2050))
    return 'It has the form of a time-based value, but an impossible time: it was typed or made up.';
  const day = made.toISOString().slice(0, 10);
  if (Number.parseInt(node.slice(0, 2), 16) % 2) return `Made on ${day}, without telling by which machine.`;
  const card = node.replace(/(..)(?=.)/g, '$1-');
  return `Made on ${day} by a machine with the network address ${card}: ids of one product often share that ending.`;
}
