import { allowedIn } from '../../config/allowDefinition';
import type { AllowDefinition } from '../../schema/data';
import { defineConfigRule } from '../configRule';
import { isOfDotNet, notAllowed } from '../refusal';

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
  why: 'Some sections belong to the server as a whole: sites, application pools, native modules, FastCGI programs. Their declaration allows them in the file of the server only; in a `web.config` IIS answers 500.19 with 0x80070021. What .NET reads for the machine as a whole stops it with a configuration error.',
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
      '<system.web><deployment retail="true" /></system.web>',
      {
        text: '<system.web><pages /></system.web>',
        machine:
          '<configSections><sectionGroup name="system.web"><section name="pages" allowDefinition="MachineOnly" /></sectionGroup></configSections>',
      },
      {
        file: 'C:/Windows/Microsoft.NET/Framework64/v4.0.30319/Config/web.config',
        text: '<system.web><processModel autoConfig="true" /></system.web>',
      },
    ],
    good: [
      {
        // The declaration of this server allows it.
        text: '<system.web><deployment retail="true" /></system.web>',
        machine:
          '<configSections><sectionGroup name="system.web"><section name="deployment" /></sectionGroup></configSections>',
      },
      { file: 'applicationHost.config', text: '<system.applicationHost><sites /></system.applicationHost>' },
      '<system.webServer><modules><remove name="WebDAVModule" /></modules></system.webServer>',
    ],
  },
  check({ document, hierarchy, report }) {
    if (document.kind !== 'web' && document.kind !== 'rootWeb') return;
    for (const use of document.sections) {
      const definition = allowedIn(hierarchy, use);
      const where = definition && WHERE[definition];
      // In the root file of .NET all may stand that .NET reads, but for what is of the machine.
      if (!where || (document.kind === 'rootWeb' && !(definition === 'MachineOnly' && isOfDotNet(use)))) continue;
      const { element } = use;
      report({
        at: element.nameRange,
        message: `<${element.name}> may stand only in ${where}: here ${notAllowed(use)}.`,
      });
    }
  },
});
