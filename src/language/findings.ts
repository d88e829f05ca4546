import { DiagnosticSeverity, DiagnosticTag, type Diagnostic, type Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Hierarchy } from '../engine/config/hierarchy';
import type { Finding, RelatedPlace, Severity } from '../engine/rules/rule';
import { unusedSuppression } from '../engine/rules/unusedSuppression';
import type { Range as Place } from '../engine/text/range';
import type { Checked } from './checks';
import { placesOf } from './config/places';
import type { ConfigClient } from './config/services';

export const SOURCE = 'iis-doctor';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** Rules that report what can go without any loss. */
const UNNECESSARY: ReadonlySet<string> = new Set([unusedSuppression.id]);

/** The findings of a check as diagnostics, and a note where there are too many to show. */
export function findingDiagnostics(
  { findings, leftOut, config, levels }: Checked,
  document: TextDocument,
  client: ConfigClient,
): Diagnostic[] {
  const diagnostics = findings.map((finding): Diagnostic => {
    const related = client.hasRelatedInformation ? relatedTo(finding, document, levels) : [];
    return {
      range: rangeIn(document, finding),
      severity: severities[finding.severity],
      source: SOURCE,
      code: finding.rule,
      message: finding.message,
      ...(client.hasTags && UNNECESSARY.has(finding.rule) && { tags: [DiagnosticTag.Unnecessary] }),
      ...(related.length && { relatedInformation: related }),
    };
  });
  if (leftOut.size) diagnostics.push(leftOutNote(leftOut, document, config?.root?.nameRange ?? { start: 0, end: 0 }));
  return diagnostics;
}

export const rangeIn = (document: TextDocument, { start, end }: Place): Range => ({
  start: document.positionAt(start),
  end: document.positionAt(end),
});

function relatedTo(
  { related }: Finding,
  document: TextDocument,
  levels: Hierarchy['levels'],
): NonNullable<Diagnostic['relatedInformation']> {
  return related.flatMap((one) => {
    const location = locationOf(one, document, levels);
    return location ? [{ location, message: one.message }] : [];
  });
}

function locationOf(
  place: RelatedPlace,
  document: TextDocument,
  levels: Hierarchy['levels'],
): { uri: string; range: Range } | null {
  if (place.document === undefined || place.document === document.uri)
    return { uri: document.uri, range: rangeIn(document, place) };
  const level = levels.find((one) => one.document.name === place.document && !one.isShipped);
  return level ? { uri: level.document.name, range: placesOf(level.document).range(place) } : null;
}

function leftOutNote(leftOut: ReadonlyMap<string, number>, document: TextDocument, at: Place): Diagnostic {
  const count = [...leftOut.values()].reduce((sum, one) => sum + one, 0);
  const most = [...leftOut].sort((a, b) => b[1] - a[1]).slice(0, 5);
  const rules = most.map(([rule, times]) => `${times} of ${rule}`).join(', ');
  return {
    range: rangeIn(document, at),
    severity: DiagnosticSeverity.Information,
    source: SOURCE,
    code: 'findings-left-out',
    message: `${count} more findings are not shown: ${rules}${leftOut.size > most.length ? ' …' : ''}.`,
  };
}
