import type { Form } from './files';
import { lines } from './program';

const LITERAL = String.raw`'(?:[^'\u2018\u2019\u201A\u201B]|['\u2018\u2019\u201A\u201B]{2})*'`;
const EXPRESSION =
  String.raw`\(?(?:${LITERAL}|"(?:` +
  '`[rnt]' +
  String.raw`)+")(?: \+ (?:${LITERAL}|"(?:` +
  '`[rnt]' +
  String.raw`)+"))*\)?`;
const ASSIGN = (name: string): string =>
  String.raw`\$${name} = \$bytes\.GetString\(\[Text\.Encoding\]::UTF8\.GetBytes\((${EXPRESSION})\)\)`;
const PLACE = [
  ASSIGN('from'),
  ASSIGN('to'),
  String.raw`\$parts = \$text -csplit \[regex\]::Escape\(\$from\)`,
  String.raw`if \(\$parts\.Length -ne (\d{1,6})\) \{ throw (${LITERAL}) \}`,
  String.raw`\$text = \(\$parts\[0\.\.(\d{1,6})\] -join \$from\) \+ \$to \+ \(\$parts\[(\d{1,6})\.\.(\d{1,6})\] -join \$from\)`,
].join(String.raw`\s+`);
const PIECE = new RegExp(String.raw`(${LITERAL})|"((?:` + '`[rnt]' + `)+)"`, 'g');

/**
 * Single places of a file are replaced, byte for byte:
 *
 *     $path = 'D:\sites\shop\web.config'
 *     $bytes = [Text.Encoding]::GetEncoding(28591)
 *     $text = $bytes.GetString([IO.File]::ReadAllBytes($path))
 *     …
 *     [IO.File]::WriteAllBytes($path, $bytes.GetBytes($text))
 */
export const fileEdits: Form = {
  pattern: new RegExp(
    [
      String.raw`\$path = (${LITERAL})`,
      String.raw`\$bytes = \[Text\.Encoding\]::GetEncoding\(28591\)`,
      String.raw`\$text = \$bytes\.GetString\(\[IO\.File\]::ReadAllBytes\(\$path\)\)`,
      String.raw`(?:${PLACE}\s+)+\[IO\.File\]::WriteAllBytes\(\$path, \$bytes\.GetBytes\(\$text\)\)`,
    ].join(String.raw`\s+`),
    'y',
  ),
  run: (found, { machine, complain }) => {
    const [whole, path = ''] = found;
    const target = valueOf(path);
    const file = machine.disk.file(target);
    if (!file) {
      complain(lines(`Could not find file '${target}'.`));
      return false;
    }
    let text = latin(file.bytes);
    for (const [, from = '', to = '', length, , head, tail, last] of (whole ?? '').matchAll(new RegExp(PLACE, 'g'))) {
      const [old, fresh] = [from, to].map((one) => latin(new TextEncoder().encode(valueOf(one)))) as [string, string];
      const parts = text.split(old);
      if (parts.length !== Number(length)) {
        complain(lines('The place to change does not read as it did. Nothing was changed.'));
        return false;
      }
      text = parts.slice(0, Number(head) + 1).join(old) + fresh + parts.slice(Number(tail), Number(last) + 1).join(old);
    }
    if (machine.spec.isFiltered) {
      complain(lines(`Access to the path '${target}' is denied.`));
      return false;
    }
    machine.writeFile(
      target,
      Uint8Array.from(text, (one) => one.charCodeAt(0)),
    );
    return true;
  },
};

const latin = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

const SIGNS: Readonly<Record<string, string>> = { r: '\r', n: '\n', t: '\t' };

/** The value of literals with `+` between them. */
const valueOf = (expression: string): string =>
  [...expression.matchAll(PIECE)]
    .map(([, literal, controls]) =>
      literal === undefined
        ? (controls ?? '').replace(/`([rnt])/g, (_, sign: string) => SIGNS[sign] ?? '')
        : literal.slice(1, -1).replace(/(['\u2018\u2019\u201A\u201B])['\u2018\u2019\u201A\u201B]/g, '$1'),
    )
    .join('');
