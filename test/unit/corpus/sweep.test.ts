import assert from 'node:assert/strict';
import { realConfigs } from '../../kit/configCorpus';
import { sweepAnswers } from '../../sweep/answers';
import { answersTable, LEAST_ANSWERED, LEAST_FOUND, MOST_LEFT_OUT, sweepTable } from '../../sweep/table';
import { sweep } from '../../sweep/sweep';

/** Of more than 100,000 faults that `npm run sweep` tries, about so many. */
const SAMPLE = 2_000;
const STEP = 53;

describe('damage put into real configurations', () => {
  it(`is found exactly once, at its place (a sample of about ${SAMPLE})`, function () {
    this.timeout(120_000);
    const configs = realConfigs();
    if (!configs) {
      this.skip();
      return;
    }
    let turn = 0;
    const outcome = sweep(configs, () => turn++ % STEP === 0);
    const { text, isGood } = sweepTable(outcome);
    assert.ok(isGood, `at least ${LEAST_FOUND * 100} % found, at most ${MOST_LEFT_OUT * 100} % left out\n${text}`);
    const tried = [...outcome.injected.values()].reduce((a, b) => a + b, 0);
    assert.ok(tried >= SAMPLE, `${tried} faults tried`);
  });
});

describe('hovers and completions in real configurations', () => {
  it('answer wherever the schema has something to say (a sample)', function () {
    this.timeout(60_000);
    const configs = realConfigs();
    if (!configs) {
      this.skip();
      return;
    }
    let turn = 0;
    const answers = sweepAnswers(configs, () => turn++ % STEP === 0);
    const { text, isGood } = answersTable(answers);
    assert.ok(isGood, `at least ${LEAST_ANSWERED * 100} % answered\n${text}`);
    const asked = [...answers.asked.values()].reduce((a, b) => a + b, 0);
    assert.ok(asked >= SAMPLE, `${asked} places asked`);
  });
});
