import type { Range } from '../text/range';
import { attribute, child, type XmlElement } from '../xml/tree';
import type { ConfigDocument, SectionUse } from './document';

/** What an entry of the outline is, for its icon. */
export type OutlineKind = 'location' | 'section' | 'site' | 'application' | 'pool' | 'rule' | 'map' | 'entry';

/** An entry of the outline of a configuration file. */
export interface ConfigOutlineEntry extends Range {
  readonly kind: OutlineKind;
  /** As it is written in the file; never empty. */
  readonly name: string;
  /** A few words more, such as the bindings of a site; empty where there are none. */
  readonly detail: string;
  /** What a click selects: a name, or the name of the element. */
  readonly selection: Range;
  readonly children: readonly ConfigOutlineEntry[];
}

/**
 * The outline of a configuration file: its sections, in location tags where they stand in some, with sites, pools,
 * rules and whatever else has a name in them.
 *
 * @param most how many entries there may be at most
 */
export function configOutline(
  document: ConfigDocument,
  most: number,
): { entries: ConfigOutlineEntry[]; leftOut: number } {
  return new Outliner(most).read(document);
}

const SITES = 'system.applicationHost/sites';
const POOLS = 'system.applicationHost/applicationPools';

/** Attributes that name an entry, the best first. */
const NAMING = [
  'name',
  'path',
  'value',
  'key',
  'fileExtension',
  'statusCode',
  'protocol',
  'sequence',
  'image',
  'users',
  'roles',
  'ipAddress',
  'verb',
  'url',
];

const kindOf: Readonly<Record<string, OutlineKind>> = {
  site: 'site',
  application: 'application',
  rule: 'rule',
  rewriteMap: 'map',
};

class Outliner {
  #left: number;
  #leftOut = 0;

  constructor(most: number) {
    this.#left = most;
  }

  read({ locations, sections }: ConfigDocument): { entries: ConfigOutlineEntry[]; leftOut: number } {
    const byLocation = new Map<XmlElement | null, SectionUse[]>();
    for (const use of sections) {
      const element = use.location?.element ?? null;
      const uses = byLocation.get(element);
      if (uses) uses.push(use);
      else byLocation.set(element, [use]);
    }
    const entries = this.#all(byLocation.get(null) ?? [], (use) => this.#section(use));
    for (const { element, path } of locations) {
      if (!this.#take()) continue;
      const children = this.#all(byLocation.get(element) ?? [], (use) => this.#section(use));
      const named = element.attributes.find(({ name }) => name === 'path');
      entries.push(entry('location', element, path === '' ? 'location' : path, '', children, named?.valueRange));
    }
    return { entries: entries.sort((a, b) => a.start - b.start), leftOut: this.#leftOut };
  }

  #take(): boolean {
    if (this.#left > 0) return this.#left-- > 0;
    this.#leftOut++;
    return false;
  }

  #all<T>(of: readonly T[], make: (one: T) => ConfigOutlineEntry): ConfigOutlineEntry[] {
    return of.flatMap((one) => (this.#take() ? [make(one)] : []));
  }

  #section({ path, element }: SectionUse): ConfigOutlineEntry {
    const group = path.split('/').slice(0, -1).join('/');
    return entry('section', element, element.name, group, this.#entriesIn(element, path));
  }

  #entriesIn(parent: XmlElement, section: string): ConfigOutlineEntry[] {
    const named = parent.children.flatMap((one) => {
      const name = naming(one);
      // What only groups other things is passed through: `<files>` of `<defaultDocument>`.
      return name
        ? [{ one, name }]
        : one.children.length
          ? one.children.flatMap((inner) => {
              const innerName = naming(inner);
              return innerName ? [{ one: inner, name: innerName }] : [];
            })
          : [];
    });
    return this.#all(named, ({ one, name }) => {
      const kind = section === POOLS && one.name === 'add' ? 'pool' : (kindOf[one.name] ?? 'entry');
      const inner = one.name === 'site' ? one.children.filter((app) => app.name === 'application') : [];
      const children = this.#all(
        inner.flatMap((app) => {
          const path = naming(app);
          return path ? [{ app, path }] : [];
        }),
        ({ app, path }) =>
          entry('application', app, path.value, attribute(app, 'applicationPool') ?? '', [], path.valueRange),
      );
      return entry(kind, one, name.value, detailOf(one, section), children, name.valueRange);
    });
  }
}

function naming(element: XmlElement): { readonly value: string; readonly valueRange: Range } | null {
  for (const name of NAMING) {
    const found = element.attributes.find((one) => one.name === name);
    if (found && found.value.trim() !== '') return found;
  }
  return null;
}

function detailOf(element: XmlElement, section: string): string {
  if (section === SITES) return siteUrls(element).slice(0, 4).join(' ');
  if (element.name !== 'add') return element.name === 'rule' || element.name === 'rewriteMap' ? '' : element.name;
  if (section === POOLS) return attribute(element, 'managedRuntimeVersion') ?? '';
  const verb = attribute(element, 'verb');
  const path = attribute(element, 'path');
  return verb !== undefined && path !== undefined ? `${verb} ${path}` : '';
}

const entry = (
  kind: OutlineKind,
  element: XmlElement,
  name: string,
  detail: string,
  children: readonly ConfigOutlineEntry[],
  selection: Range = element.nameRange,
): ConfigOutlineEntry => ({
  kind,
  name: name === '' ? element.name : name,
  detail,
  start: element.start,
  end: element.end,
  selection,
  children,
});

/** The addresses that a site answers, by its bindings: `http://shop.example:8080`, `https://*`. */
export function siteUrls(site: XmlElement): string[] {
  const bindings = child(site, 'bindings')?.children ?? [];
  return bindings.flatMap((binding) => {
    const protocol = attribute(binding, 'protocol') ?? '';
    const information = attribute(binding, 'bindingInformation') ?? '';
    const [, address = '', port = '', host = ''] =
      /^(\[[^\]]{0,60}\]|[^:]{0,60}):(\d{1,5}):(.{0,255})$/.exec(information) ?? [];
    if (protocol === '' || port === '') return protocol === '' ? [] : [`${protocol} ${information}`.trim()];
    const usual = (protocol === 'http' && port === '80') || (protocol === 'https' && port === '443');
    return [`${protocol}://${host || address || '*'}${usual ? '' : `:${port}`}`];
  });
}
