import { placedReferences, INBOUND, OUTBOUND, enabledRules } from '../../config/rewrite';
import { attributeOf } from '../../config/values';
import { closest } from '../../text/closest';
import { child, type XmlAttribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

const MAPS = 'system.webServer/rewrite/rewriteMaps';
const PROVIDERS = 'system.webServer/rewrite/providers';
const BUILT_IN = ['R', 'C', 'ToLower', 'UrlEncode', 'UrlDecode'];

export default defineConfigRule({
  id: 'rewrite-unknown-map',
  severity: 'error',
  profile: 'recommended',
  title: 'A rewrite map or provider that is not defined',
  why: '`{Name:text}` asks a rewrite map or a provider of that name, or one of the functions `ToLower`, `UrlEncode` and `UrlDecode`. Where nothing has the name, URL Rewrite fails at the rule and answers 500.5x. Names of maps are those of `rewriteMaps` in this file or one above it.',
  sources: [
    {
      document: 'Using Rewrite Maps in URL Rewrite Module',
      says: 'a map is referenced by {MapName:key} and defined in rewriteMaps',
      read: '2026-11-24',
    },
    {
      document: 'URL Rewrite Module 2.0 Configuration Reference',
      says: 'string functions ToLower, UrlEncode, UrlDecode; providers are called by their name',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.webServer><rewrite><rewriteMaps><rewriteMap name="Redirects" /></rewriteMaps><rules><rule name="a"><match url=".*" /><conditions><add input="{Redirect:{REQUEST_URI}}" pattern="(.+)" /></conditions><action type="Redirect" url="{C:1}" /></rule></rules></rewrite></system.webServer>',
        at: '{Redirect:{REQUEST_URI}}',
      },
      '<system.webServer><rewrite><rules><rule name="a"><match url=".*" /><action type="Redirect" url="{Old:{R:0}}" /></rule></rules></rewrite></system.webServer>',
      '<system.webServer><rewrite><rules><rule name="a"><match url=".*" /><action type="Redirect" url="/{Lower:{R:0}}" /></rule></rules></rewrite></system.webServer>',
    ],
    good: [
      '<system.webServer><rewrite><rewriteMaps><rewriteMap name="redirects" /></rewriteMaps><rules><rule name="a"><match url=".*" /><conditions><add input="{Redirects:{REQUEST_URI}}" pattern="(.+)" /></conditions><action type="Redirect" url="{C:1}/{ToLower:{R:0}}" /></rule></rules></rewrite></system.webServer>',
      '<system.webServer><rewrite><rewriteMaps configSource="maps.config" /><rules><rule name="a"><match url=".*" /><action type="Redirect" url="{Old:{R:0}}" /></rule></rules></rewrite></system.webServer>',
      '<system.webServer><rewrite><providers><provider name="Db" type="DbProvider, X" /></providers><rules><rule name="a"><match url=".*" /><action type="Redirect" url="{Db:{R:0}}" /></rule><rule name="b"><match url="x" /><action type="CustomResponse" statusCode="403" statusReason="{a: b}" /></rule></rules></rewrite></system.webServer>',
      {
        text: '<system.webServer><rewrite><rules><rule name="a"><match url=".*" /><action type="Redirect" url="{Old:{R:0}}" /></rule></rules></rewrite></system.webServer>',
        server:
          '<location path="Shop"><system.webServer><rewrite><rewriteMaps><rewriteMap name="Old" /></rewriteMaps></rewrite></system.webServer></location>',
        path: 'Shop',
      },
    ],
  },
  check({ sections, hierarchy, report }) {
    // Maps that stand in a file which was not read may have any name.
    const isOpen = [MAPS, PROVIDERS].some((path) => sections(path).some(({ content }) => content !== 'here'));
    if (isOpen) return undefined;
    for (const path of [...INBOUND, OUTBOUND])
      for (const use of sections(path)) {
        const at = hierarchy.pathOf(use);
        let names: string[] | null = null;
        const known = (): string[] =>
          (names ??= [MAPS, PROVIDERS].flatMap((section) =>
            (hierarchy.effective(section, at)?.element.entries ?? []).map((entry) => entry.text('name')),
          ));
        const check = (attribute: XmlAttribute | undefined): void => {
          if (!attribute?.value.includes('{')) return;
          for (const { name, argument, range } of placedReferences(attribute)) {
            if (argument === null || !/^[\w.-]+$/.test(name) || /^\s/.test(argument) || isOne(BUILT_IN, name)) continue;
            if (isOne(known(), name)) continue;
            const meant = closest(name, [...known(), ...BUILT_IN.slice(2)]);
            report({
              at: range,
              message: `Nothing is called ${quoted(name)} here: no rewrite map, no provider and no function of URL Rewrite, which then fails with 500.5x.${
                meant ? ` Did you mean ${quoted(meant)}?` : ''
              }${hierarchy.isPlaced ? '' : ' A file above this one may still define it.'}`,
            });
          }
        };
        for (const { action, conditions, element } of enabledRules(use)) {
          for (const { input } of conditions) check(input);
          for (const name of ['url', 'value']) check(attributeOf(action ?? undefined, name));
          for (const one of child(element, 'serverVariables')?.children ?? []) check(attributeOf(one, 'value'));
        }
      }
    return undefined;
  },
});

const isOne = (names: readonly string[], name: string): boolean =>
  names.some((one) => one.toLowerCase() === name.toLowerCase());
