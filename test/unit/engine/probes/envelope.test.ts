import assert from 'node:assert/strict';
import { readEnvelope } from '../../../../src/engine/probes/envelope';
import { bytesOfBase64, textOfBase64, toBase64 } from '../../../../src/engine/text/base64';

const line = (json: string): string => `IIS-DOCTOR q7 sites ${toBase64(json)}`;

describe('the line of an answer', () => {
  it('is found behind a prompt, and only with its number', () => {
    const text = line('{"ok":true,"data":{"a":"é\u{1F600}"}}');
    const answer = { probe: 'sites', ok: true, data: '{"a":"é\u{1F600}"}' };
    assert.deepEqual(readEnvelope(text, 'q7'), answer);
    assert.deepEqual(readEnvelope(`\ufeff\u001b[?1hPS C:\\> ${text}\r`, 'q7'), answer);
    assert.equal(readEnvelope(text, 'q8'), null);
    assert.equal(readEnvelope('IIS-DOCTOR q7', 'q7'), null);
    assert.equal(readEnvelope('Welcome to CONTOSO', 'q7'), null);
  });

  it('may be an error, also a torn one', () => {
    const error = { message: 'no', hresult: '0x80070005', category: 'PermissionDenied' };
    assert.deepEqual(readEnvelope(line(JSON.stringify({ error, ok: false })), 'q7'), {
      probe: 'sites',
      ok: false,
      error,
    });
    for (const broken of ['IIS-DOCTOR q7 sites %%%', line('{"ok":fal'), line('null')]) {
      const read = readEnvelope(broken, 'q7');
      assert.equal(read?.ok, false, broken);
    }
  });

  it('carries texts of any length and kind', () => {
    for (const text of ['', 'a', '\0\uffff', 'ü'.repeat(50_000)]) assert.equal(textOfBase64(toBase64(text)), text);
    assert.throws(() => bytesOfBase64('%'));
  });
});
