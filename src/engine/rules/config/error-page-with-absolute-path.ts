import { attributeOf } from '../../config/values';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

const ERRORS = 'system.webServer/httpErrors';

export default defineConfigRule({
  id: 'error-page-with-absolute-path',
  severity: 'warning',
  profile: 'recommended',
  title: 'An error page in web.config with an absolute path',
  why: 'In `web.config` IIS takes only files relative to the site for error pages, so that a site cannot show files of others: an absolute path gives 500.19. `allowAbsolutePathsWhenDelegated`, which an administrator would have to set in `applicationHost.config`, is locked and off as shipped.',
  sources: [
    {
      document: 'HTTP Errors <httpErrors>, IIS configuration reference',
      says: 'allowAbsolutePathsWhenDelegated is false by default: only paths relative to the site root are allowed when the section is delegated',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><httpErrors><remove statusCode="404" /><error statusCode="404" path="D:\\errors\\404.htm" responseMode="File" /></httpErrors></system.webServer>',
        at: 'D:\\errors\\404.htm',
      },
      {
        text: '<location path="a"><system.webServer><httpErrors><remove statusCode="404" /><error statusCode="404" prefixLanguageFilePath="%SystemDrive%\\errors" path="404.htm" /></httpErrors></system.webServer></location>',
        at: '%SystemDrive%\\errors',
      },
    ],
    good: [
      '<system.webServer><httpErrors><remove statusCode="404" /><error statusCode="404" path="errors\\404.htm" responseMode="File" /></httpErrors></system.webServer>',
      {
        file: 'applicationHost.config',
        text: '<system.webServer><httpErrors><error statusCode="404" path="D:\\errors\\404.htm" /></httpErrors></system.webServer>',
      },
      {
        text: '<system.webServer><httpErrors><remove statusCode="404" /><error statusCode="404" path="D:\\errors\\404.htm" /></httpErrors></system.webServer>',
        server: '<system.webServer><httpErrors allowAbsolutePathsWhenDelegated="true" /></system.webServer>',
        path: 'Shop',
      },
    ],
  },
  check({ document, sections, hierarchy, report }) {
    if (document.kind !== 'web') return undefined;
    for (const use of sections(ERRORS)) {
      const allowed = hierarchy
        .effective(ERRORS, hierarchy.pathOf(use))
        ?.element.isTrue('allowAbsolutePathsWhenDelegated');
      if (allowed) continue;
      const found = use.element.children.flatMap((error) => {
        const mode = (attributeOf(error, 'responseMode')?.value ?? 'File').toLowerCase();
        if (error.name !== 'error' || mode !== 'file') return [];
        const paths = ['prefixLanguageFilePath', 'path'].map((name) => attributeOf(error, name));
        return paths.find((one) => /^(?:[a-z]:\\|\\\\|%\w+%\\)/i.test(one?.value ?? '')) ?? [];
      });
      const [first] = found;
      if (!first) continue;
      report({
        at: first.valueRange,
        message: `${quoted(first.value)} ${found.length > 1 ? `and ${found.length - 1} more are` : 'is'} absolute, which IIS does not take from a web.config: it answers 500.19, unless the server, as some hosters do, sets allowAbsolutePathsWhenDelegated. Use paths relative to the site.`,
      });
    }
    return undefined;
  },
});
