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
}

/** The one command that hovers and code lenses refer to; its only argument is an {@link ExplainAt}. */
export const SHOW_EXPLANATION = 'iisDoctor.showExplanation';

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
export type ExplainParams = ExplainAt | { readonly text: string };
export interface ExplainResult {
  /** Plain text, one line. */
  readonly title: string;
  /** Markdown without HTML and without links of the document; empty when nothing is known. */
  readonly markdown: string;
}

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
