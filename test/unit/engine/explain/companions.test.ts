import assert from 'node:assert/strict';
import { explainAt } from '../../../../src/engine/explain/explain';
import { hoverMarkdown } from '../../../../src/engine/render/hover';
import { explanationPage } from '../../../../src/engine/render/page';
import { WAS, knowledge, diagnosesOf, record } from '../../../kit/smallKnowledge';

describe('companions', () => {
  const at = (minute: number): string => `Date: 2026-11-20T08:${`${minute}`.padStart(2, '0')}:00Z\n`;
  const disabled = (more = ''): string => record('WAS', 5002, "The pool 'Shop' is being disabled.", more);
  const ended = (more = ''): string =>
    record('WAS', 5009, "The pool 'Other' terminated. Process '1', code '0x0'", more);
  const tied = async (text: string): Promise<string[]> =>
    (await diagnosesOf(text)).map(({ companions }) => companions.map(({ eventId }) => eventId).join());

  it('tie two records together, on both sides', async () => {
    const text = ended() + disabled();
    const [first, second] = await diagnosesOf(text);
    assert.deepEqual(first?.companions, [
      {
        start: second?.start,
        end: second?.end,
        source: 'WAS',
        eventId: 5002,
        says: 'The pool was disabled because its process ended again and again.',
      },
    ]);
    assert.deepEqual(
      second?.companions.map(({ start, eventId }) => [start, eventId]),
      [[first.start, 5009]],
    );
  });

  it('stand within ten minutes', async () => {
    assert.deepEqual(await tied(ended(at(0)) + disabled(at(10))), ['5002', '5009']);
    assert.deepEqual(await tied(ended(at(0)) + disabled(at(11))), ['', '']);
    assert.deepEqual(await tied(disabled(at(10)) + ended(at(0))), ['5009', '5002']);
  });

  it('stand within twenty records where a time is missing', async () => {
    const other = record('Unheard-Of', 1, 'Some message of it.');
    assert.deepEqual(await tied(ended() + other.repeat(19) + disabled(at(1))), ['5002', '5009']);
    assert.deepEqual(await tied(ended() + other.repeat(20) + disabled(at(1))), ['', '']);
  });

  it('are the nearest ones, each event once', async () => {
    const diagnoses = await diagnosesOf(ended() + ended() + disabled() + disabled());
    assert.deepEqual(
      diagnoses.map(({ companions }) => companions.length),
      [0, 1, 1, 1],
    );
    assert.equal(diagnoses[2]?.companions[0]?.start, diagnoses[1]?.start);
  });

  it('are named in the hover and on the page', async () => {
    const text = ended() + disabled();
    const line = '**Together with** WAS 5009: The pool was disabled because its process ended again and again.';
    for (const place of [text.lastIndexOf('Source'), text.lastIndexOf('5002')]) {
      const found = await explainAt(text, place, knowledge);
      assert.ok(found);
      assert.ok(hoverMarkdown(found).includes(line));
      assert.ok(explanationPage(found).markdown.includes(line));
    }
  });

  it('keep their places when only the surroundings are read', async () => {
    const text = 'words\n'.repeat(10_000) + ended() + disabled(at(1));
    const found = await explainAt(text, text.lastIndexOf('Source'), knowledge);
    assert.ok(found && 'companions' in found);
    assert.ok(text.slice(found.companions[0]?.start).startsWith('Source: WAS\nEvent ID: 5009'));
    assert.ok(found.time && text.slice(found.time.range.start, found.time.range.end) === '2026-11-20T08:01:00Z');
  });
});

describe('explainAt', () => {
  it('reads a row of a long table by the header at the beginning of the document', async () => {
    const row = `"11/20/2026 8:01:02 AM","W","Error","5002","The pool 'Shop' is being disabled.","${WAS}"\n`;
    const text = `"TimeCreated","MachineName","LevelDisplayName","Id","Message","ProviderName"\n${row.repeat(2_000)}`;
    const found = await explainAt(text, text.lastIndexOf('Shop'), knowledge);
    assert.ok(found && 'title' in found);
    assert.equal(found.title, 'WAS 5002 · look closer · disabled');
  });
});
