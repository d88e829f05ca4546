import assert from 'node:assert/strict';
import {
  disagreement,
  readScriptJudgements,
  scriptJudgements,
  scriptsFolder,
  scriptsIn,
  toldIn,
  type Told,
} from '../../kit/scriptJudgements';

describe('what we say about real scripts', function () {
  this.timeout(60_000);
  const judgements = scriptJudgements();
  const origins = new Map(judgements.map(({ file, origin }) => [file, origin]));
  let scripts: ReadonlyMap<string, string> = new Map();

  before(function () {
    const folder = scriptsFolder();
    if (folder === null) {
      console.log(
        `      ${judgements.length} judgements of ${origins.size} scripts wait; name the folder of the scripts in IIS_DOCTOR_SCRIPTS`,
      );
      return this.skip();
    }
    scripts = scriptsIn(folder);
    const missing = [...origins.keys()].filter((file) => !scripts.has(file)).length;
    console.log(`      ${scripts.size} scripts, ${missing} of the judged ones are not here`);
  });

  it('is judged, all of it, and nowhere wrong', () => {
    assert.ok(scripts.size > 0, 'the folder has scripts');
    const told = [...scripts].flatMap(([file, text]) => toldIn(file, origins.get(file) ?? file, text, 'hardening'));
    assert.deepEqual(disagreement(told, judgements), { open: [], wrong: [], lost: [] });
  });

  it('has no finding in the profile correctness that is not right', () => {
    const right = new Set(judgements.filter(({ verdict }) => verdict === 'right').map(rowOf));
    const told = [...scripts].flatMap(([file, text]) => toldIn(file, origins.get(file) ?? file, text, 'correctness'));
    assert.deepEqual(
      told.filter(({ rule }) => rule !== '-').filter((one) => !right.has(rowOf(one))),
      [],
    );
  });
});

describe('the table of judged scripts', () => {
  const head = 'file\torigin\tline\trule\tverdict\treason\n';
  const judged = readScriptJudgements(
    `${head}a.cmd\to/r/a.cmd\t3\tiisreset\tright\tx\na.cmd\to/r/a.cmd\t4\tw3wp-killed\twrong\ty\nb.cmd\to/r/b.cmd\t-\t-\tright\tz\n`,
  );

  it('judges each place once', () => {
    const rows = scriptJudgements().map(rowOf);
    assert.deepEqual(
      rows.filter((row, i) => rows.indexOf(row) !== i),
      [],
    );
  });

  it('fails for what nobody judged, what is wrong, and what was lost', () => {
    const told: Told[] = [
      { file: 'a.cmd', line: '4', rule: 'w3wp-killed' },
      { file: 'a.cmd', line: '9', rule: 'iisreset' },
    ];
    assert.deepEqual(disagreement(told, judged), {
      open: ['a.cmd\t9\tiisreset'],
      wrong: ['a.cmd\t4\tw3wp-killed'],
      lost: ['a.cmd\t3\tiisreset'],
    });
    assert.deepEqual(disagreement([{ file: 'b.cmd', line: '-', rule: '-' }], judged), {
      open: [],
      wrong: [],
      lost: [],
    });
  });

  it('takes no row without a verdict or a reason', () => {
    assert.throws(() => readScriptJudgements(`${head}a\tb\t1\tr\tundecided\t\n`), /not judged/);
    assert.throws(() => readScriptJudgements('origin\tline\n'), /columns/);
  });

  it('counts what a rule reports twice in a line, and names a silent script', () => {
    const text = 'iisreset & iisreset\n';
    assert.deepEqual(toldIn('a.cmd', 'a.cmd', text, 'recommended'), [
      { file: 'a.cmd', line: '1 x2', rule: 'iisreset' },
    ]);
    assert.deepEqual(toldIn('a.cmd', 'a.cmd', 'rem iisreset\n', 'recommended'), [
      { file: 'a.cmd', line: '-', rule: '-' },
    ]);
  });
});

function rowOf({ file, line, rule }: Told): string {
  return `${file}\t${line}\t${rule}`;
}
