import { isFolderOfSite } from '../../config/scope';
import { attributeOf } from '../../config/values';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'wildcard-mime-type',
  severity: 'warning',
  profile: 'recommended',
  title: 'A MIME type for every file there is',
  why: 'IIS serves a file only when it knows a MIME type for its extension; that keeps backups, sources and data files that lie in a site from being downloaded. An entry for `*` or `.*` takes the protection away. List the extensions that are meant.',
  sources: [
    {
      document: 'MIME types and static content in IIS',
      says: 'a file without a MIME map entry gets 404.3; a wildcard entry serves all',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><staticContent><mimeMap fileExtension=".*" mimeType="application/octet-stream" /></staticContent></system.webServer>',
        at: '.*',
      },
      '<system.webServer><staticContent><mimeMap fileExtension="*" mimeType="text/plain" /></staticContent></system.webServer>',
    ],
    good: [
      '<system.webServer><staticContent><mimeMap fileExtension=".data" mimeType="application/octet-stream" /></staticContent></system.webServer>',
      // One folder of which everything is meant to be served.
      '<location path="downloads"><system.webServer><staticContent><mimeMap fileExtension=".*" mimeType="application/octet-stream" /></staticContent></system.webServer></location>',
    ],
  },
  check({ document, sections, report }) {
    for (const { element, location } of sections('system.webServer/staticContent'))
      for (const entry of element.children) {
        const extension = entry.name === 'mimeMap' ? attributeOf(entry, 'fileExtension') : undefined;
        if (!extension || !/^\.?\*$/.test(extension.value) || isFolderOfSite(document, location)) continue;
        report({
          at: extension.valueRange,
          message: `${quoted(extension.value)} lets IIS serve every file in the site, also backups, sources and data that nobody meant to publish. List the extensions that are meant.`,
        });
      }
    return undefined;
  },
});
