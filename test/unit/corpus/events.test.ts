import assert from 'node:assert/strict';
import {
  corpusFiles,
  coverageOf,
  judgementLine,
  keyOf,
  readCorpusFile,
  readJudgements,
  saidAbout,
  type Coverage,
  type Said,
} from '../../kit/judgements';

const FOLDER = 'events';

describe('what we say about real event texts', function () {
  this.timeout(60_000);
  const files = corpusFiles(FOLDER);
  const judgements = readJudgements(FOLDER);
  const all: Said[] = [];
  const coverage: Coverage[] = [];

  before(async function () {
    if (files === null) {
      console.log(`      ${judgements.length} judgements wait for a corpus; name its folder in IIS_DOCTOR_CORPUS`);
      return this.skip();
    }
    for (const file of files) {
      const text = readCorpusFile(FOLDER, file);
      all.push(...(await saidAbout(file, text)));
      coverage.push(await coverageOf(file, text));
    }
  });

  it('is judged, all of it', () => {
    const judged = new Set(judgements.map(keyOf));
    const open = all.filter((one) => !judged.has(keyOf(one))).map(judgementLine);
    assert.deepEqual(open, [], `${open.length} lines for test/judgements/${FOLDER}.tsv`);
  });

  it('is nowhere wrong', () => {
    const said = new Set(all.map(keyOf));
    assert.deepEqual(
      judgements.filter((one) => one.verdict === 'wrong' && said.has(keyOf(one))),
      [],
    );
  });

  it('is still found where it was right', () => {
    const said = new Set(all.map(keyOf));
    assert.deepEqual(
      judgements.filter((one) => one.verdict === 'right' && !said.has(keyOf(one))),
      [],
    );
  });

  after(() => {
    if (!coverage.length) return;
    const sum = (field: 'records' | 'recognised' | 'diagnosed'): number =>
      coverage.reduce((total, one) => total + one[field], 0);
    console.log(
      `      ${coverage.length} files, ${sum('records')} records, ${sum('recognised')} recognised, ${sum('diagnosed')} diagnosed`,
    );
    for (const { file, records, recognised, diagnosed, left } of coverage.filter((one) => one.left.length))
      console.log(
        `      ${file}: ${records} records, ${recognised} recognised, ${diagnosed} diagnosed; ${left.join(', ')}`,
      );
  });
});
