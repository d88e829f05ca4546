import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { elementsOf } from '../settings';
import { unlockedElement } from '../../config/unlocked';

const SECTION = 'system.webServer/security/authentication/windowsAuthentication';

export default defineConfigRule({
  id: 'ntlm-before-negotiate',
  severity: 'information',
  profile: 'recommended',
  title: 'NTLM is offered before Negotiate',
  why: 'Clients take the first provider that they know, so with `NTLM` first Kerberos is never used: every connection costs more round trips and a domain controller, and the identity of the user cannot be passed on. NTLM is also the weaker protocol.',
  sources: [
    {
      document: 'windowsAuthentication providers element (IIS configuration reference)',
      says: 'providers are offered in the order of the list; as shipped Negotiate comes first',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        file: 'applicationHost.config',
        text: '<location path="Shop"><system.webServer><security><authentication><windowsAuthentication enabled="true"><providers><add value="NTLM" /><add value="Negotiate" /></providers></windowsAuthentication></authentication></security></system.webServer></location>',
        at: 'NTLM',
      },
      '<system.webServer><security><authentication><windowsAuthentication enabled="true"><providers><clear /><add value="NTLM" /><add value="Negotiate" /></providers></windowsAuthentication></authentication></security></system.webServer>',
    ],
    good: [
      '<system.webServer><security><authentication><windowsAuthentication enabled="true"><providers><clear /><add value="Negotiate" /><add value="NTLM" /></providers></windowsAuthentication></authentication></security></system.webServer>',
      '<system.webServer><security><authentication><windowsAuthentication enabled="true"><providers><clear /><add value="NTLM" /></providers></windowsAuthentication></authentication></security></system.webServer>',
      '<system.webServer><security><authentication><windowsAuthentication enabled="false"><providers><clear /><add value="NTLM" /><add value="Negotiate" /></providers></windowsAuthentication></authentication></security></system.webServer>',
    ],
  },
  check(context) {
    const { hierarchy, schema, report } = context;
    for (const { use, element } of elementsOf(context, SECTION, 'providers')) {
      const effective = unlockedElement(hierarchy, schema, SECTION, hierarchy.pathOf(use));
      const order = (effective?.elements.get('providers')?.entries ?? []).map((one) => one.text('value').toLowerCase());
      const ntlm = order.indexOf('ntlm');
      if (!effective?.isTrue('enabled') || ntlm < 0 || order.findIndex((one) => one.startsWith('negotiate')) < ntlm)
        continue;
      const own = element.children.find(
        (one) => attribute(one, 'value')?.toLowerCase() === 'ntlm' && one.name === 'add',
      );
      const value = own?.attributes.find(({ name }) => name === 'value');
      if (value)
        report({
          at: value.valueRange,
          message: 'NTLM stands before Negotiate, so clients never use Kerberos. Put Negotiate first.',
        });
    }
  },
});
