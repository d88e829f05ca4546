import type { Diagnosis, Explained, Explanation } from '../explain/explanation';
import type { Answer, NonEmpty } from '../knowledge/fact';

/** What to make of words before they are shown, such as replacing names. */
export interface Wording {
  /** Text of the document. */
  readonly document: (text: string) => string;
  /** A sentence of ours, into which something of the document may have been put. */
  readonly sentence: (text: string) => string;
}

/** All words stay. */
export const asItIs: Wording = { document: (text) => text, sentence: (text) => text };

type Found = Explained | Explanation | Diagnosis;

/** The same findings in other words, in everything that a page shows of them. */
export function reworded(found: Found, wording: Wording): Found {
  // A fact stands in many findings and is reworded once.
  const answers = new Map<Answer, Answer>();
  const answer = (one: Answer): Answer => {
    const known = answers.get(one) ?? rewordedAnswer(one, wording.sentence);
    answers.set(one, known);
    return known;
  };
  const all = ([first, ...rest]: NonEmpty<Answer>): NonEmpty<Answer> => [answer(first), ...rest.map(answer)];
  const diagnosis = (one: Diagnosis): Diagnosis => ({
    ...one,
    title: wording.sentence(one.title),
    answers: all(one.answers),
  });
  const explanation = (one: Explanation): Explanation => ({
    ...one,
    text: wording.document(one.text),
    answers: all(one.answers),
    ...(one.diagnosis && { diagnosis: diagnosis(one.diagnosis) }),
  });
  if (!('answers' in found))
    return {
      ...found,
      explanations: found.explanations.map(explanation),
      diagnoses: found.diagnoses.map(diagnosis),
    };
  return 'kind' in found ? explanation(found) : diagnosis(found);
}

function rewordedAnswer(answer: Answer, say: (sentence: string) => string): Answer {
  const { name, meaning, causes, checks, fix, steps, doNot, more } = answer;
  return {
    ...answer,
    name: say(name),
    meaning: say(meaning),
    ...(causes && { causes: causes.map(say) }),
    ...(checks && { checks: checks.map(say) }),
    ...(fix !== undefined && { fix: say(fix) }),
    ...(steps && { steps: steps.map(say) }),
    ...(doNot && { doNot: doNot.map(say) }),
    ...(more && { more: more.map(say) }),
  };
}
