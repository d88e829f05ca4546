import { defineConfigRule } from '../configRule';

const DECLARED =
  '<configSections><sectionGroup name="system.applicationHost"><section name="applicationPools" allowDefinition="AppHostOnly" overrideModeDefault="Deny" /></sectionGroup></configSections>';

export default defineConfigRule({
  id: 'undeclared-section',
  severity: 'error',
  profile: 'correctness',
  title: 'A section of the server without a declaration',
  why: 'Sections of `system.applicationHost` and `system.webServer` are declared in `configSections` of `applicationHost.config` and nowhere else. Without its declaration IIS does not know where a section may stand, and answers 500.19 with 0x80070032.',
  sources: [
    {
      document: 'HTTP Error 500.19 when you open a webpage',
      says: '0x80070032: the section cannot be read because its declaration is missing',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        file: 'applicationHost.config',
        text: `${DECLARED}<system.applicationHost><applicationPools /><webLimits connectionTimeout="00:02:00" /></system.applicationHost>`,
        at: 'webLimits',
      },
    ],
    good: [
      {
        file: 'applicationHost.config',
        text: `${DECLARED}<system.applicationHost><applicationPools /></system.applicationHost>`,
      },
      {
        // A piece of a file: its declarations stand elsewhere.
        file: 'applicationHost.config',
        text: '<system.applicationHost><applicationPools /></system.applicationHost>',
      },
      {
        // machine.config declares what .NET reads.
        file: 'applicationHost.config',
        text: `${DECLARED}<system.applicationHost><applicationPools /></system.applicationHost><system.web><trace enabled="false" /></system.web>`,
      },
      '<system.webServer><directoryBrowse enabled="false" /></system.webServer>',
    ],
  },
  check({ document: { kind, declarations, sections }, report }) {
    const declaresServer = [...declarations.keys()].some((path) => path.startsWith('system.applicationHost/'));
    if (kind !== 'applicationHost' || !declaresServer) return;
    const reported = new Set<string>();
    for (const { path, element, schema } of sections) {
      const isOfServer = /^system\.(?:applicationHost|webServer|ftpServer)\//.test(path);
      if (!schema || !isOfServer || declarations.has(path) || reported.has(path)) continue;
      reported.add(path);
      report({
        at: element.nameRange,
        message: `<${element.name}> is not declared in configSections of this file: IIS answers 500.19 with 0x80070032.`,
      });
    }
  },
});
