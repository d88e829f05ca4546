/**
 * The messages between a language client and our server beyond the Language Server Protocol itself. Every one is
 * optional for a client: an editor that knows none of them still gets hovers, code lenses and diagnostics.
 */

/** What a client may hand in as `initializationOptions`; absent or null means another editor with no extras. */
export interface InitializationOptions {
  /** The client has the commands {@link ServerCommand}, so hovers and lenses may link to them. */
  readonly commands?: boolean;
  /** Files are asked from the client ({@link ReadFileRequest}, {@link FindFilesRequest}) instead of the disk. */
  readonly clientFiles?: boolean;
  /** Ids of facts and rules for which the client has a guided repair, behind {@link FIX_THIS}. */
  readonly repairs?: readonly string[];
}

/** The one command that hovers and code lenses refer to; its only argument is an {@link ExplainAt}. */
export const SHOW_EXPLANATION = 'iisDoctor.showExplanation';

/** The command of the line above a log; its only argument is the document's URI. */
export const SUMMARISE_LOG = 'iisDoctor.summariseLog';

/** The command of a code action; its only argument is the id of a rule. */
export const SHOW_RULE = 'iisDoctor.showRule';

/** Starts a guided repair; its only argument is an {@link ExplainAt}. */
export const FIX_THIS = 'iisDoctor.fixThis';

/** A place in a document of the client, never its text. */
export interface ExplainAt {
  readonly uri: string;
  readonly version: number;
  /** UTF-16 units from the beginning, 0-based. */
  readonly offset: number;
}

/** client -> server: the full explanation of a place in an open document, or of a text that is in no document. */
export const ExplainRequest = {
  method: 'iisDoctor/explain',
} as const;
export type ExplainParams = (ExplainAt | { readonly text: string }) & {
  /** Puts the text that is explained above the explanation: the record at the place, else its line, or the text. */
  readonly quote?: Quote;
};
/** `namesReplaced`: hosts, users, domains, SIDs and addresses stand as aliases, in the quote and in the explanation. */
export const QUOTES = ['asItIs', 'namesReplaced'] as const;
export type Quote = (typeof QUOTES)[number];
export interface ExplainResult {
  /** Plain text, one line. */
  readonly title: string;
  /** Markdown without HTML and without links of the document; empty when nothing is known. */
  readonly markdown: string;
}

/** client -> server: what at a place ({@link ExplainAt}), or in a text, leads to a repair. */
export const LeadRequest = { method: 'iisDoctor/lead' } as const;
export type LeadParams = ExplainAt | { readonly text: string };
export interface LeadResult {
  /** Plain text, one line; empty where nothing is known. */
  readonly title: string;
  /** Ids of facts and of rules, the surest first. */
  readonly ids: readonly string[];
  /** What the place tells, such as the parameters of an event, by their names in lower case. */
  readonly values: Readonly<Record<string, string>>;
}

/** client -> server: the page of a rule, by its id; null where there is none of that name. */
export const RulePageRequest = { method: 'iisDoctor/rulePage' } as const;
export interface RulePageParams {
  readonly rule: string;
}
export type RulePageResult = ExplainResult | null;

/**
 * client -> server: what holds for the configuration sections at a place ({@link ExplainAt}) when all files above are put
 * together; null where no section is. XML with comments that say where everything is from.
 */
export const EffectiveRequest = { method: 'iisDoctor/effective' } as const;
export type EffectiveResult = {
  /** Plain text, one line. */
  readonly title: string;
  readonly text: string;
} | null;

/** server -> client: the text of a file, null when it cannot be read. */
export const ReadFileRequest = { method: 'iisDoctor/readFile' } as const;
export interface ReadFileParams {
  readonly uri: string;
}
export type ReadFileResult = { readonly text: string } | null;

/** server -> client: the URIs of workspace files with one of these names, compared without case; at most `limit`. */
export const FindFilesRequest = { method: 'iisDoctor/findFiles' } as const;
export interface FindFilesParams {
  readonly names: readonly string[];
  readonly limit: number;
  /** Those of a server instead, by its name in URIs. */
  readonly server?: string;
}
export type FindFilesResult = readonly string[];

/** server -> client, in the browser only: a file of `dist/data`. */
export const LoadDataRequest = { method: 'iisDoctor/loadData' } as const;
export interface LoadDataParams {
  readonly file: string;
}
export interface LoadDataResult {
  readonly text: string;
}

/** client -> server: the summary of an open document, or of a file that a person chose, which may be of any size. */
export const SummaryRequest = { method: 'iisDoctor/summary' } as const;
export type SummaryParams =
  | { readonly uri: string }
  /** URI of a file on the server's machine. */
  | { readonly file: string };
/** null: the document is not open, the file cannot be reached from there, or nobody waits any more. */
export type SummaryResult = {
  /** The name of what was summarised, one line of plain text. */
  readonly title: string;
  /** Markdown to be read as it is; places are named as `line 12`. */
  readonly text: string;
} | null;

/** client -> server, without parameters: how the server is doing. */
export const PerformanceReportRequest = { method: 'iisDoctor/performanceReport' } as const;
/** The requests whose time is measured. */
export const FEATURES = [
  'hover',
  'codeLens',
  'documentSymbol',
  'foldingRange',
  'explain',
  'lead',
  'summary',
  'diagnostics',
  'codeAction',
  'completion',
  'definition',
  'references',
  'documentHighlight',
  'rename',
  'workspaceSymbol',
  'selectionRange',
  'linkedEditingRange',
  'documentLink',
  'inlayHint',
  'effective',
  'readAnswer',
  'checkServer',
] as const;
export type Feature = (typeof FEATURES)[number];
export interface PerformanceReport {
  readonly features: readonly FeatureTimes[];
  /** Null where the server cannot tell. */
  readonly memory: MemoryUse | null;
  readonly documents: OpenDocuments;
  readonly shortfalls: readonly Shortfall[];
}
/** Times in milliseconds, of the last requests only; null where there was none. */
export interface FeatureTimes {
  readonly feature: Feature;
  /** Of all requests since the server started. */
  readonly count: number;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly max: number | null;
}
/** Of the server, in bytes. */
export interface MemoryUse {
  readonly heapUsed: number;
  readonly rss: number;
}
/** Lengths are in UTF-16 units. */
export interface OpenDocuments {
  readonly count: number;
  readonly characters: number;
  readonly largest: number;
}
/** Why a feature did less than everything. */
export const SHORTFALL_REASONS = ['documentTooLong', 'onlyAct', 'onlyFirst'] as const;
/** A feature did less than everything in an open document. */
export interface Shortfall {
  readonly uri: string;
  readonly feature: Feature;
  readonly reason: (typeof SHORTFALL_REASONS)[number];
  /** What there is (characters of the document, or its records), and how much is allowed. */
  readonly count: number;
  readonly limit: number;
}

/** The first message to the server in a worker, before any of the protocol: where the engine's file is. */
export interface EngineMessage {
  readonly engine: string;
}
