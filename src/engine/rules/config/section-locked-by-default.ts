import { defineConfigRule } from '../configRule';

export default defineConfigRule({
  id: 'section-locked-by-default',
  severity: 'warning',
  profile: 'recommended',
  title: 'A section that IIS locks unless somebody unlocked it',
  why: 'IIS ships with this section locked for `web.config`. Unless an administrator unlocked it, using it gives 500.19 with 0x80070021. It belongs into `applicationHost.config`, in a location tag for the site; unlocking the section opens it to every site of the server.',
  sources: [
    {
      document: 'How to use locking in IIS configuration',
      says: 'sections that are locked as shipped',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><security><authentication><windowsAuthentication enabled="true" /></authentication></security></system.webServer>',
        at: 'windowsAuthentication',
      },
      '<location path="admin"><system.webServer><security><access sslFlags="Ssl" /></security></system.webServer></location>',
    ],
    good: [
      '<system.webServer><security><requestFiltering allowDoubleEscaping="false" /></security></system.webServer>',
      '<system.webServer><handlers><remove name="WebDAV" /></handlers></system.webServer>',
      {
        file: 'applicationHost.config',
        text: '<system.webServer><security><access sslFlags="Ssl" /></security></system.webServer>',
      },
      {
        text: '<system.webServer><security><access sslFlags="Ssl" /></security></system.webServer>',
        server:
          '<location path="" overrideMode="Allow"><system.webServer><security><access /></security></system.webServer></location>',
        path: 'Shop',
      },
    ],
  },
  check({ document, hierarchy, report }) {
    for (const problem of hierarchy.problems()) {
      if (problem.kind !== 'lockedSection' || problem.by !== null || problem.document !== document) continue;
      // Elsewhere than in the server's own file it is a fault, not a risk: `section-in-wrong-file`.
      if (problem.section.schema?.declaration?.allowDefinition === 'AppHostOnly') continue;
      const { element } = problem;
      report({
        at: element.nameRange,
        message: `IIS ships with <${element.name}> locked: unless the server unlocked it, it answers 500.19 with 0x80070021. Set it in applicationHost.config, in a location tag for the site.`,
      });
    }
  },
});
