import type { Severity } from '../rules/rule';

/** What a finding is about; it stands below that node of the tree. */
export interface Subject {
  readonly kind: 'server' | 'service' | 'site' | 'pool' | 'workerProcess' | 'certificate' | 'file' | 'event';
  /** The name of it: of the site, the pool, the service; the path of the file; the thumbprint. */
  readonly name: string;
}

/** Something that is wrong on a server, put together from its state, its configuration and its events. */
export interface ServerFinding {
  /** The id of the check that found it. */
  readonly check: string;
  readonly severity: Severity;
  readonly subject: Subject;
  /** One line of plain text. May hold names of the server. */
  readonly title: string;
  /** What happened, what follows from it and what to do next, as plain sentences. May hold text of the server. */
  readonly detail: string;
  /** A place in a configuration file of the server; 1-based. */
  readonly place?: { readonly path: string; readonly line: number; readonly column: number };
  /** Ids of the facts that say more. */
  readonly facts?: readonly string[];
}
