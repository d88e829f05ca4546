import assert from 'node:assert/strict';
import { beforePaste, withoutPasteMarks } from '../../../../src/engine/logs/pasted';

describe('withoutPasteMarks', () => {
  for (const [what, written, expected] of [
    ['quotes', 'one\n> two\n>> three', 'one\n  two\n   three'],
    ['comments', 'one\n# two\n// three\nrem four\n:: five\n-- six', 'one\n  two\n   three\n    four\n   five\n   six'],
    ['tags', 'one<br />two <b>three</b>', 'one      two    three    '],
    ['entities', 'was &lsquo;17&rsquo;,&nbsp;it', "was       '17'      ,      it"],
    ['typographic quotes', 'was ‘17’ “x”', 'was \'17\' "x"'],
    ['escaped line ends', 'CLSID \\r\\n{1}_x000D__x000A_x', 'CLSID     {1}              x'],
    ['hard line breaks', 'CLSID\\\n{1}\\\n', 'CLSID \n{1} \n'],
    ['emphasis', '**CLSID** `{1}` _x_', '  CLSID    {1}   x '],
  ] as const)
    it(`blanks out ${what}`, () => assert.equal(withoutPasteMarks(written), expected));

  for (const text of [
    'C:\\Windows\\system32\\ntdll.dll',
    'IWAM_WEB',
    'http://*:80/',
    'pool "*"',
    'the server <clsid>',
    'remote\nreminds',
  ])
    it(`leaves ${JSON.stringify(text)}`, () => assert.equal(withoutPasteMarks(text), text));

  it('keeps every place', () => {
    const text = '“a”\n> <i>b</i> &amp; \\r\\n *c*';
    assert.equal(withoutPasteMarks(text).length, text.length);
  });
});

describe('beforePaste', () => {
  for (const [written, expected] of [
    ['was &lsquo;17&rsquo;.&nbsp;It', "was '17'. It"],
    ['one\n> two', 'one\ntwo'],
    ['one<br />two <em>three</em>', 'one two three'],
    ['CLSID \\r\\n{1}', 'CLSID  {1}'],
    ['**CLSID** `{1}`\\\n', 'CLSID {1}\n'],
    ['the server <clsid> of IWAM_WEB', 'the server <clsid> of IWAM_WEB'],
  ] as const)
    it(`reads ${JSON.stringify(written)}`, () => assert.equal(beforePaste(written), expected));
});
