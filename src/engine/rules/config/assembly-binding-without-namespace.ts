import { ASSEMBLY_NAMESPACE, assemblyBindings } from '../../config/assemblyRedirects';
import { setAttribute } from '../../config/edits';
import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';

export default defineConfigRule({
  id: 'assembly-binding-without-namespace',
  severity: 'warning',
  profile: 'correctness',
  title: 'assemblyBinding without its namespace',
  why: 'The runtime reads `<assemblyBinding>` only with `xmlns="urn:schemas-microsoft-com:asm.v1"`. Without it, or with a slip in it, all redirects and probing paths inside are ignored without a word, and the application fails with "Could not load file or assembly".',
  sources: [
    {
      document: 'assemblyBinding element (.NET Framework configuration reference)',
      says: 'xmlns is required, with the value urn:schemas-microsoft-com:asm.v1',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<runtime><assemblyBinding><dependentAssembly><assemblyIdentity name="A" /><bindingRedirect oldVersion="0.0.0.0-2.0.0.0" newVersion="2.0.0.0" /></dependentAssembly></assemblyBinding></runtime>',
        at: 'assemblyBinding',
      },
      '<runtime><assemblyBinding xmlns="urn:schemas-microsoft-com:asm.v2"><probing privatePath="lib" /></assemblyBinding></runtime>',
    ],
    good: [
      '<runtime><assemblyBinding xmlns="urn:schemas-microsoft-com:asm.v1"><probing privatePath="lib" /></assemblyBinding></runtime>',
      '<runtime><asm:assemblyBinding xmlns:asm="urn:schemas-microsoft-com:asm.v1"><asm:probing privatePath="lib" /></asm:assemblyBinding></runtime>',
      '<runtime><assemblyBinding /></runtime>',
    ],
  },
  check({ document, report }) {
    for (const element of assemblyBindings(document)) {
      const inherited = [element.parent, element.parent?.parent].some(
        (one) => one && attribute(one, 'xmlns') === ASSEMBLY_NAMESPACE,
      );
      if (!element.children.length || inherited || element.name.includes(':')) continue;
      const written = element.attributes.find(({ name }) => name === 'xmlns');
      if (written?.value.trim() === ASSEMBLY_NAMESPACE) continue;
      report({
        at: written?.valueRange ?? element.nameRange,
        message: `The runtime ignores everything in this element: assemblyBinding needs xmlns="${ASSEMBLY_NAMESPACE}". Redirects in it have no effect.`,
        fixes: [
          {
            title: 'Set the namespace',
            edits: [setAttribute(element, 'xmlns', ASSEMBLY_NAMESPACE)],
            isSafe: false,
          },
        ],
      });
    }
  },
});
