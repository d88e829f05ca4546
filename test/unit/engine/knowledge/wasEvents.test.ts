import assert from 'node:assert/strict';
import { keysOfBoth, typesOfBoth, W3SVC, WAS } from '../../../../src/engine/knowledge/wasEvents';
import { explain } from '../../../../src/engine/explain/explain';
import { knowledge } from '../../../kit/knowledge';

const titles = async (text: string): Promise<string[]> =>
  (await explain(text, knowledge)).diagnoses.map(({ title }) => title);

describe('an event of WAS and its twin of IIS 6', () => {
  it('have keys 4000 apart, under the same condition', () =>
    assert.deepEqual(keysOfBoth(5057, { where: { AppPoolID: ['Shop'] } }), [
      { kind: 'event', provider: WAS, eventId: 5057, where: { AppPoolID: ['Shop'] } },
      { kind: 'event', provider: W3SVC, eventId: 1057, where: { AppPoolID: ['Shop'] } },
    ]));

  it('are told apart by the name of the service', () => {
    const [now, then] = typesOfBoth(5011, ['pool'], 'The %service% lost {pool}', 'lost');
    assert.ok(now.message?.test('The Windows Process Activation Service (WAS) lost Shop'));
    assert.ok(now.message?.test('The WAS lost Shop'));
    assert.equal(now.message?.test('The World Wide Web Publishing Service lost Shop'), false);
    assert.ok(then.message?.test('The World Wide Web Publishing Service lost Shop'));
    assert.equal(then.anchor, 'lost');
  });

  it('are both WAS to a bare message without that name', () => {
    const [now, then] = typesOfBoth(5009, ['pool'], 'The pool {pool} is gone', 'is gone');
    assert.deepEqual([now.anchor, then.anchor], ['is gone', undefined]);
  });

  it('keep their own source in a diagnosis', async () => {
    const [ofWas] = await titles(
      "A process serving application pool 'Shop' suffered a fatal communication error with the Windows Process Activation Service.",
    );
    const [ofIis6] = await titles(
      "A process serving application pool 'Shop' suffered a fatal communication error with the World Wide Web Publishing Service.",
    );
    assert.match(ofWas ?? '', /^WAS 5011 /);
    assert.match(ofIis6 ?? '', /^W3SVC 1011 /);
  });
});

describe('W3SVC of IIS 4 to 10', () => {
  for (const [source, eventId] of [
    ['W3SVC', 36],
    ['W3SVC', 1002],
    ['Microsoft-Windows-IIS-W3SVC', 1007],
    ['IIS-W3SVC', 1004],
  ] as const)
    it(`is one source, written ${source} for ${eventId}`, async () =>
      assert.match((await titles(`Source: ${source}\nEvent ID: ${eventId}\nLevel: Error`))[0] ?? '', /^W3SVC /));
});

describe('the short name WAS', () => {
  const named = async (text: string): Promise<boolean> =>
    (await explain(text, knowledge)).explanations.some(({ kind }) => kind === 'event');

  it('names the provider in capitals only, because it is also a word', async () => {
    assert.equal(await named('The event ID 5009 was logged at noon.'), false);
    assert.equal(await named('It was WAS that logged event ID 5009.'), true);
  });
});
