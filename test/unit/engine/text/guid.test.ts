import assert from 'node:assert/strict';
import { findGuids, normalGuid } from '../../../../src/engine/text/guid';

const POOLED = '3D14228D-FBE1-11D0-995D-00C04FD919C1';

describe('findGuids', () => {
  for (const [how, written] of [
    ['in braces', `{${POOLED}}`],
    ['without braces', POOLED],
    ['in lower case', `{${POOLED.toLowerCase()}}`],
    ['in escaped braces', `\\{${POOLED}\\}`],
    ['in braces as an address writes them', `%7B${POOLED}%7d`],
    ['with a lost hyphen', '\\{3d14228D-fbe1-11d0-995d00c04fd919c1\\}'],
    ['with typographic hyphens', POOLED.replaceAll('-', '\u2011')],
    ['broken over two lines', '{3D14228D-FBE1-11D0-\n    995D-00C04FD919C1}'],
    ['with a zero-width blank in it', '{3D14228D-FBE1-\u200B11D0-995D-00C04FD919C1}'],
  ] as const)
    it(`finds one ${how}`, () => {
      const text = `before ${written}, behind`;
      const [found, ...more] = findGuids(text);
      assert.equal(found?.guid, POOLED);
      assert.equal(text.slice(found.start, found.end), written);
      assert.deepEqual(more, []);
    });

  for (const [what, text] of [
    ['a hash of 32 digits', 'md5 3d14228dfbe111d0995d00c04fd919c1'],
    ['a placeholder', '{XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX}'],
    ['a longer run of groups', '3D14228D-FBE1-11D0-995D-00C04FD919C1-1234'],
    ['a digit too many', '3D14228D-FBE1-11D0-995D-00C04FD919C1F'],
    ['a part of a word', 'x3D14228D-FBE1-11D0-995D-00C04FD919C1'],
  ] as const)
    it(`leaves ${what} alone`, () => assert.deepEqual(findGuids(text), []));

  it('takes linear time on braces without end', () => {
    const started = performance.now();
    findGuids('{'.repeat(50_000) + '{a '.repeat(50_000) + '0123456789abcdef'.repeat(20_000));
    assert.ok(performance.now() - started < 2_000);
  });
});

describe('normalGuid', () => {
  it('refuses what has too few digits', () => assert.equal(normalGuid('{3D14228D}'), null));
});

describe('a GUID behind a backslash', () => {
  it('keeps an escape, and leaves the separator of a path alone', () => {
    const guid = '9CA88EE3-ACB7-47C8-AFC4-AB702511C276';
    const [path, escaped] = [`AppID\\{${guid}}`, `\\{${guid}\\}`].map((text) => findGuids(text)[0]);
    assert.deepEqual([path?.start, path?.end], [6, 44]);
    assert.deepEqual([escaped?.start, escaped?.end], [0, 40]);
  });
});
