import assert from 'node:assert/strict';
import { against, readBaseline, writeBaseline, type CheckedText } from '../../../../src/engine/rules/baseline';

const checked = (text: string, ...parts: readonly string[]): CheckedText => ({
  file: 'web.config',
  text,
  findings: parts.map((part) => ({
    rule: `rule-${part}`,
    severity: 'error',
    message: 'Wrong.',
    start: text.indexOf(part),
    end: text.indexOf(part) + part.length,
    fixes: [],
    related: [],
  })),
});
const baselineOf = (one: CheckedText) => {
  const baseline = readBaseline(writeBaseline([one]));
  assert.ok(baseline);
  return baseline;
};

describe('a baseline', () => {
  it('knows a finding again where its line has moved or was indented', () => {
    const baseline = baselineOf(checked('x\n\t<a  bad />\r\ny', 'bad'));
    const { findings, known, stale } = against(baseline, checked('new\n\nx\n    <a bad />', 'bad'));
    assert.deepEqual([findings.length, known, stale], [0, 1, 0]);
  });

  it('holds as many as it counts, and tells what it holds in vain', () => {
    const baseline = baselineOf(checked('bad', 'bad'));
    assert.equal(against(baseline, checked('bad', 'bad', 'bad')).findings.length, 1);
    assert.equal(against(baseline, checked('good')).stale, 1);
    assert.equal(against(baseline, { ...checked('bad', 'bad'), file: 'b.config' }).findings.length, 1);
  });

  it('is written in a fixed order, with nothing of a file without findings', () => {
    const [a, b] = [checked('one two', 'one', 'two'), { ...checked('one', 'one'), file: 'a.config' }];
    const clean = { ...checked(''), file: 'clean.config' };
    assert.equal(writeBaseline([a, b, clean]), writeBaseline([clean, b, a]));
    assert.ok(!writeBaseline([clean]).includes('clean'));
  });

  for (const text of [
    '',
    '[]',
    '{}',
    '{"version":2,"files":{}}',
    '{"version":1,"files":{"a":[{}]}}',
    '{"version":1,"files":[]}',
  ])
    it(`is not ${text || 'an empty file'}`, () => assert.equal(readBaseline(text), null));
});
