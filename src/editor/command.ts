import type { Services } from './services';

/** A command of the palette, a link or a lens. Its arguments come from outside and are checked before use. */
export type Command = (services: Services, ...args: readonly unknown[]) => unknown;
