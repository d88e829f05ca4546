import type { Known, Probe } from './probe';
import { part } from './reading/failures';
import { fileRead } from './reading/files';
import type { RawFile, RawPart } from './reading/raw';
import { fields, list, text } from './reading/shape';

export interface ServerFile {
  /** Its full path there. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** When it was last written, ISO 8601 in UTC. */
  readonly modified: string;
  /** SHA-256 of its bytes, hexadecimal in small letters. */
  readonly hash: string;
  /** Null where its hash was among those asked as known. */
  readonly text: string | null;
}
export interface FileRead {
  readonly path: string;
  readonly file: Known<ServerFile>;
}

/** The files that make up the server's own configuration, with their text. */
export interface ConfigurationFiles {
  /** Where `applicationHost.config` lies, `C:\Windows\System32\inetsrv\config` or the folder of the Shared Configuration. */
  readonly folder: string;
  /** `applicationHost.config`, `administration.config`, `redirection.config`, `machine.config`, root `web.config`. */
  readonly files: readonly FileRead[];
  /** The schema files, `IIS_schema.xml` first. */
  readonly schemas: readonly FileRead[];
}
export interface ConfigurationFilesAsked extends Readonly<Record<string, unknown>> {
  /** Hashes of files that we have: their text need not come again. */
  readonly known: readonly string[];
}
/** What `configuration-files.ps1` gives. */
export interface RawConfigurationFiles {
  /** `C:\Windows\System32\inetsrv\config` */
  readonly local: string;
  /** The folder of the Shared Configuration as `redirection.config` names it; empty where none is enabled. */
  readonly shared: RawPart<string>;
  /**
   * `redirection.config` of the local folder; `applicationHost.config` and `administration.config` of the shared one, if
   * there is one, else of the local one; `machine.config` and the root `web.config` of .NET Framework 4.
   */
  readonly files: readonly RawFile[];
  /** `*.xml` in the local folder `schema`. */
  readonly schemas: RawPart<readonly RawFile[]>;
}
export type ConfigurationFilesProbe = Probe<ConfigurationFilesAsked, ConfigurationFiles>;

const probe: ConfigurationFilesProbe = {
  id: 'configuration-files',
  reads: 'reading the configuration',
  read(data) {
    const own = fields(data, 'data');
    const local = text(own('local'), 'local');
    const shared = part(own('shared'), 'shared', text, 'file', local);
    const schemas = part(own('schemas'), 'schemas', (value, where) => list(value, where, fileRead), 'file', local);
    return {
      folder: (shared.known && shared.value) || local,
      files: list(own('files'), 'files', fileRead),
      schemas: schemas.known
        ? // The others build on it.
          [...schemas.value].sort((a, b) => Number(isFirst(b.path)) - Number(isFirst(a.path)))
        : [{ path: `${local}\\schema`, file: schemas }],
    };
  },
};
export default probe;

const isFirst = (path: string): boolean => /(?:^|[\\/])IIS_schema\.xml$/i.test(path);
