import type { Diagnosis, Explanation } from '../explain/explanation';
import type { ExplainedPiece } from '../explain/stream';
import type { Answer } from '../knowledge/fact';
import type { Position } from '../text/lineMap';
import { plainText } from './escape';
import { headlineText, withoutDoNot } from './hover';
import type { Report } from './report';

const WIDTH = 96;

/**
 * What was found as plain text for a terminal: the records as they come, then the things that stand outside them, each
 * answer once. With `all` everything, in order of place.
 */
export class TerminalReport implements Report {
  readonly #all: boolean;
  readonly #said = new Set<string>();
  readonly #later: string[] = [];
  #begun = false;

  constructor(all: boolean) {
    this.#all = all;
  }

  add({ explanations, diagnoses, position }: ExplainedPiece): string {
    const records = diagnoses.map((one) => ({ start: one.start, text: this.#record(one, position(one.start)) }));
    const things = explanations.flatMap((one) => {
      const text = this.#thing(one, position);
      return text === null ? [] : [{ start: one.start, text }];
    });
    if (this.#all) return this.#print([...records, ...things].sort((a, b) => a.start - b.start).map(textOf));
    this.#later.push(...things.map(textOf));
    return this.#print(records.map(textOf));
  }

  end(): string[] {
    return [this.#print(this.#later)];
  }

  #print(blocks: readonly string[]): string {
    if (blocks.length === 0) return '';
    const lead = this.#begun ? '\n' : '';
    this.#begun = true;
    return `${lead}${blocks.join('\n\n')}\n`;
  }

  #record({ title, answers: [answer] }: Diagnosis, { line }: Position): string {
    const lines = [`Line ${line}: ${title}`, ...(this.#isNew(answer) ? body(answer) : [indent('As above.')])];
    this.#said.add(answer.id);
    return lines.join('\n');
  }

  /** null: said already, or the record that it stands in says enough. */
  #thing(
    { start, text, answers: [answer], diagnosis, forAll }: Explanation,
    position: (offset: number) => Position,
  ): string | null {
    // Two outcomes in a log of requests may have the same answer, and yet differ in what it says of their codes.
    const isNew = forAll === undefined ? this.#isNew(answer) : true;
    if (!isNew || (!this.#all && diagnosis && !answer.verdict)) return null;
    this.#said.add(answer.id);
    return [`Line ${position(start).line}: ${plainText(text, 60)}`, indent(headlineText(answer)), ...body(answer)].join(
      '\n',
    );
  }

  #isNew(answer: Answer): boolean {
    return this.#all || !this.#said.has(answer.id);
  }
}

const textOf = ({ text }: { readonly text: string }): string => text;

function body(answer: Answer): string[] {
  return [
    paragraph('', answer.meaning),
    ...(answer.checks ?? []).slice(0, 1).map((check) => paragraph('Check:', check)),
    ...(answer.fix ? [paragraph('Fix:', answer.fix)] : []),
    ...(answer.doNot ?? []).slice(0, 1).map((doNot) => paragraph('Do not:', withoutDoNot(doNot))),
    ...answer.sources.slice(0, 1).map((source) => paragraph('Source:', source.document)),
  ];
}

const indent = (line: string): string => `  ${line}`;

/** A paragraph with its label, wrapped and hanging behind the label. */
function paragraph(label: string, text: string): string {
  const hang = label ? 10 : 2;
  const first = label ? `  ${label.padEnd(8)}` : '  ';
  const rows: string[] = [];
  let row = '';
  for (const word of text.split(' ')) {
    if (row && row.length + word.length + 1 > WIDTH - hang) {
      rows.push(row);
      row = word;
    } else row = row ? `${row} ${word}` : word;
  }
  rows.push(row);
  return first + rows.join(`\n${' '.repeat(hang)}`);
}
