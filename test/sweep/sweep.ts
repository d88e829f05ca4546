import { applyEdits, type TextEdit } from '../../src/engine/config/edits';
import { readConfig, type ConfigDocument } from '../../src/engine/config/document';
import { hierarchyOf } from '../../src/engine/config/surroundings';
import { checkConfig } from '../../src/engine/rules/checkConfig';
import { configRules } from '../../src/engine/rules/config/index.generated';
import type { Finding } from '../../src/engine/rules/rule';
import { overlaps, type Range } from '../../src/engine/text/range';
import type { RealConfig } from '../kit/configCorpus';
import { shipped } from '../kit/rules';
import { schema } from '../kit/schema';
import { faultsOf, type Fault, type FaultKind } from './faults';
import { elementPlaces } from './places';

/** How many faults a file gets at once: well below the number of findings that a check lists. */
const AT_ONCE = 300;

export interface Missed {
  readonly config: RealConfig;
  readonly fault: Fault;
  /** The findings at the fault's place: none, or too many. */
  readonly findings: readonly Finding[];
}

export interface SweepOutcome {
  readonly found: Map<FaultKind, number>;
  readonly injected: Map<FaultKind, number>;
  /** By reason. */
  readonly leftOut: Map<string, number>;
  readonly missed: Missed[];
  /** Findings that a fault brought about elsewhere, by rule. */
  readonly elsewhere: Map<string, number>;
}

/** @param keep tells whether a place is tried, for a sample */
export function sweep(configs: readonly RealConfig[], keep: () => boolean = () => true): SweepOutcome {
  const outcome: SweepOutcome = {
    found: new Map(),
    injected: new Map(),
    leftOut: new Map(),
    missed: [],
    elsewhere: new Map(),
  };
  for (const config of configs) sweepOne(config, keep, outcome);
  return outcome;
}

function sweepOne(config: RealConfig, keep: () => boolean, outcome: SweepOutcome): void {
  const document = readConfig(config.name, config.text, schema);
  if (!document) return;
  const faults: Fault[] = [];
  for (const place of elementPlaces(document))
    for (const one of faultsOf(config.text, place))
      if (!keep()) continue;
      else if ('why' in one) add(outcome.leftOut, one.why);
      else faults.push(one);
  if (!faults.length) return;
  const before = findingsOf(document);
  for (const pass of passes(faults)) trial(config, pass, before, outcome);
}

/** Faults that cannot touch each other: of one kind, and where they change what stands inside, of one depth. */
function* passes(faults: readonly Fault[]): Generator<readonly Fault[]> {
  const groups = new Map<string, Fault[]>();
  for (const fault of faults) {
    const key = keyOfPass(fault);
    const group = groups.get(key);
    if (group) group.push(fault);
    else groups.set(key, [fault]);
  }
  for (const group of groups.values())
    for (let at = 0; at < group.length; at += AT_ONCE) yield group.slice(at, at + AT_ONCE);
}

function keyOfPass({ kind, place }: Fault): string {
  if (kind !== 'misspelt element') return kind === 'duplicate entry' ? `${kind} ${place.depth}` : kind;
  // The outermost elements tell together what a file is.
  return place.depth < 2 ? `${kind} ${place.element.start}` : `${kind} ${place.depth}`;
}

function trial(
  config: RealConfig,
  faults: readonly Fault[],
  before: readonly Finding[],
  { found, injected, missed, elsewhere }: SweepOutcome,
): void {
  const shifts = new Shifts(faults.flatMap(({ edits }) => edits));
  const document = readConfig(config.name, applyEdits(config.text, shifts.edits), schema);
  const known = new Set(before.map((one) => `${one.rule} ${shifts.after(one.start)}`));
  // A copy of an entry has the faults of the entry too.
  for (const fault of faults.filter(({ kind }) => kind === 'duplicate entry'))
    for (const { rule, start } of before.filter((one) => overlaps(one, fault.place.element)))
      if (rule !== 'duplicate-entry')
        known.add(`${rule} ${shifts.placeOf(fault).start + start - fault.place.element.start}`);
  const fresh = (document ? findingsOf(document) : []).filter((one) => !known.has(`${one.rule} ${one.start}`));
  const hits = new Set<Finding>();
  for (const fault of faults) {
    const place = shifts.placeOf(fault);
    const here = fresh.filter((one) => overlaps(one, place));
    for (const one of here) hits.add(one);
    add(injected, fault.kind);
    if (here.length === 1) add(found, fault.kind);
    else missed.push({ config, fault, findings: here });
  }
  for (const one of fresh) if (!hits.has(one)) add(elsewhere, `${one.rule} (${faults[0]?.kind ?? ''})`);
}

function findingsOf(document: ConfigDocument): readonly Finding[] {
  const hierarchy = hierarchyOf(document, schema, { server: null, shipped });
  return checkConfig(document, { rules: configRules, schema, hierarchy, choice: { profile: 'recommended' } }).findings;
}

/** Where things are after some edits. */
class Shifts {
  readonly edits: readonly TextEdit[];

  constructor(edits: readonly TextEdit[]) {
    this.edits = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  }

  after(offset: number): number {
    let shift = 0;
    for (const { start, end, text } of this.edits) {
      if (end > offset || (start === offset && end === offset)) break;
      shift += text.length - (end - start);
    }
    return offset + shift;
  }

  placeOf({ edits: [first], at }: Fault): Range {
    if (!first) throw new Error('a fault has an edit');
    let shift = 0;
    for (const edit of this.edits) {
      if (edit === first) break;
      shift += edit.text.length - (edit.end - edit.start);
    }
    const start = first.start + shift;
    return { start: start + at.start, end: start + at.end };
  }
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
