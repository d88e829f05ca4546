import { assemblyRedirects, assemblyVersion, compareVersions, versionRange } from '../../config/assemblyRedirects';
import { isPlaceholder } from '../../config/placeholder';
import type { XmlAttribute } from '../../xml/tree';
import { defineConfigRule, type ConfigContext } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'invalid-assembly-version',
  severity: 'warning',
  profile: 'correctness',
  title: 'A redirect with a malformed version',
  why: 'A redirect goes from `oldVersion`, an assembly version or a range `low-high`, to `newVersion`. A version has four numbers up to 65535, such as `4.0.1.0`; it is the version of the assembly, not of its package. A redirect that the runtime cannot read does not redirect, and the application fails with "Could not load file or assembly".',
  sources: [
    {
      document: 'bindingRedirect element (.NET Framework configuration reference)',
      says: 'versions are written n.n.n.n with numbers from 0 to 65535, ranges with a hyphen',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<runtime><assemblyBinding xmlns="urn:schemas-microsoft-com:asm.v1"><dependentAssembly><assemblyIdentity name="A" /><bindingRedirect oldVersion="0.0.0.0-13.0.0.0" newVersion="13.0.3" /></dependentAssembly></assemblyBinding></runtime>',
        at: '13.0.3',
      },
      '<runtime><assemblyBinding xmlns="urn:schemas-microsoft-com:asm.v1"><dependentAssembly><assemblyIdentity name="A" /><bindingRedirect oldVersion="2.0.0.0-1.0.0.0" newVersion="2.0.0.0" /></dependentAssembly></assemblyBinding></runtime>',
      '<runtime><assemblyBinding xmlns="urn:schemas-microsoft-com:asm.v1"><dependentAssembly><assemblyIdentity name="A" /><bindingRedirect oldVersion="*" newVersion="2.0.0.0" /></dependentAssembly></assemblyBinding></runtime>',
    ],
    good: [
      '<runtime><assemblyBinding xmlns="urn:schemas-microsoft-com:asm.v1"><dependentAssembly><assemblyIdentity name="A" /><bindingRedirect oldVersion="0.0.0.0-65535.65535.65535.65535" newVersion="4.0.0.0" /></dependentAssembly></assemblyBinding></runtime>',
      '<runtime><assemblyBinding xmlns="urn:schemas-microsoft-com:asm.v1"><dependentAssembly><assemblyIdentity name="A" /><bindingRedirect oldVersion="1.0.0.0" newVersion="2.0.0.0" /></dependentAssembly></assemblyBinding></runtime>',
      '<runtime><assemblyBinding xmlns="urn:schemas-microsoft-com:asm.v1"><dependentAssembly><assemblyIdentity name="A" /><bindingRedirect oldVersion="0.0.0.0-#{V}" newVersion="#{V}" /></dependentAssembly></assemblyBinding></runtime>',
    ],
  },
  check({ document, report }) {
    for (const { oldVersion, newVersion } of assemblyRedirects(document)) {
      const range = oldVersion && versionRange(oldVersion.value);
      if (oldVersion && !range) refuse(oldVersion, report, 'one version of four numbers, or two with a hyphen between');
      else if (oldVersion && range && compareVersions(...range) > 0)
        refuse(oldVersion, report, 'a range from the lower version to the higher one');
      if (newVersion && !assemblyVersion(newVersion.value))
        refuse(newVersion, report, 'one version of four numbers, such as 4.0.1.0');
    }
  },
});

function refuse({ name, value, valueRange }: XmlAttribute, report: ConfigContext['report'], wanted: string): void {
  if (isPlaceholder(value)) return;
  report({
    at: valueRange,
    message: `${name} must be ${wanted}, not ${quoted(value)}: the redirect does not take effect.`,
  });
}
