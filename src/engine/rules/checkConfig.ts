import type { ConfigDocument, SectionUse } from '../config/document';
import { Hierarchy } from '../config/hierarchy';
import { linesOf } from '../config/lines';
import { isPlaceholder } from '../config/placeholder';
import { sectionsAt } from '../config/sections';
import { walkStructure } from '../config/structure';
import { walkSection, type Walker } from '../config/walk';
import { isCommonAttribute, type Schema } from '../schema/schema';
import { checkValue } from '../schema/values';
import { startTagAt } from '../xml/place';
import type { ConfigContext, ConfigRule, ElementListener } from './configRule';
import { limitFindings, type Findings } from './limit';
import type { Finding, Report } from './rule';
import { severityOf, type RuleChoice } from './ruleChoice';
import { readSuppressions, suppress } from './suppressions';
import { unusedSuppressionFindings } from './unusedSuppression';

export interface ConfigCheck {
  readonly rules: readonly ConfigRule[];
  readonly schema: Schema;
  /** The files above the document; without it the document stands alone. Its last level is the document. */
  readonly hierarchy?: Hierarchy;
  readonly choice: RuleChoice;
}

const NO_SECTIONS: readonly SectionUse[] = [];

/**
 * Checks a configuration file.
 *
 * @returns the findings in the order of the text, those that comments silence left out, never more than a few hundred
 */
export function checkConfig(document: ConfigDocument, { rules, schema, hierarchy, choice }: ConfigCheck): Findings {
  const found: Finding[] = [];
  const context: Omit<ConfigContext, 'report'> = {
    document,
    schema,
    hierarchy: hierarchy ?? new Hierarchy(schema, [{ document, path: '' }]),
    sections: (path) => sectionsAt(document).get(path) ?? NO_SECTIONS,
  };
  const listeners: ElementListener[] = [];
  for (const rule of rules) {
    const severity = severityOf(rule, choice);
    if (!severity) continue;
    const report = (one: Report): void => {
      found.push(findingOf(rule.id, one, severity === rule.severity ? (one.severity ?? severity) : severity));
    };
    const listener = rule.check({ ...context, report });
    if (listener) listeners.push(listener);
  }
  walkAll(document, listeners);
  const lines = linesOf(document);
  const comments = document.xml.pieces.filter(({ kind }) => kind === 'comment');
  const suppressions = readSuppressions(document.text, comments, lines, (offset) => startTagAt(document.xml, offset));
  const { findings, unused } = suppress(found, suppressions, lines);
  return limitFindings([...findings, ...unusedSuppressionFindings(document.text, unused, rules, choice)]);
}

function findingOf(rule: string, report: Report, severity: Finding['severity']): Finding {
  const { at, message, fixes = [], related = [] } = report;
  return { rule, severity, start: at.start, end: at.end, message, fixes, related };
}

/** One walk for all rules: a large file has hundreds of thousands of elements. */
function walkAll(document: ConfigDocument, listeners: readonly ElementListener[]): void {
  if (!listeners.length) return;
  const onElement = listeners.filter(({ element }) => element);
  const onAttribute = listeners.filter(({ unknownAttribute }) => unknownAttribute);
  const onValue = listeners.filter(({ badValue }) => badValue);
  const walker: Walker = {
    element: (use) => {
      for (const listener of onElement) listener.element?.(use);
      for (const attribute of use.element.attributes) {
        const schema = use.schema.attributes.get(attribute.name);
        if (!schema) {
          if (use.schema.allowUnrecognizedAttributes || isCommonAttribute(attribute.name)) continue;
          for (const listener of onAttribute) listener.unknownAttribute?.(attribute, use);
          continue;
        }
        // A text that may be anything: most attributes are of this kind.
        if (schema.type === 'string' && !schema.validator) continue;
        const problem = attribute.hasValue ? checkValue(attribute.value, schema) : null;
        if (problem && !isPlaceholder(attribute.value))
          for (const listener of onValue) listener.badValue?.({ problem, attribute, schema, use });
      }
    },
    unknown: (element, parent) => {
      for (const listener of listeners) listener.unknownElement?.(element, parent);
    },
  };
  walkStructure(document, walker);
  for (const section of document.sections) walkSection(section, walker);
}
