import { isFolderOfSite } from '../../config/scope';
import { attributeOf } from '../../config/values';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

const DANGEROUS = new Set(
  '.config .cs .vb .csproj .cshtml .mdf .ldf .mdb .accdb .sqlite .db .bak .old .sql .pfx .p12 .key .pem .env .ps1 .bat .cmd .log .user'.split(
    ' ',
  ),
);

export default defineConfigRule({
  id: 'dangerous-mime-type',
  severity: 'warning',
  profile: 'hardening',
  title: 'A MIME type for files that are not for visitors',
  why: 'A MIME type makes IIS send files of an extension to whoever asks. Configurations, sources, databases, backups, scripts and keys lie in many sites; without a MIME type they are answered with 404.3.',
  sources: [
    {
      document: 'MIME Map <mimeMap>, IIS configuration reference',
      says: 'IIS returns only files whose extension has a MIME type',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><staticContent><mimeMap fileExtension=".bak" mimeType="application/octet-stream" /></staticContent></system.webServer>',
        at: '.bak',
      },
      '<system.webServer><staticContent><mimeMap fileExtension=".CONFIG" mimeType="text/xml" /></staticContent></system.webServer>',
    ],
    good: [
      '<system.webServer><staticContent><remove fileExtension=".config" /><mimeMap fileExtension=".woff2" mimeType="font/woff2" /></staticContent></system.webServer>',
      '<location path="certificates"><system.webServer><staticContent><mimeMap fileExtension=".pem" mimeType="application/x-pem-file" /></staticContent></system.webServer></location>',
    ],
  },
  check({ document, sections, report }) {
    if (document.kind !== 'web') return undefined;
    for (const { element, location } of sections('system.webServer/staticContent'))
      for (const entry of element.children) {
        const extension = entry.name === 'mimeMap' ? attributeOf(entry, 'fileExtension') : undefined;
        if (!extension || !DANGEROUS.has(extension.value.toLowerCase()) || isFolderOfSite(document, location)) continue;
        report({
          at: extension.valueRange,
          message: `IIS sends every file with ${quoted(extension.value)} in this site to whoever asks. Remove the type, or keep it to the one folder that needs it.`,
        });
      }
    return undefined;
  },
});
