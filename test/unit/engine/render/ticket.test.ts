import assert from 'node:assert/strict';
import { explain, explainAt } from '../../../../src/engine/explain/explain';
import { nameReplacer } from '../../../../src/engine/render/aliases';
import { asItIs } from '../../../../src/engine/render/reworded';
import { quotedRange, ticketPage } from '../../../../src/engine/render/ticket';
import { knowledge } from '../../../kit/knowledge';

const record = [
  'Source:        Microsoft-Windows-DistributedCOM',
  'Event ID:      10016',
  'User:          CONTOSO\\svc-web',
  'Computer:      WEB01.contoso.local',
  'Description:',
  'The application-specific permission settings do not grant Local Activation permission for the COM Server application with CLSID {D63B10C5-BB46-4990-A94F-E40B9D520160} to the user CONTOSO\\svc-web SID (S-1-5-21-1-2-3-1104).',
].join('\n');
const text = `Before.\n\n${record}\n\nOn WEB01 the code 0x80070425 came.\nAfter.`;

const at = async (word: string) => {
  const found = await explainAt(text, text.indexOf(word) + 1, knowledge);
  assert.ok(found);
  return found;
};

describe('quotedRange', () => {
  const quoted = async (word: string): Promise<string> => {
    const { start, end } = quotedRange(await at(word), text);
    return text.slice(start, end);
  };
  it('is the record of a record', async () => assert.equal(await quoted('permission settings'), record));
  it('is the record of a thing in it', async () => assert.equal(await quoted('D63B10C5'), record));
  it('is the line of a thing outside any record', async () =>
    assert.equal(await quoted('0x80070425'), 'On WEB01 the code 0x80070425 came.'));
});

describe('ticketPage', () => {
  it('quotes the text above its explanation', async () => {
    const { title, markdown } = ticketPage(await at('D63B10C5'), record, asItIs);
    assert.equal(title, 'RuntimeBroker');
    assert.ok(markdown.startsWith(`\`\`\`text\n${record}\n\`\`\`\n\n# RuntimeBroker`));
    assert.match(markdown, /## Known from/);
  });

  it('replaces names in the quote and in the explanation alike, and none of our own words', async () => {
    const found = await explain(text, knowledge);
    const { markdown } = ticketPage(found, text, nameReplacer(text));
    assert.doesNotMatch(markdown, /WEB01|CONTOSO|svc-web|S-1-5-21-1/i);
    for (const words of [/host-1/, /`sid-1`/, /D63B10C5/, /https:\/\/blogs\.msdn\.microsoft\.com/])
      assert.match(markdown, words);
    const plain = ticketPage(found, text, asItIs).markdown;
    const sources = (page: string): string[] => page.split('\n').filter((line) => line.includes('(read '));
    assert.deepEqual(sources(markdown), sources(plain));
  });

  it('replaces names that an answer has out of the text', async () => {
    const found = await at('permission settings');
    const [first] = found.answers;
    const answer = {
      ...first,
      name: 'The pool on WEB01',
      meaning: 'It runs as `CONTOSO\\svc-web`.',
      checks: ['Who is S-1-5-21-1-2-3-1104?'],
      fix: 'Restart WEB01.contoso.local.',
      steps: ['On WEB01'],
      doNot: ['Do not touch WEB01.'],
      causes: ['WEB01'],
      more: ['WEB01'],
    };
    const { markdown } = ticketPage({ ...found, answers: [answer] }, record, nameReplacer(text));
    assert.doesNotMatch(markdown, /WEB01|CONTOSO|svc-web|S-1-5-21-1/i);
    assert.match(markdown, /Restart host-1\./);
  });

  it('keeps nothing in it as markup', async () => {
    const hostile = `\`\`\`\n# [x](command:evil)\n${record}`;
    const { markdown } = ticketPage(await explain(hostile, knowledge), hostile, asItIs);
    assert.ok(markdown.startsWith('````text\n```\n# [x]'));
    assert.equal(markdown.split('````').length, 3);
  });

  it('is empty where nothing is known', async () =>
    assert.equal(ticketPage(await explain('nothing', knowledge), 'nothing', asItIs).markdown, ''));
});
