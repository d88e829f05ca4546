import type { EffectiveElement } from '../../config/effectiveElement';
import { isExpress } from '../../config/express';
import { sitesOf, writtenAt } from '../../config/server';
import { comparablePath } from '../../config/windowsPath';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { binding, site, sites } from '../serverExamples';

const at = (name: string, id: number, path: string): string =>
  site(`name="${name}" id="${id}"`, binding('https', `*:443:${name}.example`, 1)).replace('D:\\Shop', path);

export default defineConfigRule({
  id: 'nested-site-folders',
  severity: 'information',
  profile: 'hardening',
  title: 'A site lies inside the folder of another site',
  why: 'Files of the inner site are also reached through the outer one, under its authentication and its pool, not their own: sources that only the inner site knows how to run are sent as text. Each `web.config` is read by both. Sites belong into folders beside each other.',
  sources: [
    {
      document: 'virtualDirectory element, IIS configuration reference',
      says: 'a site serves everything below its physical path',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      sites(at('all', 1, 'D:\\Web') + at('shop', 2, 'd:\\web\\shop'), 'd:\\web\\shop'),
      sites(at('shop', 2, 'D:\\Web\\till\\shop') + at('till', 3, 'D:\\Web\\till\\') + at('other', 4, 'D:\\Web\\till2')),
    ],
    good: [
      sites(at('shop', 1, 'D:\\Web\\shop') + at('shop2', 2, 'D:\\Web\\shop2')),
      // One folder under two names is a site with two names.
      sites(at('shop', 1, 'D:\\Web\\shop') + at('www', 2, 'D:\\Web\\shop')),
      sites(at('shop', 1, '%Root%') + at('www', 2, '%Root%\\www').replace('id="2"', 'id="2" serverAutoStart="false"')),
    ],
  },
  check(context) {
    if (isExpress(context.document)) return;
    const roots = sitesOf(context).flatMap((one) => {
      const directory = one.entries
        .find((application) => application.text('path') === '/')
        ?.entries.find((found) => found.text('path') === '/');
      const path = directory ? `${comparablePath(directory.text('physicalPath')).replace(/\\{1,9}$/, '')}\\` : '\\';
      return directory && path !== '\\' && one.isTrue('serverAutoStart') ? [{ one, directory, path }] : [];
    });
    roots.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    // What lies inside a folder follows it; the folders around the one at hand are a stack.
    const around: { readonly one: EffectiveElement; readonly directory: EffectiveElement; readonly path: string }[] =
      [];
    for (const root of roots) {
      while (around.length && !root.path.startsWith(around.at(-1)?.path ?? '')) around.pop();
      const outer = around.at(-1);
      if (outer && outer.path !== root.path)
        context.report({
          at: writtenAt(root.directory, 'physicalPath'),
          message: `This folder lies inside that of site ${quoted(outer.one.text('name'))}: its files are also served there, under the rules of that site. Put it beside.`,
          related: [{ ...writtenAt(outer.directory, 'physicalPath'), message: 'The folder around it.' }],
        });
      if (outer?.path !== root.path) around.push(root);
    }
  },
});
