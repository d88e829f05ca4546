import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { mappedPath } from '../../engine/config/mappedPath';
import type { XmlAttribute, XmlElement } from '../../engine/xml/tree';
import { rangeIn } from '../findings';
import { sameUri } from './documents';
import type { ConfigServices } from './services';

const LINK_LIMIT = 1_000;

/**
 * Links to the files that a configuration file names, where these lie in the workspace: told by their letters, nothing
 * is opened or looked at. Shares, devices and everything outside get no link.
 */
export async function documentLinks(
  { textDocument: { uri } }: DocumentLinkParams,
  { documents, workspace, settings }: ConfigServices,
): Promise<DocumentLink[]> {
  const document = documents.open(uri);
  const config = await documents.of(document);
  if (!document || !config) return [];
  const { paths } = await settings(uri);
  const webConfigs = new Map(
    paths.size ? (await workspace.webConfigs()).map((one) => [sameUri(one).toLowerCase(), one]) : [],
  );
  const targetOf = (attribute: XmlAttribute): string | null => {
    if (attribute.name === 'physicalPath') {
      const mapped = mappedPath(attribute.value, paths);
      const folders = mapped === null ? [] : workspace.resolve(mapped);
      const found = folders.map((folder) =>
        webConfigs.get(`${sameUri(folder).replace(/\/$/, '')}/web.config`.toLowerCase()),
      );
      return found.find((one) => one !== undefined) ?? null;
    }
    return workspace.sourceOf(document.uri, attribute.value);
  };
  const links: DocumentLink[] = [];
  for (const attribute of namingFiles(config.xml.roots)) {
    const target = targetOf(attribute);
    if (target !== null && workspace.contains(target))
      links.push({ range: rangeIn(document, attribute.valueRange), target });
    if (links.length >= LINK_LIMIT) break;
  }
  return links;
}

const NAMING: ReadonlySet<string> = new Set(['configSource', 'physicalPath']);

function* namingFiles(elements: readonly XmlElement[]): Generator<XmlAttribute> {
  for (let level = elements; level.length; level = level.flatMap(({ children }) => children))
    for (const element of level)
      for (const attribute of element.attributes)
        if (NAMING.has(attribute.name) || (attribute.name === 'file' && element.name === 'appSettings'))
          yield attribute;
}
