import type { ApplicationPools } from '../engine/probes/application-pools';
import type { Certificates } from '../engine/probes/certificates';
import type { ConfigurationFiles, ConfigurationFilesAsked } from '../engine/probes/configuration-files';
import type { DcomPermissions, DcomPermissionsAsked } from '../engine/probes/dcom-permissions';
import type { Events, EventsAsked } from '../engine/probes/events';
import type { Features } from '../engine/probes/features';
import type { FileTail, FileTailAsked } from '../engine/probes/file-tail';
import type { HttpBindings } from '../engine/probes/http-bindings';
import type { Identifiers, IdentifiersAsked } from '../engine/probes/identifiers';
import type { LogFolders, LogFoldersAsked } from '../engine/probes/log-folders';
import { readProbeAnswer } from '../engine/servers/readAnswer';
import type { Services } from '../engine/probes/services';
import type { Sites } from '../engine/probes/sites';
import type { SystemFacts } from '../engine/probes/system';
import type { WebConfigs, WebConfigsAsked } from '../engine/probes/web-configs';
import type { WorkerProcesses } from '../engine/probes/worker-processes';
import type { RawAnswer, ScriptError } from '../transports/session';
import type { Thinker } from './thinker';

type Nothing = Readonly<Record<string, never>>;

/** What each probe is asked with and what it answers. */
export interface ProbeTypes {
  'application-pools': { asked: Nothing; answer: ApplicationPools };
  certificates: { asked: Nothing; answer: Certificates };
  'configuration-files': { asked: ConfigurationFilesAsked; answer: ConfigurationFiles };
  'dcom-permissions': { asked: DcomPermissionsAsked; answer: DcomPermissions };
  events: { asked: EventsAsked; answer: Events };
  features: { asked: Nothing; answer: Features };
  'file-tail': { asked: FileTailAsked; answer: FileTail };
  'http-bindings': { asked: Nothing; answer: HttpBindings };
  identifiers: { asked: IdentifiersAsked; answer: Identifiers };
  'log-folders': { asked: LogFoldersAsked; answer: LogFolders };
  services: { asked: Nothing; answer: Services };
  sites: { asked: Nothing; answer: Sites };
  system: { asked: Nothing; answer: SystemFacts };
  'web-configs': { asked: WebConfigsAsked; answer: WebConfigs };
  'worker-processes': { asked: Nothing; answer: WorkerProcesses };
}
export type ProbeId = keyof ProbeTypes;

/** A probe and what it is asked with. */
export type Ask<Id extends ProbeId = ProbeId> = {
  readonly [K in Id]: { readonly probe: K; readonly asked: ProbeTypes[K]['asked'] };
}[Id];

/** Why there is no answer to a question that was put. */
export class RefusedAnswer extends Error {
  constructor(readonly error: ScriptError) {
    super(error.message);
  }
}

/** Longer answers are read beside the extension host. */
const LONG = 64 * 1024;

/**
 * What an answer says. Rejects with a {@link RefusedAnswer} where the script failed, with an `AnswerError` where the
 * answer is not what the script gives.
 */
export async function readAnswer(raw: RawAnswer, { probe: id, asked }: Ask, thinker: Thinker): Promise<unknown> {
  if (!raw.ok) throw new RefusedAnswer(raw.error);
  if (raw.data.length > LONG) return thinker.read(id, raw.data, asked);
  return readProbeAnswer(id, raw.data, asked);
}
