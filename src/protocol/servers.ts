import type { ProbeArguments } from '../engine/probes/probe';
import type { ServerReport } from '../engine/servers/checkServer';
import type { Snapshot } from '../engine/servers/snapshot';

/**
 * client -> server: reads a long answer of an IIS server, so that the client's own thread stays free. What the answer
 * says; `refused` where it is not what the probe's script gives.
 */
export const ReadAnswerRequest = { method: 'iisDoctor/readAnswer' } as const;
export interface ReadAnswerParams {
  readonly probe: string;
  /** JSON text. */
  readonly data: string;
  readonly asked: ProbeArguments;
}
export type ReadAnswerResult = { readonly answer: unknown } | { readonly refused: string };

/** client -> server: what is known of an IIS server, looked at together. */
export const CheckServerRequest = { method: 'iisDoctor/checkServer' } as const;
export interface CheckServerParams {
  readonly snapshot: Snapshot;
}
export type CheckServerResult = ServerReport;

/** The scheme of documents of servers: `iis-doctor://web-01/C:/Windows/System32/inetsrv/config/applicationHost.config`. */
export const SERVER_SCHEME = 'iis-doctor';

/** server -> client: what belongs to the documents of an IIS server, named as in their URIs. */
export const ServerFactsRequest = { method: 'iisDoctor/serverFacts' } as const;
export interface ServerFactsParams {
  readonly server: string;
}
export interface ServerFactsResult {
  /** The texts of its own schema files; empty where they are not known. */
  readonly schemas: readonly string[];
}
