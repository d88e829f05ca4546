import type { Snapshot } from '../servers/snapshot';

/** The application pools of a server, as choices of a parameter. */
export const poolNames = ({ pools }: Snapshot): readonly string[] =>
  pools?.pools.known ? pools.pools.value.map(({ name }) => name) : [];

export const siteNames = ({ sites }: Snapshot): readonly string[] =>
  sites?.sites.known ? sites.sites.value.map(({ name }) => name) : [];
