import type { Diagnosis, Explanation } from '../explain/explanation';
import type { ExplainedPiece } from '../explain/stream';
import type { Answer } from '../knowledge/fact';
import type { Position } from '../text/lineMap';
import { jsonText } from './escape';
import type { Report } from './report';

/**
 * The stable JSON of `explain`: offsets are 0-based UTF-16 units of the text without its byte-order mark, lines and
 * columns 1-based. One item a line.
 */
export class JsonReport implements Report {
  #explanations = 0;
  /** What their JSON is made of in the end, which is much longer. */
  readonly #diagnoses: PlacedDiagnosis[] = [];

  add({ explanations, diagnoses, position, read: { origin } }: ExplainedPiece): string {
    for (const { start, end, source, eventId, verdict, title, answers } of diagnoses)
      this.#diagnoses.push({
        start: origin + start,
        end: origin + end,
        ...{ source, eventId, verdict, title, answers },
        place: position(start),
      });
    let printed = '';
    for (const one of explanations) {
      printed += this.#explanations++ === 0 ? BEGIN : ITEM;
      printed += jsonText(explanationJson(one, origin, position(one.start)));
    }
    return printed;
  }

  *end(): Generator<string, void, undefined> {
    yield this.#explanations ? '\n  ],\n' : '{\n  "explanations": [],\n';
    yield '  "diagnoses": [';
    for (const [i, one] of this.#diagnoses.entries())
      yield `${i === 0 ? '' : ','}\n    ${jsonText(diagnosisJson(one))}`;
    yield this.#diagnoses.length ? '\n  ]\n}\n' : ']\n}\n';
  }
}

const ITEM = ',\n    ';
const BEGIN = '{\n  "explanations": [\n    ';

const explanationJson = (
  { start, end, text, kind, answers: [answer] }: Explanation,
  origin: number,
  place: Position,
) => ({
  start: origin + start,
  end: origin + end,
  ...place,
  text,
  kind,
  id: answer.id,
  title: answer.name,
  verdict: answer.verdict,
  summary: answer.meaning,
  ...common(answer),
});

type PlacedDiagnosis = Pick<Diagnosis, 'start' | 'end' | 'source' | 'eventId' | 'verdict' | 'title' | 'answers'> & {
  readonly place: Position;
};

const diagnosisJson = ({ answers: [answer], place, ...rest }: PlacedDiagnosis) => ({
  start: rest.start,
  end: rest.end,
  ...place,
  source: rest.source,
  eventId: rest.eventId,
  verdict: rest.verdict,
  title: rest.title,
  id: answer.id,
  summary: answer.meaning,
  causes: answer.causes ?? [],
  fix: answer.fix ?? null,
  doNot: answer.doNot ?? [],
  ...common(answer),
});

/** No remedy exists yet; the field stands in the contract. */
const common = (answer: Answer) => ({
  remedies: [] as string[],
  sources: answer.sources.map(({ document, url, says, read }) => ({ document, url: url ?? null, says, read })),
});
