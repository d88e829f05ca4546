import { isForDotNet } from '../../config/readers';
import { defineConfigRule } from '../configRule';

export default defineConfigRule({
  id: 'dotnet-section-in-server-file',
  severity: 'warning',
  profile: 'recommended',
  title: 'A section for .NET in the file of IIS',
  why: 'The configuration system of .NET does not know `applicationHost.config`: it goes from `machine.config` and the root `web.config` beside it straight to the `web.config` of the site. What stands in `system.web`, `appSettings`, `connectionStrings` and the like here changes no application. For all applications it belongs into the root `web.config` of the .NET Framework, for one into its own `web.config`.',
  sources: [
    {
      document: 'ASP.NET Configuration File Hierarchy and Inheritance',
      says: 'the files that ASP.NET puts together: machine.config, the root web.config, then those of site, application and folder',
      read: '2026-11-25',
    },
    {
      document: 'reference source of .NET Framework, WebConfigurationHost',
      says: 'the path of a configuration is machine, webroot, site and virtual path',
      read: '2026-11-25',
    },
  ],
  examples: {
    bad: [
      {
        file: 'applicationHost.config',
        text: '<location path="Shop"><system.web><pages validateRequest="true" /></system.web></location>',
        at: 'pages',
      },
      { file: 'applicationHost.config', text: '<appSettings><add key="a" value="b" /></appSettings>' },
    ],
    good: [
      {
        // IIS reads this one.
        file: 'applicationHost.config',
        text: '<configProtectedData><providers><add name="X" type="Y" /></providers></configProtectedData>',
      },
      { file: 'applicationHost.config', text: '<system.web><pages /></system.web>' },
      '<system.web><pages validateRequest="true" /></system.web>',
    ],
  },
  check({ document, report }) {
    if (document.kind !== 'applicationHost') return;
    for (const { element, schema } of document.sections) {
      const isUsed = element.attributes.length > 0 || element.children.length > 0;
      if (!schema || !isForDotNet(schema) || !isUsed) continue;
      report({
        at: element.nameRange,
        message: `.NET does not read applicationHost.config: <${element.name}> has no effect on any application here. Put it into the root web.config of the .NET Framework, or into the web.config of the application.`,
      });
    }
  },
});
