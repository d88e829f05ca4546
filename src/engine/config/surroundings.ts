import type { Schema } from '../schema/schema';
import type { LoadData } from '../loadData';
import { readConfig, type ConfigDocument } from './document';
import { dotNetAbove } from './dotNetFiles';
import { Hierarchy, type Level } from './hierarchy';
import type { ConfigKind } from './kind';

/** What is known of the files around a document. */
export interface Surroundings {
  /** The `applicationHost.config` above it; null: the configuration as shipped stands in. */
  readonly server: ConfigDocument | null;
  readonly shipped: ConfigDocument;
  /** Every `machine.config` and root `web.config` that was found; those of the document's runtime stand above it. */
  readonly dotNet?: readonly ConfigDocument[];
  /** The `web.config` files between the server and the document, outer ones first. */
  readonly parents?: readonly Level[];
  /** The configuration path of the document's folder; null: unknown, so it is taken for the root of a site. */
  readonly path?: string | null;
  readonly applications?: readonly string[];
  /** The files that `configSource` in the document names. */
  readonly external?: Level['external'];
}

const HAVE_ABOVE: ReadonlySet<ConfigKind> = new Set(['web', 'rootWeb', 'applicationHost']);

/**
 * The hierarchy in which a document stands: the files of the .NET Framework, that of the server, then each `web.config` down
 * the path.
 */
export function hierarchyOf(document: ConfigDocument, schema: Schema, around: Surroundings): Hierarchy {
  const { server, shipped, dotNet = [], parents = [], path = null, applications = [], external } = around;
  const own: Level = { document, path: path ?? '', ...(external && { external }) };
  if (!HAVE_ABOVE.has(document.kind)) return new Hierarchy(schema, [own], true);
  const isServer = document.kind === 'applicationHost';
  const framework = dotNetAbove(document, dotNet, schema, { server: isServer ? document : server, path }).map(
    (one): Level => ({ document: one, path: '' }),
  );
  if (document.kind !== 'web') return new Hierarchy(schema, [...framework, own], true);
  const above: Level = server ? { document: server, path: '' } : { document: shipped, path: '', isShipped: true };
  return new Hierarchy(schema, [...framework, above, ...parents, own], path !== null, applications);
}

/** Gives the configuration as shipped with IIS 10, read on the first call; rejects where it cannot be read. */
export function shippedLoader(loadData: LoadData, schema: () => Promise<Schema>): () => Promise<ConfigDocument> {
  let shipped: Promise<ConfigDocument> | null = null;
  const load = async (): Promise<ConfigDocument> => {
    const [text, known] = await Promise.all([loadData('shipped.config'), schema()]);
    const document = readConfig('applicationHost.config', text, known);
    if (!document) throw new Error('shipped.config holds no configuration');
    return document;
  };
  return () => {
    if (shipped) return shipped;
    shipped = load();
    shipped.catch(() => (shipped = null));
    return shipped;
  };
}
