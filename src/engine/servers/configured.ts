import type { ApplicationPool } from '../probes/application-pools';
import type { Application, Site, VirtualDirectory } from '../probes/sites';
import type { ServerConfiguration } from './serverConfiguration';

/** What a configuration sets up. Nobody can tell from it what runs. */
export interface Configured {
  readonly sites: readonly Site[];
  readonly applications: readonly Application[];
  readonly virtualDirectories: readonly VirtualDirectory[];
  readonly pools: readonly ApplicationPool[];
  /** Where sites write their request logs, each folder once. */
  readonly logFolders: readonly string[];
}

/** Sites, applications, virtual directories and pools as `applicationHost.config` has them. */
export function configuredOf({ sites, pools }: ServerConfiguration): Configured {
  const applications: Application[] = [];
  const virtualDirectories: VirtualDirectory[] = [];
  const all = [...sites.values()].map((site): Site => {
    const name = site.text('name');
    for (const application of site.entries) {
      const path = application.text('path');
      applications.push({ site: name, path, applicationPool: application.text('applicationPool') });
      for (const directory of application.entries)
        virtualDirectories.push({
          site: name,
          application: path,
          path: directory.text('path'),
          physicalPath: directory.text('physicalPath'),
        });
    }
    const bindings = site.element('bindings')?.entries ?? [];
    return {
      name,
      id: Number(site.text('id')) || 0,
      state: 'unknown',
      bindings: bindings.map((one) => ({
        protocol: one.text('protocol'),
        information: one.text('bindingInformation'),
      })),
    };
  });
  return {
    sites: all,
    applications,
    virtualDirectories,
    logFolders: [
      ...new Set([...sites.values()].map((site) => site.element('logFile')?.text('directory') ?? '').filter(Boolean)),
    ],
    pools: [...pools.values()].map((pool) => ({
      name: pool.text('name'),
      state: 'unknown',
      runtime: pool.text('managedRuntimeVersion'),
      pipeline: pool.text('managedPipelineMode'),
    })),
  };
}
