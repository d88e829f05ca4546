import type { Known, Probe } from './probe';

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
export type WebConfigsProbe = Probe<WebConfigsAsked, WebConfigs>;
