import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { redirection } from '../serverExamples';

export default defineConfigRule({
  id: 'redirection-without-account',
  severity: 'information',
  profile: 'recommended',
  title: 'Shared configuration on a share, read without an account',
  why: 'Without `userName` whoever reads the configuration reads the share as itself: WAS and the other services as the account of the machine, IIS Manager and scripts as whoever runs them. Where the account of the machine has no rights on the share, no site starts (event 5172). With an account for the share all of them read as that.',
  sources: [
    {
      document: 'Shared Configuration, Microsoft Learn',
      says: 'the wizard asks for an account that can read the share, and stores it in redirection.config',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      redirection('enabled="true" path="\\\\files\\iis"', '\\\\files\\iis'),
      redirection('enabled="true" path="\\\\files\\iis" userName="" password=""'),
    ],
    good: [
      redirection('enabled="true" path="\\\\files\\iis" userName="CORP\\iis" password="[enc:IISRsaProvider:AAAA:enc]"'),
      redirection('enabled="true" path="D:\\iis"'),
      redirection('enabled="false" path="\\\\files\\iis"'),
      redirection('enabled="true" path="\\\\files\\iis" userName="$(User)"'),
    ],
  },
  check({ sections, report }) {
    for (const { element } of sections('configurationRedirection')) {
      const value = (name: string) => element.attributes.find((one) => one.name === name);
      const path = value('path');
      if (value('enabled')?.value.trim().toLowerCase() !== 'true' || !/^[\\/]{2}[^\\/?]/.test(path?.value.trim() ?? ''))
        continue;
      if (!path || (value('userName')?.value.trim() ?? '') !== '') continue;
      report({
        at: path.valueRange,
        message: `${quoted(path.value)} is read without an account of its own: the account of the machine and of everybody who administers it need rights on the share. Set userName, and the password through IIS Manager, which encrypts it.`,
      });
    }
  },
});
