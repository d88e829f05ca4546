import type { SchemaData } from '../../../engine/schema/data';
import type { Product } from '../../../engine/schema/products';
import { parseXml } from '../../../engine/xml/parse';
import { declarations } from './sections';
import { print } from './print';

/** What a server's file says beyond what IIS ships with: pieces of XML. */
export interface OwnConfiguration {
  /** Entries of `<applicationPools>`. */
  readonly pools: string;
  /** Entries of `<sites>`. */
  readonly sites: string;
  /** Further children of a section or of an element in one, by path: `system.webServer/globalModules`. */
  readonly more?: Readonly<Record<string, string>>;
  /** Location tags and whole groups at the end of the file. */
  readonly end?: string;
}

/**
 * The text of an `applicationHost.config`: IIS as shipped with a server's own pools and sites.
 *
 * @param shipped the text of `shipped.config`
 */
export function applicationHost(
  shipped: string,
  data: SchemaData,
  products: ReadonlySet<Product>,
  own: OwnConfiguration,
): string {
  const root = parseXml(shipped)[0];
  if (!root) throw new Error('The configuration as shipped is empty.');
  const extra = new Map<string, string>([
    ['system.applicationHost/applicationPools', printed(own.pools, 3)],
    ['system.applicationHost/sites', printed(own.sites, 3)],
    ...Object.entries(own.more ?? {}).map(([path, xml]): [string, string] => [
      path,
      printed(xml, path.split('/').length + 1),
    ]),
  ]);
  const body = print(root, new Map([['', declarations(data, products)], ...extra]));
  const end = printed(own.end ?? '', 1);
  return `<?xml version="1.0" encoding="UTF-8"?>\r\n${body.replace(/<\/configuration>\r\n$/, `${end}</configuration>\r\n`)}`;
}

const printed = (xml: string, depth: number): string =>
  parseXml(`<all>${xml}</all>`)[0]
    ?.children.map((one) => print(one, new Map(), depth))
    .join('') ?? '';
