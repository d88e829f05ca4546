import type { ConfigDocument } from './document';

/**
 * Whether an `applicationHost.config` belongs to IIS Express: it runs as the developer at the developer's machine, so
 * that what matters on a server does not matter there. Its files name its folders by variables of its own.
 */
export const isExpress = ({ text, name }: ConfigDocument): boolean =>
  /%IIS_(?:BIN|USER_HOME|SITES_HOME)%/i.test(text) || /[\\/]\.vs[\\/]/.test(name);
