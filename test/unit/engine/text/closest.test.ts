import assert from 'node:assert/strict';
import { closest } from '../../../../src/engine/text/closest';

describe('closest', () => {
  const names = ['enabled', 'users', 'maxAllowedContentLength', 'path', 'Auto', 'id'];
  for (const [written, meant] of [
    ['Enabled', 'enabled'],
    ['enable', 'enabled'],
    ['enabeld', 'enabled'],
    ['user', 'users'],
    ['maxAllowedContentLenght', 'maxAllowedContentLength'],
    ['maxallowedcontentsize', null],
    ['pat', 'path'],
    ['pth', 'path'],
    ['pathh', 'path'],
    ['puth', 'path'],
    ['atuo', 'Auto'],
    ['ab', null],
    ['xyz', null],
    ['', null],
    ['e'.repeat(65), null],
  ] as const)
    it(`${written === '' ? 'nothing' : written} -> ${meant ?? 'nothing'}`, () =>
      assert.equal(closest(written, names), meant));

  it('prefers what differs only in its case', () => assert.equal(closest('AUTO', ['Aut', 'auto']), 'auto'));

  it('takes the nearest', () => assert.equal(closest('appPools', ['apPol', 'appPool', 'apppoolz']), 'appPool'));
});
