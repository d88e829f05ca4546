import { defineFamily, type Source } from '../fact';

const adsutil: Source = {
  document: 'IIS 6.0 documentation: managing IIS with adsutil.vbs',
  says: 'The verbs and paths of adsutil.vbs, and the texts it prints when ADSI cannot open a key or set a value.',
  read: '2026-11-24',
};

/** What adsutil.vbs prints when it fails. */
export default defineFamily({
  facts: [
    {
      id: 'adsutil-no-such-path',
      name: 'adsutil: the metabase has no such key',
      verdict: 'look',
      meaning:
        'The path behind the verb does not exist in the metabase: another number of the site, a directory without settings of its own, or a service that is not installed. Nothing was changed.',
      checks: [
        '`cscript.exe //nologo adsutil.vbs enum /p w3svc` lists the keys below; a site is its number, its root `w3svc/1/root`.',
      ],
      fix: 'Correct the path. A directory without a key of its own takes the value of the one above: set it there, or create the key.',
      doNot: ['Do not edit MetaBase.xml by hand while IISADMIN runs.'],
      keys: [
        {
          kind: 'phrase',
          as: 'message',
          anchors: ['the path requested could not be found'],
          pattern: /the\s+path\s+requested\s+could\s+not\s+be\s+found\.?/iy,
        },
      ],
      sources: [adsutil],
      samples: ['The path requested could not be found.\nErrNumber: -2147024893 (0x80070003)'],
      notSamples: ['The path could not be found.'],
    },
    {
      id: 'adsutil-object-failed',
      name: 'adsutil could not open the key',
      verdict: 'act',
      meaning:
        'ADSI did not get at the metabase or at that key of it. The code beside it says why: 0x80070003 no such key, 0x80070005 no rights, 0x800706BA IISADMIN does not run, 0x80005000 no IIS provider.',
      checks: ['The code; then `sc.exe query IISADMIN`, and whether the prompt is elevated.'],
      fix: 'Correct the path, start IISADMIN, or on IIS 7 and later install IIS 6 Metabase Compatibility; better use appcmd.exe there.',
      doNot: ['Do not loosen the permissions of the metabase file.'],
      keys: [
        {
          kind: 'phrase',
          as: 'message',
          anchors: ['error trying to'],
          pattern: /error\s+trying\s+to\s+(?:get|set|enum|create|delete|copy|move)\s+the\s+object/iy,
        },
      ],
      sources: [adsutil],
      samples: ['Error Trying To ENUM the Object (GetObject Failed): w3svc', 'Error Trying To GET the Object: W3SVC/7'],
      notSamples: ['Error trying to get the file', 'Error Trying To SET the Property: ServerBindings'],
    },
  ],
});
