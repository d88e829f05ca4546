import { attribute, child, localName, type XmlAttribute, type XmlElement } from '../xml/tree';
import type { ConfigDocument } from './document';
import { sectionsAt } from './sections';

export const ASSEMBLY_NAMESPACE = 'urn:schemas-microsoft-com:asm.v1';

/** A `<bindingRedirect>` with the assembly that it is for. */
export interface AssemblyRedirect {
  readonly element: XmlElement;
  readonly dependent: XmlElement;
  readonly name: string;
  /** Equal for one assembly: name, public key token and culture; and what `appliesTo` says. */
  readonly identity: string;
  readonly oldVersion: XmlAttribute | undefined;
  readonly newVersion: XmlAttribute | undefined;
}

/** The `<assemblyBinding>` elements of a file. */
export const assemblyBindings = (document: ConfigDocument): readonly XmlElement[] =>
  (sectionsAt(document).get('runtime') ?? []).flatMap(({ element, content }) =>
    content === 'here' ? element.children.filter((one) => localName(one) === 'assemblyBinding') : [],
  );

/** The redirects of a file, in its order. */
export const assemblyRedirects = (document: ConfigDocument): readonly AssemblyRedirect[] =>
  assemblyBindings(document).flatMap((binding) =>
    binding.children
      .filter((one) => localName(one) === 'dependentAssembly')
      .flatMap((dependent) => {
        const identity = child(dependent, 'assemblyIdentity');
        const name = attribute(identity, 'name') ?? '';
        if (name === '') return [];
        const culture = attribute(identity, 'culture')?.toLowerCase() ?? 'neutral';
        const key = [name, attribute(identity, 'publicKeyToken') ?? '', culture === '' ? 'neutral' : culture];
        const id = [...key, attribute(identity, 'processorArchitecture') ?? '', attribute(binding, 'appliesTo') ?? ''];
        return dependent.children
          .filter((one) => localName(one) === 'bindingRedirect')
          .map((element): AssemblyRedirect => {
            const written = (which: string): XmlAttribute | undefined =>
              element.attributes.find((one) => one.name === which && one.hasValue);
            return {
              element,
              dependent,
              name,
              identity: id.join('\n').toLowerCase(),
              oldVersion: written('oldVersion'),
              newVersion: written('newVersion'),
            };
          });
      }),
  );

/** The four numbers of an assembly version; null for what is none. */
export function assemblyVersion(text: string): readonly number[] | null {
  const numbers = /^(\d{1,5})\.(\d{1,5})\.(\d{1,5})\.(\d{1,5})$/.exec(text.trim())?.slice(1).map(Number);
  return numbers?.every((one) => one <= 65_535) ? numbers : null;
}

/** A version, or the lowest and the highest of a range; null for what is neither. */
export function versionRange(text: string): readonly [readonly number[], readonly number[]] | null {
  const [low = '', high = low, ...more] = text.split('-');
  const from = assemblyVersion(low);
  const to = assemblyVersion(high);
  return from && to && !more.length ? [from, to] : null;
}

/** Below, at or above zero, as the first version is lower, the same or higher. */
export function compareVersions(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((one, i) => one !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
