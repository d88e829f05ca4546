import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { TextEdit } from '../config/edits';
import { lineOf } from '../rules/baseline';
import type { Finding, Fix, RelatedPlace, RuleInfo, Severity } from '../rules/rule';
import { LineMap } from '../text/lineMap';
import type { Range } from '../text/range';
import { sumOf, type CheckedFile, type CheckReport } from './checked';
import { plainText } from './escape';
import { rulePage, silence } from './rulePage';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
};

export interface SarifOptions {
  readonly version: string;
  /** Why something was not checked; one sentence each. */
  readonly problems: readonly string[];
}

/**
 * The findings as SARIF 2.1.0, the format that code scanning services read. Paths are relative to `%SRCROOT%`, the
 * folder that the program was started in; lines and columns are 1-based, ends exclusive, columns in UTF-16 units.
 */
export function sarif({ files, rules }: CheckReport, { version, problems }: SarifOptions): string {
  const list = [...rules.values()];
  const index = new Map(list.map(({ id }, i) => [id, i]));
  const leftOut = files.flatMap((file) => {
    const more = sumOf(file.leftOut);
    return more ? [`${plainText(file.path, 500)}: ${more} more findings are left out.`] : [];
  });
  const run = {
    tool: { driver: { name: 'IIS Doctor', semanticVersion: version, version, rules: list.map(descriptor) } },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: problems.length === 0,
        toolExecutionNotifications: [
          ...problems.map((text) => ({ level: 'error', message: message(text) })),
          ...leftOut.map((text) => ({ level: 'note', message: message(text) })),
        ],
      },
    ],
    artifacts: files.map(({ path }) => ({ location: location(path) })),
    results: files.flatMap((file) => resultsOf(file, index)),
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

const descriptor = (rule: RuleInfo) => ({
  id: rule.id,
  name: rule.id.replace(/(?:^|-)([a-z\d])/g, (_, letter: string) => letter.toUpperCase()),
  shortDescription: { text: `${rule.title}.` },
  fullDescription: { text: plainText(rule.why.replaceAll('`', ''), 1_000) },
  help: { text: `${rule.why} ${silence(rule)}`.replaceAll('`', ''), markdown: rulePage(rule) },
  defaultConfiguration: { level: LEVELS[rule.severity] },
  properties: { tags: ['iis', rule.profile], profile: rule.profile },
});

function resultsOf(file: CheckedFile, index: ReadonlyMap<string, number>): object[] {
  const { path, text, findings } = file;
  const lines = new LineMap(text);
  const prints = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, severity, related, fixes } = finding;
    const ruleIndex = index.get(rule);
    return {
      ruleId: rule,
      ...(ruleIndex !== undefined && { ruleIndex }),
      level: LEVELS[severity],
      message: message(finding.message),
      locations: [{ physicalLocation: { artifactLocation: location(path), region: region(finding, lines) } }],
      ...(related.length && { relatedLocations: related.map((one, id) => relatedLocation(one, id + 1, path, lines)) }),
      ...(fixes.length && { fixes: fixes.map((fix) => sarifFix(fix, path, lines)) }),
      partialFingerprints: { 'iisDoctor/v1': fingerprint(path, text, finding, prints) },
    };
  });
}

function relatedLocation(place: RelatedPlace, id: number, path: string, lines: LineMap): object {
  const { document, message: text } = place;
  // The lines of another file are not known here.
  const physicalLocation =
    document === undefined
      ? { artifactLocation: location(path), region: region(place, lines) }
      : { artifactLocation: location(document.replaceAll('\\', '/')) };
  return { id, physicalLocation, message: message(text) };
}

const sarifFix = ({ title, edits }: Fix, path: string, lines: LineMap) => ({
  description: message(title),
  artifactChanges: [
    {
      artifactLocation: location(path),
      replacements: edits.map((edit: TextEdit) => ({
        deletedRegion: region(edit, lines),
        ...(edit.text && { insertedContent: { text: edit.text } }),
      })),
    },
  ],
});

function region({ start, end }: Range, lines: LineMap) {
  const [from, to] = [lines.position(start), lines.position(end)];
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}

/** Relative paths stand below the source root; any other one is an address of its own. */
function location(path: string): object {
  const absolute = /^(?:[A-Za-z]:)?\//.test(path);
  if (absolute) return { uri: `file://${path.startsWith('/') ? '' : '/'}${encodePath(path)}` };
  return path.startsWith('../') ? { uri: encodePath(path) } : { uri: encodePath(path), uriBaseId: '%SRCROOT%' };
}

const encodePath = (path: string): string =>
  path
    .split('/')
    .map((name, i) => (i === 0 && /^[A-Za-z]:$/.test(name) ? name : encodeURIComponent(name)))
    .join('/');

/** A text in which nothing becomes a link: SARIF reads `[text](address)` in plain messages. */
const message = (text: string): { readonly text: string } => ({
  text: plainText(text, 1_000).replace(/[\\[\]]/g, (sign, _at: number, whole: string) =>
    LINK.test(whole) ? `\\${sign}` : sign,
  ),
});
const LINK = /\]\s{0,4}\(/;

/** The same for a finding whose line has moved, and different for two alike in one file. */
function fingerprint(path: string, text: string, { rule, start }: Finding, prints: Map<string, number>): string {
  const key = `${rule}\n${path}\n${lineOf(text, start)}`;
  const turn = (prints.get(key) ?? 0) + 1;
  prints.set(key, turn);
  return `${bytesToHex(sha1(utf8ToBytes(key))).slice(0, 16)}:${turn}`;
}
