import { type Known, type Probe, unknown } from './probe';
import { fileRead } from './reading/files';
import type { RawFile } from './reading/raw';
import { fields, list, text } from './reading/shape';

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

const probe: WebConfigsProbe = {
  id: 'web-configs',
  reads: 'reading the web.config files',
  read: (data) => ({
    files: list(fields(data, 'data')('files'), 'files', (value, where) => {
      const { file } = fileRead(value, where);
      const folder = text(fields(value, where)('folder'), `${where}.folder`);
      if (!file.known) return { folder, file };
      const { text: content, ...rest } = file.value;
      return {
        folder,
        file: content === null ? unknown('notUnderstood') : { known: true, value: { ...rest, text: content } },
      };
    }),
  }),
};
export default probe;
