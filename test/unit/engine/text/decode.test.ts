import assert from 'node:assert/strict';
import { decode } from '../../../../src/engine/text/decode';

const text = 'Source: DCOM\r\nAccès refusé {é}';
const utf16 = Buffer.from(text, 'utf16le');

describe('decode', () => {
  for (const [encoding, how, bytes] of [
    ['utf-8', 'plain', Buffer.from(text)],
    ['utf-8', 'with a mark', Buffer.from(`\uFEFF${text}`)],
    ['utf-16le', 'with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ['utf-16le', 'without a mark', utf16],
    ['utf-16be', 'with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()])],
    ['utf-16be', 'without a mark', Buffer.from(utf16).swap16()],
    ['windows-1252', 'of a Western Windows', Buffer.from(text, 'latin1')],
  ] as const)
    it(`reads ${encoding} ${how}`, () => assert.deepEqual(decode(bytes), { text, encoding }));

  it('reads an empty file', () => assert.equal(decode(new Uint8Array()).text, ''));
  it('reads random bytes without failing', () =>
    assert.equal(typeof decode(Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)).text, 'string'));
});
