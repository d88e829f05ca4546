import { filesWithDuplicates, planDuplicates, WINS } from '../configuration/duplicateEntries';
import type { Remedy } from '../remedy';

/** 500.19 with 0x800700B7: a collection has the same key twice. */
const duplicateEntry: Remedy = {
  id: 'duplicate-entry',
  title: 'Repair a duplicate collection entry',
  purpose: 'A file adds an entry whose key a file above it, or it itself, has already: 500.19 with 0x800700B7.',
  versions: 'IIS 7 and later',
  rights: 'administrator on the server',
  doesNot: ['It does not touch the entry of the file above: other sites rely on that.'],
  doNot: [
    'Do not take the entry out of applicationHost.config because one site adds it again: every other site loses it.',
    'Do not put <clear /> at the top of the collection: it takes out everything that is inherited, also what nobody thought of.',
  ],
  sources: [
    {
      document: 'HTTP Error 500.19 when you open a webpage',
      url: 'https://learn.microsoft.com/troubleshoot/developer/webapps/iis/health-diagnostic-performance/http-error-500-19-webpage',
      says: '0x800700B7 for a duplicate entry; remove it from the file that is named',
      read: '2026-11-24',
    },
    {
      document: 'appcmd and collections: <remove> Element',
      url: 'https://learn.microsoft.com/iis/configuration/system.webserver/staticcontent/',
      says: 'a <remove> with the key takes out what is inherited, so that it can be added with another value',
      read: '2026-11-25',
    },
  ],
  parameters: [
    {
      name: 'file',
      label: 'File',
      kind: 'choice',
      isRequired: true,
      help: 'The files of this server that have such an entry.',
      options: filesWithDuplicates,
      initial: (snapshot) => filesWithDuplicates(snapshot)[0] ?? '',
    },
    {
      name: 'how',
      label: 'What wins',
      kind: 'choice',
      isRequired: true,
      options: () => Object.values(WINS),
      initial: () => WINS.each,
    },
  ],
  needs: ['system', 'sites', 'configuration', 'webConfigs'],
  answers: [
    'code-duplicate-entry',
    'message-duplicate-entry',
    'was-5172-duplicate',
    'duplicate-entry',
    'inherited-duplicate-entry',
    'shipped-duplicate-entry',
  ],
  plan: (snapshot, { file = '', how = WINS.each }) => planDuplicates(snapshot, file, how),
};
export default duplicateEntry;
