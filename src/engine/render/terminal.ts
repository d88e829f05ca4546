import type { Explained } from '../explain/explanation';
import type { Answer } from '../knowledge/fact';
import { LineMap } from '../text/lineMap';
import { plainText } from './escape';
import { headlineText, withoutDoNot } from './hover';

const WIDTH = 96;

/**
 * What was found as plain text for a terminal: the records first, then the things that stand outside them.
 *
 * @param all also things inside explained records, and every repetition of a thing
 * @returns empty when nothing was found
 */
export function explainedText({ explanations, diagnoses }: Explained, text: string, all: boolean): string {
  const lines = new LineMap(text);
  const said = new Set<string>();
  const isNew = (answer: Answer): boolean => all || !said.has(answer.id);
  const blocks: string[] = [];
  for (const { start, title, answers } of diagnoses) {
    const [answer] = answers;
    blocks.push(
      [`Line ${lines.position(start).line}: ${title}`, ...(isNew(answer) ? body(answer) : [indent('As above.')])].join(
        '\n',
      ),
    );
    said.add(answer.id);
  }
  for (const { start, text: written, answers, diagnosis } of explanations) {
    const [answer] = answers;
    if (!isNew(answer) || (!all && diagnosis && !answer.verdict)) continue;
    said.add(answer.id);
    const place = `Line ${lines.position(start).line}: ${plainText(written, 60)}`;
    blocks.push([place, indent(headlineText(answer)), ...body(answer)].join('\n'));
  }
  return blocks.join('\n\n');
}

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
