import { fileNamed } from '../../servers/serverConfiguration';
import type { Snapshot } from '../../servers/snapshot';
import { parseXml } from '../../xml/parse';
import { attribute, child, type XmlElement } from '../../xml/tree';

/** What `applicationHost.config` says itself about the identity of a pool; empty where it says nothing. */
export interface PoolIdentity {
  /** The full path of the file. */
  readonly file: string;
  readonly identityType: string;
  readonly userName: string;
}

/** Null where the file was not read, or where it has no such pool. */
export function poolIdentity({ configuration }: Snapshot, pool: string): PoolIdentity | null {
  const file = configuration ? fileNamed(configuration.files, 'applicationhost.config') : null;
  const text = file?.text ?? null;
  if (!file || text === null) return null;
  const root = parseXml(text).find(({ name }) => name === 'configuration');
  const pools = root && child(root, 'system.applicationHost');
  const entries: readonly XmlElement[] = (pools && child(pools, 'applicationPools'))?.children ?? [];
  const own = entries.find((one) => one.name === 'add' && attribute(one, 'name')?.toLowerCase() === pool.toLowerCase());
  if (!own) return null;
  const model = child(own, 'processModel');
  const value = (name: string): string => (model ? (attribute(model, name) ?? '') : '');
  return { file: file.path, identityType: value('identityType'), userName: value('userName') };
}
