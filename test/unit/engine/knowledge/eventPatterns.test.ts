import assert from 'node:assert/strict';
import { dataPattern, messagePattern } from '../../../../src/engine/knowledge/eventPatterns';

describe('the pattern of a message', () => {
  const pattern = messagePattern(
    'A process serving pool <Pool> [was |]ended. The process id was {Id}[. The exit code was {Code}|]',
  );
  const groups = (text: string): Record<string, string> => ({ ...pattern.exec(text)?.groups });
  const all = { Pool: 'Web shop 2', Id: '47', Code: '0xc0000005' };

  for (const [how, text] of [
    [
      'as Windows writes it',
      "A process serving pool 'Web shop 2' ended. The process id was '47'. The exit code was '0xc0000005'.",
    ],
    [
      'with curly quotes',
      'A process serving pool \u2018Web shop 2\u2019 ended. The process id was \u201847\u2019. The exit code was \u20180xc0000005\u2019.',
    ],
    [
      'without quotes',
      'A process serving pool Web shop 2 was ended. The process id was 47. The exit code was 0xc0000005.',
    ],
    [
      'wrapped',
      "A process\n  serving pool 'Web shop 2'\r\n  ended. The process id\nwas '47'. The exit code was\n'0xc0000005'.",
    ],
    [
      'in a quoted mail',
      "> A process serving\n> pool 'Web shop 2' ended. The process id was '47'. The\n> exit code was '0xc0000005'.",
    ],
    [
      'with line ends of Markdown',
      "A process serving pool 'Web shop 2' ended.\\\nThe process id was '47'. The exit code was '0xc0000005'.\\",
    ],
    [
      'in JSON',
      String.raw`A process serving pool \u0027Web shop 2\u0027 ended. The process id was \u002747\u0027. The exit code was \u00270xc0000005\u0027.`,
    ],
    [
      'in HTML',
      'A process serving pool &#39;Web shop 2&#39; ended.&nbsp; The process id was &lsquo;47&rsquo;.<br />The exit code was &quot;0xc0000005&quot;.',
    ],
  ] as const)
    it(`reads the insertions ${how}`, () => assert.deepEqual(groups(text), all));

  it('does without an optional end', () =>
    assert.deepEqual(groups("A process serving pool 'Shop' ended. The process id was '47'."), {
      Pool: 'Shop',
      Id: '47',
      Code: undefined,
    }));

  it('is silent where a word is another', () =>
    assert.equal(pattern.test("A process serving pool 'Shop' began. The process id was '47'."), false));

  it('takes signs of patterns as they are', () => {
    assert.ok(messagePattern('Service (WAS) is at $5.').test('service (was)  is at $5.'));
    assert.equal(messagePattern('Service (WAS) is at $5.').test('service WAS is at $5x'), false);
  });

  it('needs no longer for hostile text', () => {
    for (const piece of [' ', 'A process serving pool ', '\\ ', '> ', '<br />', "' ended. ", '&nbsp;']) {
      const started = performance.now();
      pattern.test(`A process serving pool ${piece.repeat(20_000)}`);
      assert.ok(performance.now() - started < 2_000, piece);
    }
  });
});

describe('the pattern of codes in the data of an event', () => {
  const wrongPassword = dataPattern(0x8007052e);

  for (const text of [
    '<Binary>2E050780</Binary>',
    '0000: 2e 05 07 80',
    'In Words\n0000: 8007052E',
    'error 0x8007052e here',
    '<Binary>2E050000</Binary>',
    '0000: 2E 05 00 00   ....',
  ])
    it(`finds it in ${JSON.stringify(text)}`, () => assert.ok(wrongPassword.test(text)));

  for (const text of ['2E0507', '12E050780', '2E0507800', '0x8007052f', '2E 05 01 00'])
    it(`is silent in ${JSON.stringify(text)}`, () => assert.equal(wrongPassword.test(text), false));

  it('finds any of several codes, and cuts only codes of Windows short', () => {
    const keys = dataPattern(0x80090016, 0x80090005);
    assert.ok(keys.test('16000980') && keys.test('0000: 05 00 09 80'));
    assert.equal(keys.test('16 00 00 00'), false);
  });
});
