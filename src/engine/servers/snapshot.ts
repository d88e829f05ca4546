import type { ApplicationPools } from '../probes/application-pools';
import type { Certificates } from '../probes/certificates';
import type { ConfigurationFiles } from '../probes/configuration-files';
import type { Events } from '../probes/events';
import type { Features } from '../probes/features';
import type { HttpBindings } from '../probes/http-bindings';
import type { Services } from '../probes/services';
import type { Sites } from '../probes/sites';
import type { SystemFacts } from '../probes/system';
import type { WebConfigs } from '../probes/web-configs';
import type { WorkerProcesses } from '../probes/worker-processes';

/** What is known of a server at a time: the answers to the probes that were asked; the others are absent. */
export interface Snapshot {
  /** What the user calls the server. */
  readonly server: string;
  /** The time on this side, milliseconds since 1970. */
  readonly at: number;
  readonly system?: SystemFacts;
  readonly features?: Features;
  readonly services?: Services;
  readonly sites?: Sites;
  readonly pools?: ApplicationPools;
  readonly workers?: WorkerProcesses;
  readonly certificates?: Certificates;
  readonly bindings?: HttpBindings;
  readonly events?: Events;
  readonly configuration?: ConfigurationFiles;
  readonly webConfigs?: WebConfigs;
}
