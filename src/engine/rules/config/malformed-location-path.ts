import { setValue } from '../../config/edits';
import { isPlaceholder } from '../../config/placeholder';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { host } from '../serverExamples';

const withPath = (path: string): string =>
  `<location path="${path}"><system.webServer><directoryBrowse enabled="false" /></system.webServer></location>`;

export default defineConfigRule({
  id: 'malformed-location-path',
  severity: 'warning',
  profile: 'recommended',
  title: 'A location tag whose path is none',
  why: 'The path of a location tag is relative to the place of the file: `shop/admin` in a `web.config`, `Default Web Site/shop/admin` in `applicationHost.config`. It begins and ends without a slash and has `/` between its parts; there are no wildcards and no patterns. ASP.NET refuses a file with another form; where IIS alone reads it, protection that is set there may hold nowhere.',
  sources: [
    {
      document: 'location element, ASP.NET settings schema',
      says: 'the path is a virtual path relative to the file, without wildcards',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { text: withPath('/admin'), at: '/admin' },
      { text: withPath('admin/*'), at: 'admin/*' },
      { text: withPath('~/admin') },
      host(withPath('Default Web Site\\shop'), 'Default Web Site\\shop'),
      { text: withPath('https://shop.example/admin') },
      { text: withPath('admin/') },
      { text: withPath('./admin') },
    ],
    good: [
      withPath('admin'),
      withPath(''),
      withPath('.'),
      withPath('admin/report.aspx'),
      withPath('$(Path)'),
      host(withPath('Default Web Site/shop')),
      '<location><system.webServer><directoryBrowse enabled="false" /></system.webServer></location>',
    ],
  },
  check({ document, report }) {
    if (document.kind === 'transform') return;
    for (const { element } of document.locations) {
      const written = element.attributes.find(({ name }) => name === 'path');
      const path = written?.value.trim() ?? '';
      if (!written || path === '' || path === '.' || isPlaceholder(path)) continue;
      if (!/^[/\\~.]|[/\\.]$|[\\*?:|<>"]/.test(path)) continue;
      const right = path
        .replace(/^[~.](?=[/\\])/, '')
        .replaceAll('\\', '/')
        .replace(/^\/{1,99}|\/{1,99}$/g, '');
      const isFixed = right !== '' && !/[*?:|<>"~]|^\.|\.$/.test(right);
      report({
        at: written.valueRange,
        message: `${quoted(path)} is no path of a location tag${
          document.kind === 'web' ? ': ASP.NET refuses the file, and' : ':'
        } what stands in the tag may hold nowhere. A path is relative, has / between its parts and not at its ends, and no wildcards.`,
        fixes: isFixed ? [{ title: `Change to ${right}`, edits: [setValue(written, right)], isSafe: false }] : [],
      });
    }
  },
});
