import type { AllowDefinition } from '../../schema/data';
import { defineConfigRule } from '../configRule';

const WHERE: Readonly<Partial<Record<AllowDefinition, string>>> = {
  AppHostOnly: 'applicationHost.config',
  MachineOnly: 'machine.config',
  MachineToWebRoot: 'machine.config, the root web.config of .NET or applicationHost.config',
};

export default defineConfigRule({
  id: 'section-in-wrong-file',
  severity: 'error',
  profile: 'correctness',
  title: 'A section that may not stand in web.config',
  why: 'Some sections belong to the server as a whole: sites, application pools, native modules, FastCGI programs. Their declaration allows them in the file of the server only; in a `web.config` IIS answers 500.19 with 0x80070021.',
  sources: [
    {
      document: 'IIS configuration reference: section element',
      says: 'allowDefinition says in which files a section may stand',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { text: '<system.applicationHost><sites /></system.applicationHost>', at: 'sites' },
      '<system.webServer><globalModules><add name="X" image="x.dll" /></globalModules></system.webServer>',
    ],
    good: [
      { file: 'applicationHost.config', text: '<system.applicationHost><sites /></system.applicationHost>' },
      '<system.webServer><modules><remove name="WebDAVModule" /></modules></system.webServer>',
    ],
  },
  check({ document, hierarchy, report }) {
    if (document.kind !== 'web') return;
    for (const { element, path, schema } of document.sections) {
      const declared = hierarchy.levels.map((level) => level.document.declarations.get(path)).find((one) => one);
      const definition = declared ? declared.allowDefinition : schema?.declaration?.allowDefinition;
      const where = definition && WHERE[definition];
      if (!where) continue;
      report({
        at: element.nameRange,
        message: `<${element.name}> may stand only in ${where}: here IIS answers 500.19 with 0x80070021.`,
      });
    }
  },
});
