import type { Answer, NonEmpty } from '../knowledge/fact';
import type { Knowledge } from '../knowledge/knowledge';
import { failedRequests, frebRanges, type FailedRequest, type SetStatus } from '../logs/freb';
import { touches } from '../text/range';
import { hexOf } from './writtenCode';
import type { Explanation } from './explanation';
import { answersForRequest } from './requestStatus';
import { additionOf, type Addition } from './win32InLogs';

/** Explains each trace of a failed request at its start tag: who set which status, when and why. */
export async function explainFailedRequests(text: string, knowledge: Knowledge): Promise<Explanation[]> {
  const explanations: Explanation[] = [];
  for (const trace of failedRequests(text)) {
    const { start, end } = trace.tag;
    const answers = await answersForTrace(trace, knowledge);
    explanations.push({ start, end, text: text.slice(start, end), kind: 'status', answers });
  }
  return explanations;
}

/** How much of a text can hold the start tag that a place is in. */
const TAG_REACH = 8_000;
const BEGINNING = '<failedRequest';

/**
 * The trace whose start tag is at a place. The whole trace is read for it, which may be far longer than what a hover
 * reads otherwise: the module that failed stands near its end.
 */
export async function failedRequestAt(text: string, offset: number, knowledge: Knowledge): Promise<Explanation | null> {
  const reach = Math.max(0, offset - TAG_REACH);
  const before = text.slice(reach, offset + BEGINNING.length);
  const found = before.lastIndexOf(BEGINNING);
  if (found < 0 || before.slice(found, offset - reach).includes('>')) return null;
  const from = reach + found;
  const [range] = frebRanges(text.slice(from));
  if (!range) return null;
  const [trace] = await explainFailedRequests(text.slice(from, from + range.end), knowledge);
  const shifted = trace && { ...trace, start: from + trace.start, end: from + trace.end };
  return shifted && touches(shifted, offset) ? shifted : null;
}

async function answersForTrace(trace: FailedRequest, knowledge: Knowledge): Promise<NonEmpty<Answer>> {
  const { status, substatus, setBy, reason, timeTaken } = trace;
  if (status < 400) return [tracedAnswer(trace)];
  const context = [setBy?.module, setBy?.notification, setBy?.configuration, reason].join(' ');
  const [first, ...rest] = (await answersForRequest(
    { status, ...(substatus !== undefined && { substatus }) },
    context,
    knowledge,
    { always: true },
  )) ?? [tracedAnswer(trace)];
  if (!setBy) return [first, ...rest];
  const addition = await additionOf(setBy.code, knowledge);
  const more = [...(first.more ?? []), ...configurationWords(setBy), ...timeWords(timeTaken)];
  const answer = { ...first, meaning: `${setByWords(setBy, trace, addition)} ${first.meaning}`, more };
  return [answer, ...(addition?.answers ?? []), ...rest];
}

/** `IIS Web Core` set it in MAP_REQUEST_HANDLER with 0x80070002: the file is not there. */
function setByWords(
  { module, notification, status, substatus, code }: SetStatus,
  trace: FailedRequest,
  addition: Addition | null,
): string {
  const same = status === trace.status && (trace.substatus ?? substatus) === substatus;
  const what = same ? 'it' : substatus ? `${status}.${substatus}` : `${status}`;
  const who = module === '' ? 'A module' : `\`${plain(module, 60)}\``;
  const when = notification === null ? '' : ` in ${plain(notification, 40)}`;
  const why = code === 0 ? '' : ` with ${hexOf(code)}${addition ? `: ${addition.says}` : ''}`;
  return `${who} set ${what}${when}${why}.`;
}

const configurationWords = ({ configuration }: SetStatus): string[] =>
  configuration === '' ? [] : [`What IIS says of the configuration: ${plain(configuration, 400)}`];

const timeWords = (milliseconds: number | null): string[] =>
  milliseconds === null ? [] : [`The request took ${milliseconds} ms.`];

/** Text of the trace within a sentence of ours, where back-ticks would be markup. */
const plain = (text: string, limit: number): string => text.replace(/`/g, "'").replace(/\s+/g, ' ').slice(0, limit);

/** A request that was traced although its status is no error: because of its time, or because a rule asks for it. */
function tracedAnswer({ status, reason, timeTaken }: FailedRequest): Answer {
  const why = reason === 'TIME_TAKEN' ? 'because of the time it took' : 'because a tracing rule names its status';
  const took = timeTaken === null ? '' : ` It took ${timeTaken} ms.`;
  return {
    id: 'freb-trace',
    name: `Trace of a request that ended with ${status}`,
    verdict: null,
    meaning: `It did not fail; it was traced ${why}.${took}`,
    checks: [
      'Where did the time go? Compare the times of the events: the largest gap is in the module that runs there.',
    ],
    sources: [],
  };
}
