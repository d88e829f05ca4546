import { defineConfigRule } from '../configRule';
import { isOfDotNet } from '../refusal';
import { inheritedDuplicate } from '../mergeReports';

const SERVER =
  '<system.webServer><staticContent><mimeMap fileExtension=".json" mimeType="application/json" /></staticContent></system.webServer>';

export default defineConfigRule({
  id: 'inherited-duplicate-entry',
  severity: 'error',
  profile: 'correctness',
  title: 'An entry that a file above has already',
  why: 'A file inherits the entries of the files above it. Adding one whose key is inherited gives 500.19 with 0x800700B7, "Cannot add duplicate collection entry". A `<remove>` before the `<add>` makes the entry replace the inherited one on any server.',
  sources: [
    {
      document: 'HTTP Error 500.19 when you open a webpage',
      says: '0x800700B7 for an entry that a parent has',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><staticContent><mimeMap fileExtension=".json" mimeType="text/json" /></staticContent></system.webServer>',
        server: SERVER,
        path: 'Shop',
      },
      {
        text: '<system.web><membership><providers><add name="Staff" type="T" applicationName="/" /></providers></membership></system.web>',
        machine:
          '<system.web><membership><providers><add name="Staff" type="T" applicationName="/hr" /></providers></membership></system.web>',
      },
      {
        // A location tag inherits from its own file as well.
        text: '<system.webServer><httpProtocol><customHeaders><add name="X-A" value="1" /></customHeaders></httpProtocol></system.webServer><location path="api"><system.webServer><httpProtocol><customHeaders><add name="X-A" value="2" /></customHeaders></httpProtocol></system.webServer></location>',
      },
    ],
    good: [
      {
        // The machine.config of this server is known, and has other entries.
        text: '<connectionStrings><add name="LocalSqlServer" connectionString="Data Source=db;Integrated Security=SSPI" /></connectionStrings>',
        machine: '<connectionStrings />',
      },
      // .NET lets a deeper entry of appSettings replace an outer one.
      '<appSettings><add key="a" value="1" /></appSettings><location path="x"><appSettings><add key="a" value="2" /></appSettings></location>',
      {
        text: '<system.webServer><staticContent><remove fileExtension=".json" /><mimeMap fileExtension=".json" mimeType="text/json" /></staticContent></system.webServer>',
        server: SERVER,
        path: 'Shop',
      },
      {
        text: '<system.webServer><staticContent><mimeMap fileExtension=".webp" mimeType="image/webp" /></staticContent></system.webServer>',
        server: SERVER,
        path: 'Shop',
      },
      // Whether a server that we do not know still has the shipped entry is another rule's question.
      '<system.webServer><staticContent><mimeMap fileExtension=".json" mimeType="text/json" /></staticContent></system.webServer>',
    ],
  },
  check({ hierarchy, report }) {
    const shipped = hierarchy.levels.find(({ isShipped }) => isShipped)?.document;
    for (const problem of hierarchy.problems()) {
      if (problem.kind !== 'duplicate' || problem.first.document === shipped) continue;
      // Twice in one section is `duplicate-entry`.
      if (problem.first.element.parent === problem.element.parent) continue;
      report(
        inheritedDuplicate(
          problem,
          isOfDotNet(problem.section)
            ? '.NET stops with "The entry has already been added" (500)'
            : 'IIS answers 500.19 with 0x800700B7',
        ),
      );
    }
  },
});
