import type { ConfigDocument } from './document';

const known = new WeakMap<ConfigDocument, boolean>();

/**
 * Whether an `applicationHost.config` belongs to IIS Express: it runs as the developer at the developer's machine, so
 * that what matters on a server does not matter there. Its files name its folders by variables of its own. Found once
 * for each document.
 */
export function isExpress(document: ConfigDocument): boolean {
  let answer = known.get(document);
  if (answer === undefined) known.set(document, (answer = belongsToExpress(document)));
  return answer;
}

const belongsToExpress = ({ text, name }: ConfigDocument): boolean =>
  /%IIS_(?:BIN|USER_HOME|SITES_HOME)%/i.test(text) || /[\\/]\.vs[\\/]/.test(name);
