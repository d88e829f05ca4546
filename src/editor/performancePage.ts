import { markdownCode } from '../engine/render/escape';
import type {
  ExplainResult,
  Feature,
  FeatureTimes,
  MemoryUse,
  PerformanceReport,
  Shortfall,
} from '../protocol/languageServer';

const names: Readonly<Record<Feature, string>> = {
  hover: 'Hovers',
  codeLens: 'Verdict lines',
  documentSymbol: 'Outline',
  foldingRange: 'Folding',
  explain: 'Full explanations',
  lead: 'Ways to repairs',
  summary: 'Summaries',
  diagnostics: 'Checks of configuration',
  codeAction: 'Quick fixes',
  completion: 'Completion',
  definition: 'Go to definition',
  references: 'Find references',
  documentHighlight: 'Highlights',
  rename: 'Rename',
  workspaceSymbol: 'Symbols of the workspace',
  selectionRange: 'Growing selection',
  linkedEditingRange: 'Linked tags',
  documentLink: 'Links',
  inlayHint: 'Inlay hints',
  effective: 'Effective configuration',
  readAnswer: 'Reading an answer of a server',
  checkServer: 'Checking a server',
};

const reasons: Readonly<Record<Shortfall['reason'], (count: string, limit: string) => string>> = {
  documentTooLong: (count, limit) => `nothing, because the document has ${count} characters and the limit is ${limit}.`,
  onlyAct: (count, limit) =>
    `only the records that need action, because ${count} records are explained and the limit is ${limit}.`,
  onlyFirst: (count, limit) => `the first ${limit} of ${count} records.`,
};

/** The performance report as a page of Markdown. */
export function performancePage({ features, memory, documents, shortfalls }: PerformanceReport): ExplainResult {
  const { count, characters, largest } = documents;
  const sections = [
    '# Performance of IIS Doctor',
    'How long the language server took to answer. Times are in milliseconds, of the last 1,000 requests of each kind.',
    table(features),
    '## Memory of the language server',
    memory ? memoryLine(memory) : 'Not available here.',
    '## Open documents',
    count === 0
      ? 'None that the language server reads.'
      : `${number(count)}, together ${number(characters)} characters, the largest ${number(largest)}.`,
    '## Left out',
    shortfalls.length ? shortfalls.map((one) => `- ${shortfallLine(one)}`).join('\n') : 'Nothing.',
  ];
  return { title: 'Performance of IIS Doctor', markdown: `${sections.join('\n\n')}\n` };
}

function table(features: readonly FeatureTimes[]): string {
  const rows = features.map(
    ({ feature, count, p50, p95, max }) =>
      `| ${names[feature]} | ${number(count)} | ${time(p50)} | ${time(p95)} | ${time(max)} |`,
  );
  return [
    '| what | requests | half within | 95 of 100 within | longest |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows,
  ].join('\n');
}

const memoryLine = ({ heapUsed, rss }: MemoryUse): string =>
  `${megabytes(rss)} MB in all, ${megabytes(heapUsed)} MB of them in use by its objects.`;

function shortfallLine({ uri, feature, reason, count, limit }: Shortfall): string {
  return `${markdownCode(fileName(uri), 120)}, ${names[feature].toLowerCase()}: ${reasons[reason](number(count), number(limit))}`;
}

/** The last part of a URI as people write it. */
function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1) || uri;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

const number = (value: number): string => value.toLocaleString('en-US');
const time = (milliseconds: number | null): string =>
  milliseconds === null
    ? '–'
    : milliseconds.toLocaleString('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const megabytes = (bytes: number): string => number(Math.round(bytes / 1_000_000));
