import { removeElement } from '../../config/edits';
import type { XmlElement } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { settingsOf } from '../settings';

export default defineConfigRule({
  id: 'section-declared-by-dotnet',
  severity: 'error',
  profile: 'recommended',
  title: 'A section that machine.config of .NET 4 declares already',
  why: 'Files made for .NET Framework 3.5 declare the sections of `system.web.extensions` themselves. The `machine.config` of .NET Framework 4 has them, so in a pool with runtime v4.0 IIS answers 500.19 with 0x800700B7, "There is a duplicate section defined". Remove the declarations; the sections themselves may stay.',
  sources: [
    {
      document: '.NET Framework 4 Migration Issues / ASP.NET 4 Breaking Changes',
      says: 'section definitions of ASP.NET 3.5 in web.config clash with those that moved to machine.config',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<configSections>\n  <sectionGroup name="system.web.extensions" type="G"><sectionGroup name="scripting" type="G"><section name="scriptResourceHandler" type="H" /></sectionGroup></sectionGroup>\n</configSections>\n<system.web><compilation targetFramework="4.0" /><httpRuntime targetFramework="4.5" enableVersionHeader="false" /></system.web>',
        at: 'system.web.extensions',
      },
    ],
    good: [
      '<configSections><sectionGroup name="system.web.extensions" type="G"><sectionGroup name="scripting" type="G"><section name="scriptResourceHandler" type="H" /></sectionGroup></sectionGroup></configSections><system.web><compilation debug="false" /></system.web>',
      '<configSections><section name="entityFramework" type="E" /></configSections><system.web><compilation targetFramework="4.8" /></system.web>',
    ],
  },
  check(context) {
    const { document, report } = context;
    // Only what says so itself is known to run in a pool with runtime v4.0.
    if (!settingsOf(context, 'system.web/compilation', 'targetFramework').some(({ value }) => value.startsWith('4.')))
      return;
    const reported = new Set<XmlElement>();
    for (const { element, path } of document.declarations.values()) {
      if (!path.startsWith('system.web.extensions/scripting/')) continue;
      let outer = element;
      while (outer.parent?.name === 'sectionGroup') outer = outer.parent;
      if (reported.has(outer)) continue;
      reported.add(outer);
      report({
        at: outer.attributes.find(({ name }) => name === 'name')?.valueRange ?? outer.nameRange,
        message: `machine.config of .NET Framework 4 declares ${quoted(path)} already: IIS answers 500.19 with 0x800700B7.`,
        fixes: [{ title: 'Remove the declarations', edits: [removeElement(document.text, outer)], isSafe: false }],
      });
    }
  },
});
