import type { Range } from '../text/range';
import { attribute, child, type XmlAttribute, type XmlElement } from '../xml/tree';
import type { SectionUse } from './document';
import { fitsEverything, readPattern, wildcardCaptures } from './patterns';
import { attributeOf, partOf, saysTrue } from './values';

export type PatternSyntax = 'ECMAScript' | 'Wildcard' | 'ExactMatch';

/** A rule of URL Rewrite as it is written. */
export interface RewriteRule {
  readonly element: XmlElement;
  readonly use: SectionUse;
  readonly syntax: PatternSyntax;
  readonly isEnabled: boolean;
  readonly stopsProcessing: boolean;
  readonly match: RewriteMatch | null;
  readonly conditionsElement: XmlElement | null;
  readonly conditions: readonly RewriteCondition[];
  readonly action: XmlElement | null;
  /** `None` where no action is written. */
  readonly actionType: string;
}

/** What a rule compares: the URL, or a condition's input. */
export interface RewriteMatch {
  readonly element: XmlElement;
  readonly pattern: XmlAttribute | undefined;
  readonly isNegated: boolean;
}

export interface RewriteCondition extends RewriteMatch {
  readonly input: XmlAttribute | undefined;
  /** Whether it compares with a pattern, and does not ask for a file or folder. */
  readonly isPattern: boolean;
}

export const INBOUND = ['system.webServer/rewrite/rules', 'system.webServer/rewrite/globalRules'] as const;
export const OUTBOUND = 'system.webServer/rewrite/outboundRules';

/** The rules of a section, in their order; of one that stands elsewhere there are none. */
export function rewriteRules(use: SectionUse): RewriteRule[] {
  if (use.content !== 'here') return [];
  return use.element.children.filter(({ name }) => name === 'rule').map((element) => readRule(element, use));
}

/** The rules that URL Rewrite looks at: those that are switched off do no harm. */
export const enabledRules = (use: SectionUse): RewriteRule[] => rewriteRules(use).filter(({ isEnabled }) => isEnabled);

function readRule(element: XmlElement, use: SectionUse): RewriteRule {
  const match = child(element, 'match');
  const conditions = child(element, 'conditions') ?? null;
  const action = child(element, 'action') ?? null;
  return {
    element,
    use,
    syntax: syntaxOf(element),
    isEnabled: saysTrue(element, 'enabled', true),
    stopsProcessing: saysTrue(element, 'stopProcessing'),
    match: match ? { ...readMatch(match), pattern: attributeOf(match, 'url') ?? attributeOf(match, 'pattern') } : null,
    conditionsElement: conditions,
    conditions: readConditions(conditions),
    action,
    actionType: action ? (attribute(action, 'type') ?? 'None') : 'None',
  };
}

export function syntaxOf(element: XmlElement): PatternSyntax {
  const written = attribute(element, 'patternSyntax')?.trim().toLowerCase();
  return written === 'wildcard' ? 'Wildcard' : written === 'exactmatch' ? 'ExactMatch' : 'ECMAScript';
}

const readMatch = (element: XmlElement): RewriteMatch => ({
  element,
  pattern: attributeOf(element, 'pattern'),
  isNegated: saysTrue(element, 'negate'),
});

/** The conditions of a rule, or the checks of a precondition. */
export const readConditions = (parent: XmlElement | null): RewriteCondition[] =>
  (parent?.children ?? [])
    .filter(({ name }) => name === 'add')
    .map((element) => ({
      ...readMatch(element),
      input: attributeOf(element, 'input'),
      isPattern: /^pattern$/i.test(attribute(element, 'matchType') ?? 'Pattern'),
    }));

/** How many captures a pattern has; null where it is no valid one, or too long. */
export function captures(pattern: string, syntax: PatternSyntax): number | null {
  if (syntax === 'ExactMatch') return 0;
  if (syntax === 'Wildcard') return wildcardCaptures(pattern);
  const read = readPattern(pattern);
  return read?.isValid ? read.groups : null;
}

/** Whether a rule applies to every URL of its level: a pattern that fits everything, and no condition. */
export function appliesToEverything({ match, conditions, syntax }: RewriteRule): boolean {
  if (!match?.pattern || match.isNegated || conditions.length > 0) return false;
  const { value } = match.pattern;
  return syntax === 'Wildcard' ? value === '*' : syntax === 'ECMAScript' && fitsEverything(value);
}

/** `{R:1}`, `{C:2}`, `{HTTP_HOST}`, `{Map:{R:1}}` in a text that URL Rewrite fills in. */
export interface Reference {
  /** What stands before the colon, or the whole name of a server variable. */
  readonly name: string;
  /** What stands behind the colon; null for a server variable. */
  readonly argument: string | null;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}

/** The references in a text, nested ones too, in the order in which they begin. */
export function referencesIn(text: string): Reference[] {
  const open: number[] = [];
  const found: Reference[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '{') open.push(i);
    else if (text[i] === '}') {
      const start = open.pop();
      if (start === undefined) continue;
      const inside = text.slice(start + 1, i);
      const colon = inside.indexOf(':');
      found.push({
        name: colon < 0 ? inside : inside.slice(0, colon),
        argument: colon < 0 ? null : inside.slice(colon + 1),
        start,
        end: i + 1,
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

export interface PlacedReference extends Reference {
  readonly attribute: XmlAttribute;
  readonly range: Range;
}

/** The references in everything that a rule fills in when it acts: the action and the server variables. */
export function actionReferences(rule: RewriteRule): PlacedReference[] {
  const variables = child(rule.element, 'serverVariables')?.children ?? [];
  const texts = [
    ...['url', 'value', 'statusReason', 'statusDescription'].map((name) => attributeOf(rule.action ?? undefined, name)),
    ...variables.map((one) => attributeOf(one, 'value')),
  ];
  return texts.flatMap((one) => (one ? placedReferences(one) : []));
}

export const placedReferences = (attribute: XmlAttribute): PlacedReference[] =>
  referencesIn(attribute.value).map((one) => ({
    ...one,
    attribute,
    range: partOf(attribute, one.start, one.end),
  }));
