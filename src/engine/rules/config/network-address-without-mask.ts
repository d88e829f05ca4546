import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { elementsOf } from '../settings';

export default defineConfigRule({
  id: 'network-address-without-mask',
  severity: 'warning',
  profile: 'recommended',
  title: 'An IP restriction for a network without its mask',
  why: 'Without `subnetMask` an entry of `ipSecurity` is for that one address (the mask is 255.255.255.255). An address that ends with .0 is nearly always meant as a network, and then none of its computers is matched.',
  sources: [
    {
      document: 'ipSecurity add element (IIS configuration reference)',
      says: 'subnetMask is 255.255.255.255 by default',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        file: 'applicationHost.config',
        text: '<location path="Shop"><system.webServer><security><ipSecurity allowUnlisted="true"><add ipAddress="192.168.1.0" allowed="false" /></ipSecurity></security></system.webServer></location>',
      },
      {
        text: '<system.webServer><security><ipSecurity allowUnlisted="true"><add ipAddress="192.168.1.0" allowed="false" /></ipSecurity></security></system.webServer>',
        at: '192.168.1.0',
      },
    ],
    good: [
      '<system.webServer><security><ipSecurity><add ipAddress="192.168.1.0" subnetMask="255.255.255.0" /><add ipAddress="192.168.1.10" /><remove ipAddress="10.0.0.0" /></ipSecurity></security></system.webServer>',
    ],
  },
  check(context) {
    for (const { element } of elementsOf(context, 'system.webServer/security/ipSecurity'))
      for (const entry of element.children) {
        const address = entry.attributes.find(({ name }) => name === 'ipAddress');
        if (entry.name !== 'add' || !address || entry.attributes.some(({ name }) => name === 'subnetMask')) continue;
        if (!/^\d{1,3}\.\d{1,3}\.\d{1,3}\.0$/.test(address.value.trim())) continue;
        context.report({
          at: address.valueRange,
          message: `Without subnetMask this is for the single address ${quoted(address.value)}. For a network add its mask, such as 255.255.255.0.`,
        });
      }
  },
});
