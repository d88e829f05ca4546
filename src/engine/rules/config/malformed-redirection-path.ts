import { isPlaceholder } from '../../config/placeholder';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';
import { redirection } from '../serverExamples';

export default defineConfigRule({
  id: 'malformed-redirection-path',
  severity: 'error',
  profile: 'correctness',
  title: 'Shared configuration without a folder that holds it',
  why: 'With `enabled="true"` every service of IIS reads `applicationHost.config` from the folder in `path`, a full path on this machine or a share. Where there is none, WAS cannot read the configuration (event 5172) and no site starts; neither can IIS Manager, so that the cure is in this file.',
  sources: [
    {
      document: 'configurationRedirection element, IIS configuration reference',
      says: 'path is the network path or local folder of the configuration; it has no default',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      redirection('enabled="true"'),
      redirection('enabled="true" path=""'),
      redirection('enabled="True" path="config"', 'config'),
    ],
    good: [
      redirection('enabled="true" path="\\\\files\\iis" userName="CORP\\iis" password="[enc:IISRsaProvider:AAAA:enc]"'),
      redirection('enabled="true" path="D:\\iis"'),
      redirection('enabled="true" path="%SystemDrive%\\iis"'),
      redirection('enabled="true" path="$(Share)"'),
      redirection('enabled="false" path=""'),
      redirection(''),
    ],
  },
  check({ sections, report }) {
    for (const { element } of sections('configurationRedirection')) {
      const value = (name: string) => element.attributes.find((one) => one.name === name);
      const enabled = value('enabled');
      if (enabled?.value.trim().toLowerCase() !== 'true') continue;
      const path = value('path');
      const folder = path?.value.trim() ?? '';
      if (isPlaceholder(folder) || /^(?:[a-z]:[\\/]|\\\\[^\\]|\/\/[^/]|%[\w()]+%)/i.test(folder)) continue;
      report({
        at: path ? (path.raw === '' ? path : path.valueRange) : enabled.valueRange,
        message: `${
          folder === '' ? 'The shared configuration is switched on without a path' : `${quoted(folder)} is no full path`
        }: no service of IIS finds its configuration, and no site starts. Name the folder or share that holds applicationHost.config, or set enabled="false".`,
      });
    }
  },
});
