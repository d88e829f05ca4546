import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { redirection } from '../serverExamples';

export default defineConfigRule({
  id: 'redirection-without-account',
  severity: 'warning',
  profile: 'recommended',
  title: 'Shared configuration on a share, read without an account',
  why: 'Whoever reads the configuration reads the share: WAS as the machine, each worker process as its own account, IIS Manager as you. Without `userName` each of them needs rights on the share, and where one has none its pool answers 500.19 or 503. With an account of its own for the share all of them read as that.',
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
        message: `${quoted(path.value)} is read without an account: the machine and the account of every pool need rights on the share. Set userName, and the password through IIS Manager, which encrypts it.`,
      });
    }
  },
});
