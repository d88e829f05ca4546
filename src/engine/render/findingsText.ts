import { safeFix } from '../rules/safeEdits';
import { severities, type Finding, type Severity } from '../rules/rule';
import { LineMap } from '../text/lineMap';
import { sumOf, type CheckedFile, type CheckReport } from './checked';
import { codeFrame } from './codeFrame';
import { plainText } from './escape';

export interface TextOptions {
  /** Whether the reader's terminal shows colours. */
  readonly colours: boolean;
  /** Further sentences for the end, such as what a baseline left out. */
  readonly notes?: readonly string[];
}

type Paint = (text: string) => string;
const plain: Paint = (text) => text;
const paint =
  (code: number): Paint =>
  (text) =>
    `\u001B[${code}m${text}\u001B[0m`;

const COLOURS: Readonly<Record<Severity, Paint>> = { error: paint(31), warning: paint(33), information: paint(36) };
const BOLD = paint(1);

/** The findings as text for a terminal: each with its place, its line and carets; at the end what it came to. */
export function findingsText({ files }: CheckReport, { colours, notes = [] }: TextOptions): string {
  const blocks = files.flatMap((file) => {
    const lines = new LineMap(file.text);
    return [
      ...file.findings.map((finding) => block(file, finding, lines, colours)),
      ...(file.leftOut.size ? [leftOut(file)] : []),
    ];
  });
  return `${[...blocks, [summary(files), ...notes].join('\n')].join('\n\n')}\n`;
}

function block({ path, text }: CheckedFile, finding: Finding, lines: LineMap, colours: boolean): string {
  const { rule, severity, start, message, fixes, related } = finding;
  const colour = colours ? COLOURS[severity] : plain;
  const { line, column } = lines.position(start);
  const place = `${plainText(path, 500)}:${line}:${column}`;
  const fix = safeFix(fixes);
  const other = fix ? undefined : fixes[0];
  return [
    `${colours ? BOLD(place) : place} ${colour(severity)} ${rule}`,
    `  ${plainText(message, 600)}`,
    ...codeFrame(text, finding, lines, colour).map((row) => `    ${row}`),
    ...related.slice(0, 3).map((one) => {
      const where =
        one.document === undefined ? `line ${lines.position(one.start).line}` : plainText(one.document, 200);
      return `  See ${where}: ${plainText(one.message)}`;
    }),
    ...(fix ? [`  Fix (--fix): ${plainText(fix.title)}`] : []),
    ...(other ? [`  Possible: ${plainText(other.title)}`] : []),
  ].join('\n');
}

const leftOut = ({ path, leftOut: counts }: CheckedFile): string =>
  `${plainText(path, 500)}: ${sumOf(counts)} more findings are left out (${[...counts]
    .map(([rule, count]) => `${count} of ${rule}`)
    .join(', ')}).`;

function summary(files: readonly CheckedFile[]): string {
  const findings = files.flatMap((file) => file.findings);
  const checked = count(files.length, 'file');
  if (!findings.length) return `No findings in ${checked}.`;
  const parts = severities.flatMap((severity) => {
    const these = findings.filter((one) => one.severity === severity).length;
    return these ? [severity === 'information' ? `${these} information` : count(these, severity)] : [];
  });
  const fixable = findings.filter(({ fixes }) => safeFix(fixes)).length;
  const with_ = files.filter((file) => file.findings.length).length;
  const fixes = fixable ? ` ${fixable} of them can be fixed with --fix.` : '';
  return `${parts.join(', ')} in ${with_} of ${checked}.${fixes}`;
}

/** `1 file`, `2 files`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
