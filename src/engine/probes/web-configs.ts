import type { Known, Probe } from './probe';
import type { RawFile } from './reading/raw';

export interface WebConfigsAsked extends Readonly<Record<string, unknown>> {
  /** Physical paths, as the configuration writes them: with environment variables. */
  readonly folders: readonly string[];
}
/** The `web.config` files right in the given folders. */
export interface WebConfigs {
  readonly files: readonly {
    readonly folder: string;
    readonly file: Known<{
      readonly path: string;
      readonly size: number;
      readonly modified: string;
      readonly hash: string;
      readonly text: string;
    }>;
  }[];
}
/** What `web-configs.ps1` gives. */
export interface RawWebConfigs {
  /** One for each folder asked for, in their order; `folder` as it was asked, `path` with the variables replaced. */
  readonly files: readonly ({ readonly folder: string } & RawFile)[];
}
export type WebConfigsProbe = Probe<WebConfigsAsked, WebConfigs>;
