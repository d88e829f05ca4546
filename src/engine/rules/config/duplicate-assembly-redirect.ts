import {
  assemblyRedirects,
  compareVersions,
  versionRange,
  type AssemblyRedirect,
} from '../../config/assemblyRedirects';
import { removeElement } from '../../config/edits';
import { defineConfigRule } from '../configRule';
import { quoted } from '../quoted';

export default defineConfigRule({
  id: 'duplicate-assembly-redirect',
  severity: 'warning',
  profile: 'recommended',
  title: 'One assembly is redirected twice',
  why: 'Two redirects for the same assembly and the same versions cannot both hold, and nothing says which one does. It mostly happens when a package is updated and the older redirect stays; the application then fails with "Could not load file or assembly". Keep the one whose `newVersion` is the assembly in `bin`.',
  sources: [
    {
      document: 'bindingRedirect element (.NET Framework configuration reference)',
      says: 'several redirects of an assembly are for different versions, and must not overlap',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<runtime><assemblyBinding xmlns="urn:schemas-microsoft-com:asm.v1">\n<dependentAssembly><assemblyIdentity name="Newtonsoft.Json" publicKeyToken="30ad4fe6b2a6aeed" culture="neutral" /><bindingRedirect oldVersion="0.0.0.0-12.0.0.0" newVersion="12.0.0.0" /></dependentAssembly>\n<dependentAssembly><assemblyIdentity name="newtonsoft.json" publicKeyToken="30AD4FE6B2A6AEED" /><bindingRedirect oldVersion="0.0.0.0-13.0.0.0" newVersion="13.0.0.0" /></dependentAssembly>\n</assemblyBinding></runtime>',
        at: 'bindingRedirect',
      },
    ],
    good: [
      '<runtime><assemblyBinding xmlns="urn:schemas-microsoft-com:asm.v1"><dependentAssembly><assemblyIdentity name="A" publicKeyToken="1" /><bindingRedirect oldVersion="1.0.0.0-1.9.0.0" newVersion="1.9.0.0" /><bindingRedirect oldVersion="2.0.0.0-2.9.0.0" newVersion="2.9.0.0" /></dependentAssembly></assemblyBinding></runtime>',
      '<runtime><assemblyBinding xmlns="urn:schemas-microsoft-com:asm.v1"><dependentAssembly><assemblyIdentity name="A" publicKeyToken="1" /><bindingRedirect oldVersion="0.0.0.0-2.0.0.0" newVersion="2.0.0.0" /></dependentAssembly><dependentAssembly><assemblyIdentity name="A" publicKeyToken="2" /><bindingRedirect oldVersion="0.0.0.0-2.0.0.0" newVersion="2.0.0.0" /></dependentAssembly></assemblyBinding></runtime>',
    ],
  },
  check({ document, report }) {
    const known = new Map<string, AssemblyRedirect[]>();
    for (const redirect of assemblyRedirects(document)) {
      const others = known.get(redirect.identity) ?? [];
      known.set(redirect.identity, others);
      const clash = others.find((other) => overlaps(other, redirect));
      // A file may repeat itself a thousand times; a few of them are enough to compare with.
      if (others.length < 20) others.push(redirect);
      if (!clash) continue;
      const same = clash.newVersion?.value === redirect.newVersion?.value;
      report({
        at: redirect.element.nameRange,
        severity: same ? 'information' : 'warning',
        message: same
          ? `${quoted(redirect.name)} is redirected twice to the same version; one of them is enough.`
          : `${quoted(redirect.name)} is redirected twice, to ${quoted(clash.newVersion?.value ?? '')} and to ${quoted(redirect.newVersion?.value ?? '')}: only one of them can hold.`,
        related: [{ ...clash.element.startTag, message: 'The other redirect.' }],
        fixes: [
          {
            title: 'Remove this redirect',
            edits: [removeElement(document.text, alone(redirect))],
            isSafe: false,
          },
        ],
      });
    }
  },
});

function overlaps(a: AssemblyRedirect, b: AssemblyRedirect): boolean {
  const [one, other] = [a, b].map(({ oldVersion }) => versionRange(oldVersion?.value ?? ''));
  return !!one && !!other && compareVersions(one[0], other[1]) <= 0 && compareVersions(other[0], one[1]) <= 0;
}

/** What goes with a redirect: the whole entry, where it has no other one. */
const alone = ({ dependent, element }: AssemblyRedirect) =>
  dependent.children.filter(({ name }) => name === element.name).length > 1 ? element : dependent;
