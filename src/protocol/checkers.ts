import type {
  ExplainAt,
  ExplainParams,
  FindFilesParams,
  InitializationOptions,
  LoadDataParams,
  ReadFileParams,
} from './languageServer';

/** A text from a client is explained up to this length; a longer one is refused. */
const TEXT_LIMIT = 50_000_000;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

export const isExplainAt = (value: unknown): value is ExplainAt =>
  isRecord(value) && typeof value.uri === 'string' && Number.isSafeInteger(value.version) && isCount(value.offset);

export const isExplainParams = (value: unknown): value is ExplainParams =>
  isExplainAt(value) || (isRecord(value) && typeof value.text === 'string' && value.text.length <= TEXT_LIMIT);

export const isReadFileParams = (value: unknown): value is ReadFileParams =>
  isRecord(value) && typeof value.uri === 'string';

export const isFindFilesParams = (value: unknown): value is FindFilesParams =>
  isRecord(value) &&
  Array.isArray(value.names) &&
  value.names.every((name) => typeof name === 'string' && /^[\w.-]+$/.test(name)) &&
  isCount(value.limit);

/** A file's name is a plain word and a known ending, so that it never becomes a way through folders. */
export const isLoadDataParams = (value: unknown): value is LoadDataParams =>
  isRecord(value) && typeof value.file === 'string' && /^[a-z]+\.(?:tsv|json)$/.test(value.file);

/** What a client handed in, where it is what we expect; anything else counts as absent. */
export function readInitializationOptions(value: unknown): InitializationOptions {
  const options = isRecord(value) ? value : {};
  return { commands: options.commands === true, clientFiles: options.clientFiles === true };
}
