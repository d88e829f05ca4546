import { defineConfigRule } from '../configRule';

export default defineConfigRule({
  id: 'xml-not-well-formed',
  severity: 'error',
  profile: 'correctness',
  title: 'The file is not well-formed XML',
  why: 'IIS reads a configuration file as a whole or not at all. A fault in `web.config` answers every request below it with 500.19 and 0x8007000D; one in `applicationHost.config` keeps WAS from starting any site.',
  sources: [
    {
      document: 'HTTP Error 500.19 when you open a webpage',
      says: 'malformed XML in a configuration file gives 0x8007000D or 0x80070003 with the line',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      '<configuration><system.webServer></configuration>',
      '<system.webServer><directoryBrowse enabled="true" enabled="true" /></system.webServer>',
      {
        text: '<configuration>\n  <system.webServer>\n    <directoryBrowse enabled="true"\n  </system.webServer>\n</configuration>',
        at: '<directoryBrowse',
      },
      '<appSettings><add key="search" value="a&b" /></appSettings>',
    ],
    good: [
      '<configuration></configuration>',
      '<system.webServer><directoryBrowse enabled="true" /><!-- <old> & gone --></system.webServer>',
      '<appSettings><add key="search" value="a&amp;b" /></appSettings>',
    ],
  },
  check({ document, report }) {
    for (const { start, end, message } of document.xml.faults) report({ at: { start, end }, message });
  },
});
