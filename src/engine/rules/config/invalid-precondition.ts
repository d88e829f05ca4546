import { setValue } from '../../config/edits';
import {
  contradiction,
  isPrecondition,
  PRECONDITIONS,
  preconditionsIn,
  type Precondition,
} from '../../config/preconditions';
import { isPlaceholder } from '../../config/placeholder';
import { attributeOf, partOf } from '../../config/values';
import { closest } from '../../text/closest';
import type { Range } from '../../text/range';
import type { XmlAttribute, XmlElement } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import type { Report } from '../rule';
import { oneOf, quoted } from '../quoted';

const SECTIONS = ['handlers', 'modules', 'globalModules', 'isapiFilters'];

export default defineConfigRule({
  id: 'invalid-precondition',
  severity: 'error',
  profile: 'correctness',
  title: 'A precondition that is never fulfilled',
  why: 'A handler or module with a `preCondition` is loaded only in application pools that fulfil all of it. A word that IIS does not know is reported in the event log (2296) and never fulfilled; two that exclude each other, such as `bitness32,bitness64`, are fulfilled by no pool. The entry is as good as absent.',
  sources: [
    {
      document: 'IIS W3SVC-WP events',
      says: 'event 2296: a module has an unknown precondition',
      read: '2026-11-24',
    },
    {
      document: 'IIS 7 Preconditions (Mike Volodarsky)',
      says: 'the list of preconditions; all of them must hold',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><handlers><add name="Report" path="*.report" verb="GET" type="Shop.Report" preCondition="integratedMode,bitness-64" /></handlers></system.webServer>',
        at: 'bitness-64',
      },
      {
        file: 'applicationHost.config',
        text: '<system.webServer><globalModules><add name="Audit" image="C:\\audit\\audit.dll" preCondition="bitness32, bitness64" /></globalModules></system.webServer>',
        at: 'bitness64',
      },
      '<location path="a"><system.webServer><modules><add name="Audit" type="Shop.Audit" preCondition="managedHandlers" /></modules></system.webServer></location>',
    ],
    good: [
      '<system.webServer><handlers><add name="Report" path="*.report" verb="GET" type="Shop.Report" preCondition="integratedMode, runtimeVersionv4.0,bitness64" /><remove name="x" /></handlers><modules><add name="Audit" type="Shop.Audit" preCondition="" /></modules></system.webServer>',
    ],
  },
  check({ sections, report }) {
    // Whole lists of handlers tend to have the same wrong word.
    const repeated = new Map<string, number>();
    const found: { readonly name: string | null; readonly report: Report }[] = [];
    for (const section of SECTIONS)
      for (const { element, content } of sections(`system.webServer/${section}`))
        for (const one of content === 'here' ? element.children : []) {
          const entry = readEntry(one);
          const unknown = entry && unknownIn(entry);
          if (entry && unknown) {
            const count = (repeated.get(unknown.name) ?? 0) + 1;
            repeated.set(unknown.name, count);
            if (count === 1) found.push({ name: unknown.name, report: ofUnknown(entry, unknown) });
            continue;
          }
          const clash = entry && ofContradiction(entry);
          if (clash) found.push({ name: null, report: clash });
        }
    for (const { name, report: one } of found) {
      const more = (repeated.get(name ?? '') ?? 1) - 1;
      report(more > 0 ? { ...one, message: `${one.message} ${more} more have it.` } : one);
    }
    return undefined;
  },
});

interface Entry {
  readonly written: XmlAttribute;
  readonly conditions: readonly Precondition[];
}

function readEntry(entry: XmlElement): Entry | null {
  const written = attributeOf(entry, 'preCondition');
  if (!written || isPlaceholder(written.value)) return null;
  return { written, conditions: preconditionsIn(written.value) };
}

/** Conditions of the form name=value are of other makers. */
const unknownIn = ({ conditions }: Entry): Precondition | undefined =>
  conditions.find(({ name }) => !isPrecondition(name) && /^[\w.-]+$/.test(name));

const rangeOf = (written: XmlAttribute, { name, start }: Precondition): Range =>
  partOf(written, start, start + name.length);

function ofUnknown({ written }: Entry, unknown: Precondition): Report {
  const meant = closest(unknown.name, PRECONDITIONS);
  const { value } = written;
  const corrected = value.slice(0, unknown.start) + (meant ?? '') + value.slice(unknown.start + unknown.name.length);
  return {
    at: rangeOf(written, unknown),
    message: `IIS knows no precondition ${quoted(unknown.name)}, so this entry is never loaded. It knows ${oneOf(PRECONDITIONS)}.`,
    fixes: meant ? [{ title: `Change to ${meant}`, edits: [setValue(written, corrected)], isSafe: false }] : [],
  };
}

function ofContradiction({ written, conditions }: Entry): Report | null {
  const clash = contradiction(conditions);
  if (!clash) return null;
  const [first, second] = clash.pair;
  return {
    at: rangeOf(written, second),
    message: `No application pool has two kinds of ${clash.about}: ${first.name} and ${second.name} exclude each other, and this entry is never loaded.`,
  };
}
