import type { Known, Probe } from './probe';
import { appcmdList, attribute, type Attributes, mapKnown, type ObjectState, stateOf } from './reading/appcmd';
import type { RawProgram } from './reading/raw';
import { fields } from './reading/shape';

export type { ObjectState };

export interface Site {
  readonly name: string;
  readonly id: number;
  readonly state: ObjectState;
  readonly bindings: readonly { readonly protocol: string; readonly information: string }[];
}
export interface Application {
  readonly site: string;
  /** `/` or `/shop`. */
  readonly path: string;
  readonly applicationPool: string;
}
export interface VirtualDirectory {
  readonly site: string;
  /** The application it belongs to, `/` or `/shop`. */
  readonly application: string;
  /** Its path within the application, `/` for the root. */
  readonly path: string;
  readonly physicalPath: string;
}

export interface Sites {
  readonly sites: Known<readonly Site[]>;
  readonly applications: Known<readonly Application[]>;
  readonly virtualDirectories: Known<readonly VirtualDirectory[]>;
}
/** What `sites.ps1` gives. */
export interface RawSites {
  /** `appcmd.exe list site /xml` */
  readonly sites: RawProgram;
  /** `appcmd.exe list app /xml` */
  readonly applications: RawProgram;
  /** `appcmd.exe list vdir /xml` */
  readonly virtualDirectories: RawProgram;
}
export type SitesProbe = Probe<Record<string, never>, Sites>;

const probe: SitesProbe = {
  id: 'sites',
  reads: 'reading the sites',
  read(data) {
    const own = fields(data, 'data');
    const listed = <T>(name: string, element: string, itemOf: (of: Attributes) => T): Known<readonly T[]> =>
      mapKnown(appcmdList(own(name), name, element), (items) => items.map(itemOf));
    return {
      sites: listed('sites', 'site', siteOf),
      applications: listed('applications', 'app', applicationOf),
      virtualDirectories: listed('virtualDirectories', 'vdir', virtualDirectoryOf),
    };
  },
};
export default probe;

const siteOf = (of: Attributes): Site => ({
  name: attribute(of, 'site.name'),
  id: Number(/^\d{1,10}$/.exec(attribute(of, 'site.id'))?.[0] ?? 0),
  state: stateOf(of),
  bindings: bindingsOf(attribute(of, 'bindings')),
});

/** `http/*:80:,net.tcp/808:*`: a comma divides bindings only where a protocol and a slash follow. */
const bindingsOf = (written: string): Site['bindings'] =>
  written.split(/,(?=[^,/:*]{1,60}\/)/).flatMap((one) => {
    const slash = one.indexOf('/');
    return slash > 0 ? [{ protocol: one.slice(0, slash), information: one.slice(slash + 1) }] : [];
  });

const applicationOf = (of: Attributes): Application => ({
  site: attribute(of, 'site.name'),
  path: attribute(of, 'path'),
  applicationPool: attribute(of, 'apppool.name'),
});

/** `APP.NAME` is the site and the path of the application in one: `Default Web Site/shop`. */
function virtualDirectoryOf(of: Attributes): VirtualDirectory {
  const name = attribute(of, 'app.name');
  // No name of a site holds a slash.
  const slash = name.indexOf('/');
  return {
    site: slash < 0 ? name : name.slice(0, slash),
    application: slash < 0 ? '/' : name.slice(slash),
    path: attribute(of, 'path'),
    physicalPath: attribute(of, 'physicalpath'),
  };
}
