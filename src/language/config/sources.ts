import type { ConfigDocument, SectionUse } from '../../engine/config/document';
import { readSource } from '../../engine/config/sourceDocument';
import { attribute } from '../../engine/xml/tree';
import { sameUri } from './documents';
import type { ConfigServices } from './services';
import { SOURCES_LIMIT, type ConfigFile } from './workspace';

/** What was read for a reference, as long as neither the file around it nor the one it names changes. */
const known = new WeakMap<SectionUse, { readonly text: string; readonly config: ConfigDocument | null }>();

/** The files that `configSource` brings into a file, those that lie in the workspace, each as the section that it holds. */
export async function sourcesOf(
  file: ConfigFile,
  { documents, workspace }: Pick<ConfigServices, 'documents' | 'workspace'>,
): Promise<ConfigFile[]> {
  const uses = file.config.sections.filter(({ content }) => content === 'elsewhere').slice(0, SOURCES_LIMIT);
  const found = await Promise.all(
    uses.map(async (use): Promise<ConfigFile | null> => {
      const uri = workspace.sourceOf(file.uri, attribute(use.element, 'configSource') ?? '');
      if (uri === null) return null;
      const open = documents.open(uri);
      const text = open?.getText() ?? (await workspace.text(uri));
      const config = text === null ? null : readOnce(uri, text, file, use);
      return config && { uri: open?.uri ?? uri, config, version: open?.version ?? null, owners: [file] };
    }),
  );
  return found.filter((one) => one !== null);
}

function readOnce(uri: string, text: string, { config }: ConfigFile, use: SectionUse): ConfigDocument | null {
  const before = known.get(use);
  if (before?.text === text) return before.config;
  const read = readSource(uri, text, config, use);
  known.set(use, { text, config: read });
  return read;
}

/** An open document as the section that some file of the workspace brings in by `configSource`; null where none does. */
export async function asSource(
  uri: string,
  services: Pick<ConfigServices, 'documents' | 'workspace'>,
): Promise<ConfigFile | null> {
  const { documents, workspace } = services;
  const text = documents.open(uri)?.getText() ?? '';
  if (!workspace.contains(sameUri(uri)) || !/^\uFEFF?\s{0,1000}</.test(text)) return null;
  const all = await workspace.all();
  const found = (await Promise.all(all.map((file) => sourcesOf(file, services)))).flat();
  const [first, ...others] = found.filter((one) => sameUri(one.uri) === sameUri(uri));
  return first ? { ...first, owners: [first, ...others].flatMap(({ owners = [] }) => owners) } : null;
}
