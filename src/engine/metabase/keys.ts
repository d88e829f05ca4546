import type { Source } from '../knowledge/fact';
import type { MetabaseKey } from './key';
import { aspKeys } from './keys/asp';
import { contentKeys } from './keys/content';
import { listKeys } from './keys/lists';
import { otherKeys } from './keys/others';
import { poolKeys } from './keys/pools';
import { siteKeys } from './keys/sites';
import type { MetabasePlace } from './place';

export const metabaseSource: Source = {
  document: 'IIS configuration reference: the IIS 6.0 metabase property of each element',
  says: 'Names the element or attribute that took over from a metabase property',
  read: '2026-11-25',
};

/** All keys that are known; one name may mean different things at different places. */
export const metabaseKeys: readonly MetabaseKey[] = [
  ...poolKeys,
  ...siteKeys,
  ...contentKeys,
  ...aspKeys,
  ...listKeys,
  ...otherKeys,
];

/** The key of that name, without case, where it may stand at that place; at a pool before anywhere else. */
export const findKey = (name: string, { at }: MetabasePlace): MetabaseKey | undefined =>
  metabaseKeys.find((key) => key.name.toLowerCase() === name.toLowerCase() && key.at.includes(at));
