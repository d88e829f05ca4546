import { isPlaceholder } from '../../config/placeholder';
import { setAttribute } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { elementsOf } from '../settings';

export default defineConfigRule({
  id: 'invalid-ip-restriction',
  severity: 'warning',
  profile: 'recommended',
  title: 'An IP restriction that is no address',
  why: 'An entry of `ipSecurity` has one address in `ipAddress` and, for a network, its mask in `subnetMask`. Prefixes such as `/24`, ranges and wildcards belong to other products; IIS finds no address in them.',
  sources: [
    {
      document: 'ipSecurity add element (IIS configuration reference)',
      says: 'ipAddress and subnetMask; the mask is 255.255.255.255 by default',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        file: 'applicationHost.config',
        text: '<location path="Shop"><system.webServer><security><ipSecurity><add ipAddress="10.0.0.0/24" allowed="true" /></ipSecurity></security></system.webServer></location>',
      },
      {
        text: '<system.webServer><security><ipSecurity><add ipAddress="10.0.0.0/24" allowed="true" /></ipSecurity></security></system.webServer>',
        at: '10.0.0.0/24',
      },
      '<system.webServer><security><ipSecurity><add ipAddress="10.0.0.*" /></ipSecurity></security></system.webServer>',
      '<system.webServer><security><ipSecurity><add ipAddress="10.0.0.256" /></ipSecurity></security></system.webServer>',
      {
        text: '<system.webServer><security><ipSecurity><add ipAddress="10.0.0.0" subnetMask="255.255.0.255" /></ipSecurity></security></system.webServer>',
        at: '255.255.0.255',
      },
    ],
    good: [
      '<system.webServer><security><ipSecurity><add ipAddress="10.0.0.0" subnetMask="255.255.255.0" /><add ipAddress="::1" /><add domainName="a.test" /></ipSecurity></security></system.webServer>',
      '<system.webServer><security><ipSecurity><add ipAddress="#{OfficeAddress}" allowed="true" /><clear /></ipSecurity></security></system.webServer>',
    ],
  },
  check(context) {
    for (const { element } of elementsOf(context, 'system.webServer/security/ipSecurity'))
      for (const entry of element.children) {
        const written = (name: string) => entry.attributes.find((one) => one.name === name && one.value.trim() !== '');
        const address = written('ipAddress');
        const mask = written('subnetMask');
        if (entry.name !== 'add' || !address || isPlaceholder(address.value)) continue;
        const text = address.value.trim();
        const [, plain, bits] = /^(\d{1,3}(?:\.\d{1,3}){3})\/(\d{1,2})$/.exec(text) ?? [];
        if (!text.includes(':') && bytes(text) === null) {
          const prefix = plain !== undefined && bytes(plain) && Number(bits) <= 32 ? Number(bits) : null;
          context.report({
            at: address.valueRange,
            message: `ipAddress is one address, not ${quoted(text)}; a network has its mask in subnetMask, such as 255.255.255.0.`,
            fixes:
              plain !== undefined && prefix !== null && !mask
                ? [
                    {
                      title: 'Write the mask in subnetMask',
                      edits: [
                        { ...address.valueRange, text: plain },
                        setAttribute(entry, 'subnetMask', maskOf(prefix)),
                      ],
                      isSafe: false,
                    },
                  ]
                : [],
          });
        } else if (mask && !text.includes(':') && !isPlaceholder(mask.value) && !isMask(mask.value.trim()))
          context.report({
            at: mask.valueRange,
            message: `${quoted(mask.value)} is no subnet mask: it is written such as 255.255.255.0, with no gap in its bits.`,
          });
      }
  },
});

function bytes(text: string): readonly number[] | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  return parts?.every((one) => one <= 255) ? parts : null;
}

const isMask = (text: string): boolean =>
  /^1*0*$/.test((bytes(text) ?? [1, 0, 1, 0]).map((one) => one.toString(2).padStart(8, '0')).join(''));

const maskOf = (bits: number): string =>
  [0, 8, 16, 24].map((from) => 256 - 2 ** (8 - Math.min(Math.max(bits - from, 0), 8))).join('.');
