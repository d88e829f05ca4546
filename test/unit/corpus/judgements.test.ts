import assert from 'node:assert/strict';
import {
  judgementLine,
  keyOf,
  readJudgements,
  readTable,
  summed,
  TABLES,
  type Coverage,
  type Reading,
} from '../../kit/judgements';

describe('what we say about real files', function () {
  this.timeout(60_000);
  const coverage: Coverage[] = [];

  for (const table of TABLES)
    describe(table.folders.join(' and '), () => {
      const judgements = readJudgements(table);
      let reading: Reading = { files: 0, said: [], coverage: [] };

      before(async function () {
        const read = await readTable(table);
        if (!read) {
          console.log(`      ${judgements.length} judgements wait for a corpus; name its folder in IIS_DOCTOR_CORPUS`);
          return this.skip();
        }
        reading = read;
        coverage.push(...read.coverage);
      });

      it('is judged once, all of it, each with a reason', () => {
        const judged = new Set(judgements.map(keyOf));
        const open = reading.said.filter((one) => !judged.has(keyOf(one))).map(judgementLine);
        assert.deepEqual(open, [], `${open.length} lines for test/judgements/${table.name}.tsv`);
        assert.equal(judged.size, judgements.length, 'a place is judged twice');
        assert.deepEqual(
          judgements.filter(({ reason }) => reason === ''),
          [],
        );
      });

      it('is nowhere wrong', () => {
        const said = new Set(reading.said.map(keyOf));
        assert.deepEqual(
          judgements.filter((one) => one.verdict === 'wrong' && said.has(keyOf(one))),
          [],
        );
      });

      it('is still said where it was right', () => {
        const said = new Set(reading.said.map(keyOf));
        assert.deepEqual(
          judgements.filter((one) => one.verdict === 'right' && !said.has(keyOf(one))),
          [],
        );
      });
    });

  after(() => {
    if (!coverage.length) return;
    for (const one of coverage.filter(({ left }) => left.length))
      console.log(
        `      ${one.file}: ${one.records} records, ${one.recognised} recognised, ${one.diagnosed} diagnosed; ${one.left.join(', ')}`,
      );
    console.log(`      ${summed(coverage)}`);
  });
});
