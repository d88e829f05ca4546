import {
  FEATURES,
  QUOTES,
  SHORTFALL_REASONS,
  type EffectiveResult,
  type ExplainAt,
  type ExplainParams,
  type FeatureTimes,
  type FindFilesParams,
  type InitializationOptions,
  type LeadParams,
  type LeadResult,
  type LoadDataParams,
  type MemoryUse,
  type OpenDocuments,
  type PerformanceReport,
  type Quote,
  type ReadFileParams,
  type RulePageParams,
  type Shortfall,
  type SummaryParams,
  type SummaryResult,
} from './languageServer';
import type {
  CheckServerParams,
  CheckServerResult,
  ReadAnswerParams,
  ReadAnswerResult,
  ServerFactsParams,
  ServerFactsResult,
} from './servers';

/** A text from a client is explained up to this length; a longer one is refused. */
const TEXT_LIMIT = 50_000_000;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isOneOf = <T>(all: readonly T[], value: unknown): value is T => all.some((one) => one === value);

const isText = (value: unknown): value is string => typeof value === 'string';

const isListOf =
  <T>(check: (value: unknown) => value is T) =>
  (value: unknown): value is readonly T[] =>
    Array.isArray(value) && value.every(check);

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

export const isExplainAt = (value: unknown): value is ExplainAt =>
  isRecord(value) && typeof value.uri === 'string' && Number.isSafeInteger(value.version) && isCount(value.offset);

export const isQuote = (value: unknown): value is Quote => isOneOf(QUOTES, value);

export const isExplainParams = (value: unknown): value is ExplainParams =>
  isRecord(value) &&
  (value.quote === undefined || isQuote(value.quote)) &&
  (isExplainAt(value) || (typeof value.text === 'string' && value.text.length <= TEXT_LIMIT));

export const isLeadParams = (value: unknown): value is LeadParams => isExplainParams(value) && !('quote' in value);

export const isLead = (value: unknown): value is LeadResult =>
  isRecord(value) &&
  typeof value.title === 'string' &&
  isListOf(isText)(value.ids) &&
  isRecord(value.values) &&
  Object.values(value.values).every(isText);

export const isSummaryParams = (value: unknown): value is SummaryParams =>
  isRecord(value) && (typeof value.uri === 'string' || typeof value.file === 'string');

/** Not null: that is the other thing the server may answer. */
export const isSummary = (value: unknown): value is NonNullable<SummaryResult> =>
  isRecord(value) && typeof value.title === 'string' && typeof value.text === 'string';

export const isRulePageParams = (value: unknown): value is RulePageParams => isRecord(value) && isRuleId(value.rule);

/** Rule ids are kebab-case. */
export const isRuleId = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z][a-z\d-]{0,80}$/.test(value);

/** Not null: that is the other thing the server may answer. */
export const isEffective = (value: unknown): value is NonNullable<EffectiveResult> =>
  isRecord(value) && typeof value.title === 'string' && typeof value.text === 'string';

export const isReadFileParams = (value: unknown): value is ReadFileParams =>
  isRecord(value) && typeof value.uri === 'string';

export const isFindFilesParams = (value: unknown): value is FindFilesParams =>
  isRecord(value) &&
  Array.isArray(value.names) &&
  value.names.every((name) => typeof name === 'string' && /^[\w.-]+$/.test(name)) &&
  isCount(value.limit) &&
  (value.server === undefined || typeof value.server === 'string');

/** A file's name is a plain word and a known ending, so that it never becomes a way through folders. */
export const isLoadDataParams = (value: unknown): value is LoadDataParams =>
  isRecord(value) && typeof value.file === 'string' && /^[a-z]+\.(?:tsv|json|config)$/.test(value.file);

const isTime = (value: unknown): value is number | null =>
  value === null || (typeof value === 'number' && Number.isFinite(value) && value >= 0);

const isFeatureTimes = (value: unknown): value is FeatureTimes =>
  isRecord(value) &&
  isOneOf(FEATURES, value.feature) &&
  isCount(value.count) &&
  isTime(value.p50) &&
  isTime(value.p95) &&
  isTime(value.max);

const isMemoryUse = (value: unknown): value is MemoryUse =>
  isRecord(value) && isCount(value.heapUsed) && isCount(value.rss);

const isOpenDocuments = (value: unknown): value is OpenDocuments =>
  isRecord(value) && isCount(value.count) && isCount(value.characters) && isCount(value.largest);

const isShortfall = (value: unknown): value is Shortfall =>
  isRecord(value) &&
  typeof value.uri === 'string' &&
  isOneOf(FEATURES, value.feature) &&
  isOneOf(SHORTFALL_REASONS, value.reason) &&
  isCount(value.count) &&
  isCount(value.limit);

export const isPerformanceReport = (value: unknown): value is PerformanceReport =>
  isRecord(value) &&
  isListOf(isFeatureTimes)(value.features) &&
  (value.memory === null || isMemoryUse(value.memory)) &&
  isOpenDocuments(value.documents) &&
  isListOf(isShortfall)(value.shortfalls);

/** What a client handed in, where it is what we expect; anything else counts as absent. */
export function readInitializationOptions(value: unknown): InitializationOptions {
  const options = isRecord(value) ? value : {};
  const { repairs } = options;
  return {
    commands: options.commands === true,
    clientFiles: options.clientFiles === true,
    ...(isListOf(isText)(repairs) && { repairs }),
  };
}

export const isReadAnswerParams = (value: unknown): value is ReadAnswerParams =>
  isRecord(value) && typeof value.probe === 'string' && typeof value.data === 'string' && isRecord(value.asked);

export const isReadAnswerResult = (value: unknown): value is ReadAnswerResult =>
  isRecord(value) && ('answer' in value || typeof value.refused === 'string');

export const isCheckServerParams = (value: unknown): value is CheckServerParams =>
  isRecord(value) && isRecord(value.snapshot) && typeof value.snapshot.server === 'string';

export const isCheckServerResult = (value: unknown): value is CheckServerResult =>
  isRecord(value) && Array.isArray(value.findings) && Array.isArray(value.groups);

export const isServerFactsParams = (value: unknown): value is ServerFactsParams =>
  isRecord(value) && typeof value.server === 'string';

export const isServerFactsResult = (value: unknown): value is ServerFactsResult =>
  isRecord(value) && isListOf((one): one is string => typeof one === 'string')(value.schemas);
