import { isPlaceholder } from '../../config/placeholder';
import { attributeOf } from '../../config/values';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

const ERRORS = 'system.webServer/httpErrors';

export default defineConfigRule({
  id: 'error-page-path-for-other-mode',
  severity: 'warning',
  profile: 'recommended',
  title: 'The path of an error page does not fit its mode',
  why: 'What `path` of an error page means depends on `responseMode`: with `File` it is a file on the disk, with `ExecuteURL` an address of the server that begins with `/`, with `Redirect` an absolute address. A path of the wrong kind is not found, and the visitor gets a bare line of text in the place of the page.',
  sources: [
    {
      document: 'Adding HTTP Errors <error>, IIS configuration reference',
      says: 'File needs a file path, ExecuteURL a server relative URL, Redirect an absolute URL',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><httpErrors errorMode="Custom"><remove statusCode="404" /><error statusCode="404" path="~/errors/404.aspx" responseMode="ExecuteURL" /></httpErrors></system.webServer>',
        at: '~/errors/404.aspx',
      },
      {
        text: '<location path="a"><system.webServer><httpErrors><remove statusCode="500" /><error statusCode="500" path="D:\\errors\\500.htm" responseMode="ExecuteURL" /></httpErrors></system.webServer></location>',
        at: 'D:\\errors\\500.htm',
      },
      '<system.webServer><httpErrors><remove statusCode="500" /><error statusCode="500" path="https://shop.test/500.htm" /></httpErrors></system.webServer>',
      '<system.webServer><httpErrors><remove statusCode="500" /><error statusCode="500" path="errors\\500.htm" responseMode="Redirect" /></httpErrors></system.webServer>',
    ],
    good: [
      '<system.webServer><httpErrors errorMode="Custom"><remove statusCode="404" /><error statusCode="404" path="/errors/404.aspx" responseMode="ExecuteURL" /><remove statusCode="403" /><error statusCode="403" path="errors\\403.htm" responseMode="File" /><remove statusCode="500" /><error statusCode="500" path="https://shop.test/500.htm" responseMode="Redirect" /></httpErrors></system.webServer>',
      '<system.webServer><httpErrors><remove statusCode="502" /><error statusCode="502" path="/errors/502.htm" responseMode="Redirect" /><remove statusCode="404" /><error statusCode="404" path="$(ErrorPage)" responseMode="ExecuteURL" /></httpErrors></system.webServer>',
    ],
  },
  check({ sections, report }) {
    for (const { element } of sections(ERRORS))
      for (const error of element.children) {
        const path = error.name === 'error' ? attributeOf(error, 'path') : undefined;
        if (!path || path.value === '' || isPlaceholder(path.value)) continue;
        const mode = (attributeOf(error, 'responseMode')?.value ?? 'File').toLowerCase();
        const problem = PROBLEMS[mode]?.(path.value);
        if (!problem) continue;
        report({ at: path.valueRange, message: `${quoted(path.value)} ${problem}` });
      }
    return undefined;
  },
});

const isDiskPath = (path: string): boolean => /^[a-z]:[\\/]|\\/i.test(path);

const PROBLEMS: Readonly<Record<string, (path: string) => string | null>> = {
  file: (path) =>
    /^(?:https?:\/\/|~\/)/i.test(path)
      ? 'is an address, but the mode of this page is File, which needs a file on the disk: the page is not found.'
      : null,
  executeurl: (path) => {
    if (path.startsWith('/')) return null;
    return isDiskPath(path)
      ? 'is a file on the disk, but the mode ExecuteURL needs an address that begins with /: the page is not found.'
      : 'does not begin with /, as an address for the mode ExecuteURL must: the page is not found. IIS does not know ~ either.';
  },
  redirect: (path) =>
    isDiskPath(path) || path.startsWith('~')
      ? 'is no address that a browser can be sent to, as the mode Redirect does.'
      : null,
};
