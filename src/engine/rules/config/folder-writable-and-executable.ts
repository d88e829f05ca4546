import { attributeOf, listed } from '../../config/values';
import { HANDLERS } from '../../config/handlers';
import { defineConfigRule } from '../configRule';

export default defineConfigRule({
  id: 'folder-writable-and-executable',
  severity: 'warning',
  profile: 'hardening',
  title: 'A folder in which visitors may both write and run',
  why: 'With `Write` beside `Script` or `Execute`, a file that somebody uploads can be requested and runs on the server. Folders for uploads get `Read` or `Write` alone; what runs must come from a deployment.',
  sources: [
    {
      document: 'Handlers <handlers>, IIS configuration reference',
      says: 'accessPolicy combines Read, Write, Script and Execute for a folder',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><handlers accessPolicy="Read, Write, Script" /></system.webServer>',
        at: 'Read, Write, Script',
      },
      '<location path="upload"><system.webServer><handlers accessPolicy="Execute,Write" /></system.webServer></location>',
    ],
    good: [
      '<system.webServer><handlers accessPolicy="Read, Script, NoRemoteWrite" /></system.webServer>',
      '<location path="upload"><system.webServer><handlers accessPolicy="Read, Write" /></system.webServer></location>',
    ],
  },
  check({ sections, report }) {
    for (const { element } of sections(HANDLERS)) {
      const policy = attributeOf(element, 'accessPolicy');
      const allowed = listed(policy?.value.toLowerCase() ?? '');
      if (!policy || !allowed.includes('write') || !['script', 'execute'].some((kind) => allowed.includes(kind)))
        continue;
      report({
        at: policy.valueRange,
        message:
          'Visitors may write here, and what lies here may run: an uploaded file becomes a program of the server. Leave out Write, or Script and Execute.',
      });
    }
    return undefined;
  },
});
