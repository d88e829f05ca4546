import assert from 'node:assert/strict';
import { explain } from '../../../../src/engine/explain/explain';
import type { Explained } from '../../../../src/engine/explain/explanation';
import { ExplainStream, type ExplainedPiece } from '../../../../src/engine/explain/stream';
import { moveExplained } from '../../../../src/engine/explain/move';
import { LineMap } from '../../../../src/engine/text/lineMap';
import { knowledge } from '../../../kit/knowledge';

/** Small, so that a short text has many windows. */
const WINDOW = 150_000;

const record = (i: number): string =>
  [
    `Log Name: System`,
    `Source: Microsoft-Windows-DistributedCOM`,
    `Event ID: ${i % 3 ? 10016 : 10010}`,
    'Description:',
    i % 3
      ? 'The application-specific permission settings do not grant Local Activation permission for the COM Server application with CLSID {D63B10C5-BB46-4990-A94F-E40B9D520160} and APPID {9CA88EE3-ACB7-47C8-AFC4-AB702511C276} to the user NT AUTHORITY\\SYSTEM SID (S-1-5-18) from address LocalHost (Using LRPC).'
      : 'The server {3D14228D-FBE1-11D0-995D-00C04FD919C1} did not register with DCOM within the required timeout.',
    '',
    `Words in between, code 0x80070425, number ${i}.`,
    '',
  ].join('\n');

async function inPieces(text: string, size: number): Promise<ExplainedPiece[]> {
  const stream = new ExplainStream(knowledge, { window: WINDOW });
  const pieces: ExplainedPiece[] = [];
  for (let at = 0; at < text.length; at += size) {
    const piece = await stream.push(text.slice(at, at + size));
    if (piece) pieces.push(piece);
  }
  return [...pieces, await stream.end()];
}

const essence = ({ records, explanations, diagnoses }: Explained) => ({
  records: records.map(({ start, end, eventId }) => [start, end, eventId]),
  explanations: explanations.map(({ start, end, text, answers }) => [start, end, text, answers[0].id]),
  diagnoses: diagnoses.map(({ start, end, title, spans }) => [start, end, title, spans]),
});

function joined(pieces: readonly ExplainedPiece[]): Explained {
  const placed = pieces.map((piece) => moveExplained(piece, (offset) => piece.read.origin + offset));
  return {
    records: placed.flatMap(({ records }) => records),
    explanations: placed.flatMap(({ explanations }) => explanations),
    diagnoses: placed.flatMap(({ diagnoses }) => diagnoses),
  };
}

describe('a text in pieces', () => {
  const text = Array.from({ length: 2_000 }, (_, i) => record(i)).join('');
  for (const size of [16_411, 200_000, text.length])
    it(`is explained like the whole text, ${size} characters at a time`, async function () {
      this.timeout(60_000);
      const pieces = await inPieces(text, size);
      const whole = await explain(text, knowledge);
      assert.ok(whole.diagnoses.length >= 2_000);
      assert.deepEqual(essence(joined(pieces)), essence(whole));
      const lines = new LineMap(text);
      for (const piece of pieces)
        for (const { start } of piece.diagnoses.slice(0, 5))
          assert.deepEqual(piece.position(start), lines.position(piece.read.origin + start));
    });

  it('may be empty', async () => assert.deepEqual(essence(joined(await inPieces('', 5))).records, []));

  it('may be one line', async function () {
    this.timeout(60_000);
    const line = 'x iisreset y '.repeat(60_000);
    const pieces = await inPieces(line, 50_000);
    assert.ok(pieces.length > 1);
    assert.equal(joined(pieces).explanations.length, 60_000);
    const last = pieces.at(-1)!;
    assert.equal(last.position(line.length - 10 - last.read.origin).column, line.length - 9);
  });
});
