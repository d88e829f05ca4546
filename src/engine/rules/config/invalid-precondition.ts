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
import { quoted } from '../quoted';

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
      '<system.webServer><handlers><add name="Report" path="*.report" verb="GET" type="Shop.Report" preCondition="integratedMode,bitness64,winx86_64" /></handlers></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const section of SECTIONS)
      for (const { element, content } of sections(`system.webServer/${section}`))
        for (const one of content === 'here' ? element.children : []) {
          const entry = readEntry(one);
          const found = entry && (ofUnknown(entry) ?? ofContradiction(entry));
          if (found) report(found);
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

const rangeOf = (written: XmlAttribute, { name, start }: Precondition): Range =>
  partOf(written, start, start + name.length);

/** Only what nearly is one: newer versions of Windows have words of their own, such as those for ARM64. */
function ofUnknown({ written, conditions }: Entry): Report | null {
  for (const condition of conditions) {
    const { name, start } = condition;
    const meant = isPrecondition(name) ? null : closest(name, PRECONDITIONS);
    if (meant === null) continue;
    const corrected = written.value.slice(0, start) + meant + written.value.slice(start + name.length);
    return {
      at: rangeOf(written, condition),
      message: `IIS knows no precondition ${quoted(name)}, so this entry is never loaded. Did you mean ${meant}?`,
      fixes: [{ title: `Change to ${meant}`, edits: [setValue(written, corrected)], isSafe: false }],
    };
  }
  return null;
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
