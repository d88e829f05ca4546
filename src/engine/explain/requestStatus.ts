import type { Answer, NonEmpty } from '../knowledge/fact';
import type { Knowledge, Known } from '../knowledge/knowledge';
import type { Row } from '../knowledge/table';
import { rowSources } from './tableAnswer';
import { additionOf, codeWords } from './win32InLogs';

/** The outcome of a request, as far as a text tells it. */
export interface RequestStatus {
  /** HTTP status: `404`. */
  readonly status: number;
  readonly substatus?: number;
  /** Win32 code or HRESULT, unsigned; 0 is no error. */
  readonly win32?: number;
}

/**
 * The three numbers as a log writes them, with blanks between: `401 2 5`, and `401 - 5` where it has no sub-status. The
 * conditions of facts are held against it.
 */
export const statusWords = ({ status, substatus, win32 }: RequestStatus): string =>
  [status, substatus ?? (win32 === undefined ? undefined : '-'), win32].filter((part) => part !== undefined).join(' ');

export interface RequestOptions {
  /** There is no doubt that it is a status: one that nobody has is answered too. */
  readonly always?: boolean | undefined;
  /** What came of it: `then 200`. */
  readonly outcome?: string | undefined;
}

/**
 * What we know of an outcome, the meaning in IIS first: the facts of this very sub-status, else the table behind them,
 * else, for a status without one, the facts of the status. What the Win32 status adds is said in the same answer, and
 * what is known of that code in general follows.
 *
 * @param context text around the status: several modules use the same sub-statuses
 */
export async function answersForRequest(
  request: RequestStatus,
  context: string,
  knowledge: Knowledge,
  { always = false, outcome }: RequestOptions = {},
): Promise<NonEmpty<Answer> | null> {
  const words = outcome === undefined ? statusWords(request) : `${statusWords(request)} ${outcome}`;
  const { status, substatus, win32 } = request;
  const known = fitting(knowledge.status(status, substatus), substatus, `${words}\n${context}`);
  const [best] = known;
  const [first, ...rest] = best
    ? known.map(({ fact }) => fact)
    : [(await rowAnswer(request, knowledge)) ?? (always ? generalAnswer(request, knowledge) : null)];
  if (!first) return null;
  // A fact about just these numbers says it all.
  if (best?.key.context?.test(words)) return [first];
  const others = rest.filter((answer) => answer !== null);
  const addition = win32 === undefined ? null : await additionOf(win32, knowledge);
  if (!addition || win32 === undefined) return [first, ...others];
  const sentence = `sc-win32-status ${codeWords(win32)}: ${addition.says}.`;
  return [{ ...first, meaning: `${first.meaning} ${sentence}` }, ...others, ...addition.answers];
}

/**
 * The facts whose conditions hold, the most exact ones first. Those of the status in general count only for a status
 * without a sub-status.
 */
function fitting(
  known: readonly Known<'status'>[],
  substatus: number | undefined,
  context: string,
): readonly Known<'status'>[] {
  const exactness = ({ key }: Known<'status'>): number => (key.substatus === undefined ? 0 : 2) + (key.context ? 1 : 0);
  const hold = known
    .filter(({ key }) => key.context?.test(context) ?? true)
    .sort((a, b) => exactness(b) - exactness(a));
  const exact = hold.filter((one) => exactness(one) > 0);
  return exact.length || substatus ? exact : hold;
}

async function rowAnswer({ status, substatus }: RequestStatus, knowledge: Knowledge): Promise<Answer | null> {
  const codes = substatus ? [`${status}.${substatus}`] : [`${status}.0`, `${status}`];
  for (const code of substatus === undefined ? codes.reverse() : codes) {
    const row = await knowledge.row('statuses', code);
    if (row) return answerOfRow(row);
  }
  return null;
}

const answerOfRow = (row: Row): Answer => {
  const { code = '', title = '', usualCause = '', firstCheck = '' } = row;
  return {
    id: `status-${code.replace('.', '-')}`,
    name: `${code} ${title}`.slice(0, 60),
    verdict: null,
    meaning: usualCause,
    ...(firstCheck !== '' && firstCheck !== 'nothing' ? { checks: [`Look at: ${firstCheck}.`] } : {}),
    sources: rowSources(row),
  };
};

/** An answer for a sub-status that nobody has: what is known of the status alone. */
function generalAnswer({ status, substatus }: RequestStatus, knowledge: Knowledge): Answer {
  const code = substatus ? `${status}.${substatus}` : `${status}`;
  const general = knowledge.status(status).find(({ key }) => !key.context && key.substatus === undefined);
  const unknown = `We have no entry for ${code}: a module or the application chose this number.`;
  if (general) return { ...general.fact, name: `${code}, of: ${general.fact.name}`.slice(0, 60), meaning: unknown };
  return { id: 'status-unknown', name: `HTTP status ${code}`, verdict: null, meaning: unknown, sources: [] };
}
