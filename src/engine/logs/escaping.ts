import { unescapeXml } from '../xml/tree';

/** How a layout writes signs that mean something to it. */
export type Escaping = 'xml' | 'clixml' | 'json' | 'csv';

/** A piece of a text as it was before its layout escaped it. */
export const unescaped = (written: string, escaping: Escaping | undefined): string =>
  escaping === undefined ? written : unescape[escaping](written);

const unescape: Readonly<Record<Escaping, (written: string) => string>> = {
  xml: unescapeXml,
  clixml: unescapeClixml,
  json: unescapeJson,
  csv: (written) => (written.includes('"') ? written.replace(/""/g, '"') : written),
};

/** PowerShell writes every sign that XML cannot hold as `_x000D_`. */
function unescapeClixml(written: string): string {
  const text = unescapeXml(written);
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

const SHORT: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** JSON in JSON leaves line ends escaped after the first turn; no path of Windows holds `\r\n`, so they are undone too. */
function unescapeJson(written: string): string {
  if (!written.includes('\\')) return written;
  return written
    .replace(/\\(?:u([0-9A-Fa-f]{4})|([^u]))/g, (whole, hex: string | undefined, sign: string | undefined) =>
      hex !== undefined ? String.fromCharCode(Number.parseInt(hex, 16)) : (SHORT[sign ?? ''] ?? sign ?? whole),
    )
    .replaceAll('\\r\\n', '\r\n');
}
