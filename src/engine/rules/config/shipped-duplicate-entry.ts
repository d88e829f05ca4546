import { defineConfigRule } from '../configRule';
import { inheritedDuplicate } from '../mergeReports';

const COMPRESSION = 'system.webServer/httpCompression';

export default defineConfigRule({
  id: 'shipped-duplicate-entry',
  severity: 'warning',
  profile: 'recommended',
  title: 'An entry that IIS ships with',
  why: 'The server configuration is not known here. IIS 10 as shipped has an entry with this key, and unless somebody took it out there, adding it again gives 500.19 with 0x800700B7. A `<remove>` before the `<add>` works on both kinds of servers.',
  sources: [
    {
      document: 'HTTP Error 500.19 when you open a webpage',
      says: '0x800700B7 for an entry that a parent has',
      read: '2026-11-24',
    },
    {
      document: 'applicationHost.config of a fresh IIS 10',
      says: 'the entries that it ships with',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      '<system.webServer><staticContent><mimeMap fileExtension=".json" mimeType="application/json" /></staticContent></system.webServer>',
      {
        text: '<system.webServer><defaultDocument><files><add value="Index.html" /></files></defaultDocument></system.webServer>',
        at: '<add value="Index.html" />',
      },
    ],
    good: [
      '<system.webServer><staticContent><remove fileExtension=".json" /><mimeMap fileExtension=".json" mimeType="application/json" /></staticContent></system.webServer>',
      '<system.webServer><defaultDocument><files><clear /><add value="index.html" /></files></defaultDocument></system.webServer>',
      {
        text: '<system.webServer><staticContent><mimeMap fileExtension=".json" mimeType="a/b" /></staticContent></system.webServer>',
        server: '<system.webServer />',
        path: 'Shop',
      },
    ],
  },
  check({ hierarchy, report }) {
    const shipped = hierarchy.levels.find(({ isShipped }) => isShipped)?.document;
    if (!shipped) return;
    for (const problem of hierarchy.problems())
      // Compression is set up for the server alone: nobody reads this section in a web.config.
      if (problem.kind === 'duplicate' && problem.first.document === shipped && problem.section.path !== COMPRESSION)
        report(
          inheritedDuplicate(
            problem,
            'unless the server took it out, it answers 500.19 with 0x800700B7',
            'IIS 10 ships with it',
          ),
        );
  },
});
