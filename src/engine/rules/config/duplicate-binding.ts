import { endpointOf } from '../../config/bindings';
import { removeElement, setAttribute } from '../../config/edits';
import type { EffectiveElement } from '../../config/effectiveElement';
import type { ConfigDocument } from '../../config/document';
import { isExpress } from '../../config/express';
import { isPlaceholder } from '../../config/placeholder';
import { bindingsOf, writtenAt, sitesOf, startsByItself } from '../../config/server';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import type { Fix } from '../rule';
import { binding, host, site, sites } from '../serverExamples';

export default defineConfigRule({
  id: 'duplicate-binding',
  severity: 'error',
  profile: 'correctness',
  title: 'Two sites that start by themselves have the same binding',
  why: 'Protocol, address, port and host name together may belong to one running site. The second site that starts with them is refused: W3SVC logs event 1004 or 1007 with 0x800700B7, the FTP service one of its own, and the site stays stopped. Which of both gets it can change with a restart. An address and `*` are no conflict, nor are a host name and none.',
  sources: [
    {
      document: 'Event ID 1004 and 1007, IIS W3SVC',
      says: 'a URL prefix that is registered already disables the site',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      sites(
        site('name="Shop" id="1"', binding('https', '*:443:shop.example', 1)) +
          site('name="Till" id="2"', binding('https', ':443:SHOP.example', 1)),
        ':443:SHOP.example',
      ),
      host(
        `<system.applicationHost><sites>${site('name="A" id="1"', binding('http', '10.0.0.1:80:'))}${site('name="B" id="2" serverAutoStart="true"', binding('http', '10.0.0.1:80:'))}</sites></system.applicationHost>`,
      ),
      sites(site('name="A" id="1"', binding('ftp', '*:21:')) + site('name="B" id="2"', binding('ftp', '*:21:'))),
    ],
    good: [
      sites(
        site('name="Shop" id="1"', binding('http', '*:80:')) +
          site('name="Till" id="2" serverAutoStart="false"', binding('http', '*:80:')),
      ),
      sites(
        `<siteDefaults serverAutoStart="false" />${site('name="A" id="1"', binding('http', '*:80:'))}${site('name="B" id="2"', binding('http', '*:80:'))}`,
      ),
      sites(
        site('name="Shop" id="1"', binding('http', '*:80:')) +
          site('name="Till" id="2"', binding('http', '10.0.0.1:80:') + binding('http', '*:80:till.example')),
      ),
      sites(site('name="A" id="1"', binding('net.pipe', '*')) + site('name="B" id="2"', binding('net.pipe', '*'))),
      sites(
        site('name="A" id="1"', binding('ftp', '*:21:')) +
          site('name="B" id="2"', binding('ftp', '*:21:'), '<ftpServer serverAutoStart="false" />'),
      ),
      sites(site('name="A" id="1"', binding('http', '*:{0}:')) + site('name="B" id="2"', binding('http', '*:{0}:'))),
    ],
  },
  check(context) {
    // IIS Express starts the one site that is worked at.
    if (isExpress(context.document)) return;
    const taken = new Map<string, { readonly site: EffectiveElement; readonly element: EffectiveElement }>();
    for (const one of sitesOf(context)) {
      for (const found of bindingsOf(one)) {
        const endpoint = endpointOf(found);
        if (!endpoint || found.fault || !runs(one, found.protocol)) continue;
        const first = taken.get(endpoint);
        const written = found.element.text('bindingInformation');
        if (!first) taken.set(endpoint, { site: one, element: found.element });
        else if (first.site !== one && !isPlaceholder(written))
          context.report({
            at: writtenAt(found.element, 'bindingInformation'),
            message: `Site ${quoted(first.site.text('name'))} has the binding ${quoted(written)} for ${found.protocol} already: only one of both can run. Change the host name, port or address of one, or set serverAutoStart="false".`,
            fixes: fixesOf(found.element, one, found.protocol, context.document),
            related: [
              {
                ...writtenAt(first.element, 'bindingInformation'),
                message: `The binding of ${quoted(first.site.text('name'))}.`,
              },
            ],
          });
      }
    }
  },
});

/** Whether the part of a site that serves a protocol begins to listen by itself. */
const runs = (site: EffectiveElement, protocol: string): boolean =>
  protocol === 'ftp' ? (site.element('ftpServer')?.isTrue('serverAutoStart') ?? true) : startsByItself(site);

/** Whether the site can do without the binding, or is only to start by hand, a person knows. */
function fixesOf(binding: EffectiveElement, site: EffectiveElement, protocol: string, document: ConfigDocument): Fix[] {
  const fixes: Fix[] = [];
  const name = site.text('name');
  if (binding.origin?.document === document && bindingsOf(site).length > 1)
    fixes.push({
      title: `Remove this binding from ${name}`,
      edits: [removeElement(document.text, binding.origin.element)],
      isSafe: false,
    });
  if (protocol !== 'ftp' && site.origin?.document === document)
    fixes.push({
      title: `Start ${name} by hand only`,
      edits: [setAttribute(site.origin.element, 'serverAutoStart', 'false')],
      isSafe: false,
    });
  return fixes;
}
