import { isExpress } from '../../config/express';
import { defineConfigRule } from '../configRule';
import { host } from '../serverExamples';
import type { Range } from '../../text/range';

const section = (name: string, mode: string): string =>
  `<configSections><sectionGroup name="system.webServer"><sectionGroup name="security"><section name="${name}" overrideModeDefault="${mode}" /></sectionGroup></sectionGroup></configSections>`;

export default defineConfigRule({
  id: 'security-section-unlocked',
  severity: 'information',
  profile: 'hardening',
  title: 'Any web.config may change a security setting',
  why: 'IIS ships with the sections on authentication, TLS and addresses locked, so that they are set in `applicationHost.config` only. Unlocked for the whole server, whoever can write a `web.config` can switch authentication off or let other addresses in. A location tag for the one site that needs it unlocks no more than that.',
  sources: [
    {
      document: 'An overview of feature delegation in IIS, Microsoft Learn',
      says: 'sections that matter for security are locked by default and can be unlocked for single sites',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      host(section('access', 'Allow'), 'Allow'),
      host(
        section('ipSecurity', 'Deny') +
          '<location path="" overrideMode="Allow"><system.webServer><security><ipSecurity /></security></system.webServer></location>',
        'ipSecurity',
      ),
    ],
    good: [
      host(section('access', 'Deny')),
      // Shipped so.
      host(section('authorization', 'Allow')),
      host(
        '<location path="Shop" overrideMode="Allow"><system.webServer><security><access sslFlags="None" /></security></system.webServer></location>',
      ),
      host(
        '<location path="" overrideMode="Allow"><system.webServer><handlers accessPolicy="Read, Script" /></system.webServer></location>',
      ),
    ],
  },
  check({ document, schema, report }) {
    if (document.kind !== 'applicationHost' || isExpress(document)) return;
    const isLocked = (path: string): boolean => {
      const declaration = schema.section(path)?.declaration;
      return (
        path.startsWith('system.webServer/security/') &&
        declaration?.overrideModeDefault === 'Deny' &&
        !declaration.unlocked
      );
    };
    const tell = (path: string, at: Range): void => {
      report({
        at,
        message: `IIS ships with ${path.slice('system.webServer/'.length)} locked. Unlocked here, any web.config on the server may change it. Unlock it for the site that needs it, in a location tag.`,
      });
    };
    for (const { path, overrideModeDefault, element } of document.declarations.values()) {
      const mode = element.attributes.find(({ name }) => name === 'overrideModeDefault');
      if (mode && overrideModeDefault === 'Allow' && isLocked(path)) tell(path, mode.valueRange);
    }
    for (const { path, location, element } of document.sections)
      if (location?.path === '' && location.overrideMode === 'Allow' && isLocked(path)) tell(path, element.nameRange);
  },
});
