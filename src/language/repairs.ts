import type { Diagnosis, Explanation } from '../engine/explain/explanation';
import { explain } from '../engine/explain/explain';
import { lookUp } from '../engine/explain/lookUp';
import { recordValues } from '../engine/explain/recordValues';
import { headlineText } from '../engine/render/hover';
import { plainText } from '../engine/render/escape';
import type { ExplainAt, LeadParams, LeadResult } from '../protocol/languageServer';
import { knownAt } from './hover';
import type { Services } from './services';

const TITLE_LIMIT = 120;
/** What a record is read from again; more than any event holds. */
const RECORD_LIMIT = 64_000;

/** The ids of the facts that were found, the surest first. */
export const idsOf = (found: Explanation | Diagnosis): readonly string[] => [
  ...found.answers.map(({ id }) => id),
  ...('kind' in found && found.diagnosis ? found.diagnosis.answers.map(({ id }) => id) : []),
];

/** Whether the client has a guided repair for something that was found. */
export const hasRepair = (found: Explanation | Diagnosis, { repairs }: Services): boolean =>
  idsOf(found).some((id) => repairs.has(id));

/** What at a place, or in a text, leads to a repair: facts, findings of the checks, and the values that stand there. */
export async function leadRequest(params: LeadParams, services: Services): Promise<LeadResult> {
  if ('text' in params) {
    const { diagnoses, explanations } = await lookUp(params.text, services.knowledge);
    return leadOf([...diagnoses, ...explanations], params.text, services);
  }
  const document = services.documents.get(params.uri);
  if (!document) return NOTHING;
  const found = await knownAt(document, params.offset, services);
  const lead = await leadOf(found ? [found] : [], document.getText(), services);
  const ofFinding = await findingsAt(params, services);
  return ofFinding
    ? { ...ofFinding, ids: [...ofFinding.ids, ...lead.ids], values: { ...lead.values, ...ofFinding.values } }
    : lead;
}

const NOTHING: LeadResult = { title: '', ids: [], values: {} };

async function leadOf(
  all: readonly (Explanation | Diagnosis)[],
  text: string,
  { knowledge }: Services,
): Promise<LeadResult> {
  const [found] = all;
  if (!found) return NOTHING;
  const diagnosis = 'kind' in found ? found.diagnosis : found;
  const title = diagnosis?.title ?? headlineText(found.answers[0]);
  const values: Record<string, string> = {};
  if (diagnosis) {
    const record = text.slice(diagnosis.start, Math.min(diagnosis.end, diagnosis.start + RECORD_LIMIT));
    const { records } = await explain(record, knowledge);
    if (records[0]) Object.assign(values, recordValues(record, records[0], diagnosis.source, knowledge));
  }
  if ('kind' in found && found.kind === 'code' && !('code' in values)) values.code = plainText(found.text, TITLE_LIMIT);
  return { title: plainText(title, TITLE_LIMIT), ids: [...new Set(all.flatMap(idsOf))], values };
}

/** The findings at a place; null where the document has none there. */
async function findingsAt({ uri, offset }: ExplainAt, { config, checks }: Services): Promise<LeadResult | null> {
  const document = config.documents.open(uri);
  const checked = document && (await checks.of(document));
  const here = checked?.findings.filter(({ start, end }) => start <= offset && offset <= end) ?? [];
  const [first] = here;
  if (!checked || !first) return null;
  const use = checked.config?.sections.find(({ element }) => element.start <= offset && offset <= element.end);
  const location = use?.location?.path ?? '';
  return {
    title: plainText(first.message, TITLE_LIMIT),
    ids: [...new Set(here.map(({ rule }) => rule))],
    values: {
      ...(use && { section: use.path }),
      ...(location !== '' && { location }),
      ...fileOf(uri),
    },
  };
}

/** The path of a server's file, as the server writes it. */
function fileOf(uri: string): { readonly file?: string } {
  const path = /^iis-doctor:\/\/[^/]*\/([^?#]*)/i.exec(uri)?.[1];
  if (path === undefined) return {};
  try {
    return { file: decodeURIComponent(path).replaceAll('/', '\\') };
  } catch {
    return {};
  }
}
