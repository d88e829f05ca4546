import { renameElement } from '../../config/edits';
import type { StrayElement } from '../../config/document';
import { defineConfigRule, type ConfigContext } from '../configRule';
import { quoted } from '../quoted';
import type { Fix } from '../rule';

export default defineConfigRule({
  id: 'unknown-section',
  severity: 'error',
  profile: 'correctness',
  title: 'A section that nobody declares',
  why: 'IIS reads a section only where a schema file describes it and `configSections` declares it. A misspelt name, a wrong case or an extension that is not installed makes the whole file unusable: requests are answered with 500.19 and 0x8007000D or 0x80070032.',
  sources: [
    {
      document: 'HTTP Error 500.19 when you open a webpage',
      says: '0x8007000D for a section of a module that is not installed; 0x80070032 for a missing section declaration',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      { text: '<system.webServer><defaultDocumentt enabled="true" /></system.webServer>', at: 'defaultDocumentt' },
      '<system.webserver><directoryBrowse enabled="true" /></system.webserver>',
      '<location path="a"><system.webServer><rewriter /></system.webServer></location>',
      '<appsettings><add key="a" value="b" /></appsettings>',
    ],
    good: [
      '<system.webServer><rewrite><rules /></rewrite></system.webServer>',
      '<configSections><section name="shop" type="Shop.Section, Shop" /></configSections><shop open="yes" />',
      '<configSections><sectionGroup name="shop"><section name="till" type="Shop.Till, Shop" /></sectionGroup></configSections><shop><till /></shop>',
      // A file above may declare it.
      '<companyName.settings />',
    ],
  },
  check(context) {
    for (const stray of context.document.strays) {
      const { element, path, meant } = stray;
      if (isDeclaredAbove(context, path) || !isCertain(context, stray)) continue;
      context.report({
        at: element.nameRange,
        message: `${quoted(path)} is no section that IIS knows: it answers 500.19.${
          meant ? ` Did you mean ${meant}?` : ' Correct the name, or install the extension that brings it.'
        }`,
        fixes: fixes(stray),
      });
    }
  },
});

const isDeclaredAbove = ({ hierarchy }: ConfigContext, path: string): boolean =>
  hierarchy.levels.some(({ document }) =>
    [...document.declarations.keys()].some((declared) => declared === path || declared.startsWith(`${path}/`)),
  );

/**
 * At the root of a file .NET keeps sections of any name, which a file above may declare. Only a name that is nearly one
 * of ours is a fault for certain there; inside the groups of IIS every foreign name is.
 */
function isCertain({ hierarchy, document, schema }: ConfigContext, { path, meant }: StrayElement): boolean {
  const group = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
  if (group.startsWith('system.webServer') || group.startsWith('system.applicationHost')) return true;
  if (meant !== null && meant.slice(0, Math.max(meant.lastIndexOf('/'), 0)) === group) return true;
  if (document.kind !== 'web') return document.kind === 'applicationHost' && group === '' && schema.isGroup(path);
  return hierarchy.isPlaced && hierarchy.hasServer && group === '' && document.declarations.size > 0;
}

function fixes({ element, path, meant }: StrayElement): Fix[] {
  if (meant === null) return [];
  const end = path.lastIndexOf('/') + 1;
  if (meant.slice(0, meant.lastIndexOf('/') + 1) !== path.slice(0, end)) return [];
  const name = meant.slice(end);
  return [{ title: `Change to ${name}`, edits: renameElement(element, name), isSafe: true }];
}
