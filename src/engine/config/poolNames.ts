import { parseXml } from '../xml/parse';
import { attribute, child } from '../xml/tree';

/** The names of the application pools that an `applicationHost.config` declares, as written; none for any other text. */
export function poolNames(configuration: string): string[] {
  const root = parseXml(configuration).find((element) => element.name === 'configuration');
  const pools = child(child(root, 'system.applicationHost'), 'applicationPools');
  return (pools?.children ?? [])
    .filter((element) => element.name === 'add')
    .flatMap((element) => attribute(element, 'name') ?? []);
}
