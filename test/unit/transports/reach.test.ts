import assert from 'node:assert/strict';
import { isHost, reach } from '../../../src/transports/winrm/reach';
import { listening } from '../../kit/standIn';
import { faultIn, never } from '../../kit/powershellPool';

describe('looking whether a host answers', () => {
  it('passes where something answers', async () => {
    const { server, port } = await listening();
    let connecting = false;
    await reach('127.0.0.1', port, never, () => (connecting = true));
    assert.ok(connecting);
    server.close();
    assert.equal(await faultIn(reach('127.0.0.1', port, never, () => undefined)), 'connectionRefused');
  });

  it('names a host that is not there', async () =>
    assert.equal(await faultIn(reach('no-such-host.invalid', 5985, never, () => undefined)), 'hostNotFound'));

  it('ends with a cancel', async () => {
    const cancel = new AbortController();
    cancel.abort(new Error('no'));
    await assert.rejects(
      reach('127.0.0.1', 9, cancel.signal, () => undefined),
      /^Error: no$/,
    );
  });

  it('knows what can be a host', () => {
    for (const host of ['web1', 'WEB-1.contoso.example', '192.0.2.1', '::1', 'fe80::1%eth0', 'bücher.example', '_x'])
      assert.ok(isHost(host), host);
    for (const host of ['', '-x', 'a b', 'a\nb', 'a/b', 'a:b', "a'", '$(x)', 'a;b', 'x'.repeat(300)])
      assert.ok(!isHost(host), host);
  });
});
