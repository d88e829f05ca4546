import assert from 'node:assert/strict';
import { comparable } from '../../../src/app/comparable';
import { poolAction, siteAction } from '../../../src/app/serverActions';
import { destinationOf, readServerSettings } from '../../../src/app/serverSettings';
import { findCommands } from '../../../src/engine/scripts/findCommands';

describe('the setting of servers', () => {
  it('gives what it says', () => {
    const value = [
      { name: 'Shop', group: 'Production', transport: 'winrm', host: 'web1.contoso.example', port: 5986, useSsl: true },
      { name: 'Old', transport: 'folder', path: '/srv/copies/old' },
      { name: 'Here', transport: 'local' },
      { name: 'v6', transport: 'ssh', host: '[2001:db8::1]', user: 'op' },
    ];
    assert.deepEqual(readServerSettings(value), { servers: value, faults: [] });
    assert.deepEqual(readServerSettings(undefined), { servers: [], faults: [] });
  });

  for (const [what, value] of [
    ['no list', { name: 'x' }],
    ['no object', [7]],
    ['no name', [{ transport: 'local' }]],
    ['an unknown way', [{ name: 'x', transport: 'telnet' }]],
    ['a host that is an option', [{ name: 'x', transport: 'ssh', host: '-oProxyCommand=calc' }]],
    ['a host with a blank', [{ name: 'x', transport: 'winrm', host: 'a b' }]],
    ['a host with a line end', [{ name: 'x', transport: 'winrm', host: 'a\nb' }]],
    ['a user with a line end', [{ name: 'x', transport: 'ssh', host: 'a', user: 'b\nc' }]],
    ['a port that is none', [{ name: 'x', transport: 'ssh', host: 'a', port: 70_000 }]],
    ['a folder without a path', [{ name: 'x', transport: 'folder' }]],
    ['Basic authentication', [{ name: 'x', transport: 'winrm', host: 'a', authentication: 'Basic' }]],
  ] as const)
    it(`leaves out and tells ${what}`, () => {
      const { servers, faults } = readServerSettings(value);
      assert.deepEqual(servers, []);
      assert.equal(faults.length, 1);
    });

  it('takes names for the same without regard to case', () => {
    const { servers, faults } = readServerSettings([
      { name: 'Web', transport: 'local' },
      { name: 'WEB', transport: 'demo' },
    ]);
    assert.equal(servers.length, 1);
    assert.match(faults[0] ?? '', /taken/);
  });

  it('tells destinations apart by where they lead, not by their name', () => {
    const one = destinationOf({ name: 'a', transport: 'ssh', host: 'H', user: 'op' });
    assert.equal(one, destinationOf({ name: 'b', transport: 'ssh', host: 'h', user: 'OP' }));
    assert.notEqual(one, destinationOf({ name: 'a', transport: 'ssh', host: 'h', user: 'other' }));
  });
});

describe('actions on a pool or site', () => {
  for (const name of ["O'Brien", 'R&D; calc $(calc) `calc`', 'typographic \u2019 and \u201D', '100% ^ ! @'])
    it(`hand the name ${name} over as it is`, () => {
      const { command } = poolAction('recycle', name, 2);
      const [found, ...more] = findCommands('powershell', command).commands;
      assert.deepEqual(more, []);
      assert.equal(found?.arguments.at(-1)?.value, `/apppool.name:${name}`);
    });

  it('say whom they hit', () => {
    assert.match(poolAction('stop', 'Shop', 3).effect, /503.*3 requests/);
    assert.match(poolAction('recycle', 'Shop', null).effect, /sessions/);
    assert.match(siteAction('stop', 'Shop').title, /^Stop site "Shop"$/);
  });
});

describe('a configuration made comparable', () => {
  it('loses what differs on every machine and nothing else', () => {
    const text = (secret: string, key: string): string =>
      `<x sessionKey="${key}"><add password="[enc:IISWASOnlyAesProvider:${secret}:enc]" name="a" /></x>`;
    assert.equal(comparable(text('AAA=', 'k1')), comparable(text('BBB=', 'k2')));
    assert.match(comparable(text('AAA=', 'k1')), /name="a"/);
    assert.notEqual(comparable('<add name="a"/>'), comparable('<add name="b"/>'));
  });
});
