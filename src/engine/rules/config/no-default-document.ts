import { child } from '../../xml/tree';
import { addedHandlers, HANDLERS } from '../../config/handlers';
import { defineConfigRule } from '../configRule';
import { attribute } from '../../xml/tree';

const DEFAULT = 'system.webServer/defaultDocument';

export default defineConfigRule({
  id: 'no-default-document',
  severity: 'warning',
  profile: 'recommended',
  title: 'The list of default documents is empty',
  why: 'For the address of a folder IIS looks through the list of default documents. When `<clear />` empties it and nothing is added, the home page and every other folder answer with 403.14, unless a program answers them.',
  sources: [
    {
      document: 'HTTP status codes of IIS',
      says: '403.14: directory listing denied, when no default document is found',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><defaultDocument><files><clear /></files></defaultDocument></system.webServer>',
        at: 'files',
      },
    ],
    good: [
      '<system.webServer><defaultDocument><files><clear /><add value="index.html" /></files></defaultDocument></system.webServer>',
      '<system.webServer><defaultDocument enabled="false"><files><clear /></files></defaultDocument></system.webServer>',
      '<system.webServer><defaultDocument><files><clear /></files></defaultDocument><handlers><add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" /></handlers><aspNetCore processPath="dotnet" arguments=".\\Shop.dll" /></system.webServer>',
      '<location path="api"><system.webServer><defaultDocument><files><clear /></files></defaultDocument></system.webServer></location>',
    ],
  },
  check({ document, sections, hierarchy, report }) {
    if (document.kind !== 'web') return undefined;
    const answersAll = sections(HANDLERS).some((use) =>
      addedHandlers(use).some((one) => ['*', '*.', '/'].includes(attribute(one, 'path') ?? '')),
    );
    for (const use of sections(DEFAULT)) {
      const files = child(use.element, 'files');
      const effective = hierarchy.effective(DEFAULT, hierarchy.pathOf(use))?.element;
      if (!files || answersAll || use.location?.path || !effective?.isTrue('enabled')) continue;
      if (!files.children.some(({ name }) => name === 'clear') || effective.element('files')?.entries.length) continue;
      report({
        at: files.nameRange,
        message:
          'The list of default documents is empty: the address of a folder, also of the site, answers with 403.14.',
      });
    }
    return undefined;
  },
});
