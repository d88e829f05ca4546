import assert from 'node:assert/strict';
import { everyWay } from '../kit/everyWay';
import { hostileTexts } from '../kit/hostileTexts';
import { knowledge } from '../kit/knowledge';
import { literalExpressions, usedExpressions } from '../kit/regularExpressions';
import { worstCases } from '../kit/worstCases';

/** So long a text shows what is quadratic: it then takes hundreds of times as long as what is linear. */
const LENGTH = 5_000;
/** For one text. What reads each sign up to two hundred times takes a tenth of it. */
const LIMIT_MS = 8;

function milliseconds(expression: RegExp, text: string): number {
  const started = process.cpuUsage();
  if (expression.global) text.replace(expression, '');
  else {
    expression.lastIndex = 0;
    expression.exec(text);
  }
  return process.cpuUsage(started).user / 1000;
}

/** Whether one of a few tries is fast enough; a machine at work only ever makes it slower, and the first one compiles. */
const isFast = (expression: RegExp, text: string, tries = 6): boolean =>
  tries > 0 && (milliseconds(expression, text) < LIMIT_MS || isFast(expression, text, tries - 1));

const slowOn = (expression: RegExp): string[] =>
  worstCases(expression, LENGTH)
    .filter((text) => !isFast(expression, text))
    .map((text) => JSON.stringify(text.slice(0, 80)));

describe('every regular expression takes its worst case', function () {
  this.timeout(60_000);

  it('where the source code writes it down', () => {
    const found = literalExpressions('src/engine');
    assert.ok(found.length > 500);
    const slow = found.flatMap(({ expression, place }) => {
      const [text] = slowOn(expression);
      return text === undefined ? [] : [`${place}: ${expression.source.slice(0, 300)} on ${text}`];
    });
    assert.deepEqual(slow, []);
  });

  it('where it is put together', async () => {
    const written = new Set(literalExpressions('src/engine').map(({ expression }) => `${expression}`));
    const used = await usedExpressions(async () => {
      for (const { grow } of hostileTexts) await everyWay.explain!(grow(300));
      await everyWay['ticket with names replaced']!('Account Name: CONTOSO\\John Smith\nComputer: WEB01');
    });
    // Of those that differ by a number only, one.
    const shapes = new Map(used.map((expression) => [`${expression}`.replace(/\d{2,}/g, '00'), expression]));
    const combined = [...shapes.values()].filter((expression) => !written.has(`${expression}`));
    assert.ok(combined.length > 20);
    for (const expression of combined) assert.deepEqual(slowOn(expression), [], expression.source.slice(0, 300));
  });

  it('and one that does not is found', () => {
    for (const quadratic of [/\s+$/, /[a-z]+\d/, /(?:a|b)+c/])
      assert.ok(
        worstCases(quadratic, LENGTH).some((text) => !isFast(quadratic, text)),
        quadratic.source,
      );
  });
});

describe('the samples of facts', function () {
  this.timeout(60_000);

  /** Digits, blanks, quotes, letters and more: what a value may hold, far more of it than any value has. */
  const RUNS = ['0', ' ', '\t', '\n', "'", '"', 'a', 'A ', '\\', '{', '-', '.'].map((piece) => piece.repeat(1_000));

  it('take long runs in their middle', () => {
    const patterns = knowledge.eventTypes.flatMap(({ message }) => message ?? []);
    const samples = knowledge.facts.flatMap((fact) => fact.samples);
    for (const pattern of patterns) {
      const sample = samples.find((text) => pattern.test(text))?.replace(/\s+/g, ' ');
      if (sample === undefined) continue;
      for (const { index } of [...sample.matchAll(/\b/g)].filter((_, i) => i % 8 === 1))
        for (const run of RUNS) {
          const text = sample.slice(0, index) + run + sample.slice(index);
          assert.ok(
            isFast(pattern, text),
            `${pattern.source.slice(0, 200)} on ${JSON.stringify(text.slice(0, index + 5))}`,
          );
        }
    }
  });
});
