import assert from 'node:assert/strict';
import { LanguageClient } from '../kit/languageClient';

const record = [
  'Source:   Microsoft-Windows-DistributedCOM',
  'Event ID: 10028',
  'User:     CONTOSO\\jdoe',
  'Description:',
  'DCOM was unable to communicate with the computer PRINT02 using any of the configured protocols; requested by PID 1a4c (C:\\Deploy\\console.exe).',
].join('\n');
const text = `Computer: SRVBUILD\n\nfrom SRVBUILD:\n\n${record}\n\nthen 0x80070425 on SRVBUILD\n`;
const uri = 'file:///somewhere/a.log';

describe('an explanation with the text above it', () => {
  let client: LanguageClient;
  before(async () => {
    client = new LanguageClient();
    await client.initialize();
    await client.open(uri, text);
  });
  after(() => client.stop());

  const page = async (params: object): Promise<string> =>
    (await client.connection.sendRequest<{ markdown: string }>('iisDoctor/explain', params)).markdown;
  const at = (words: string) => ({ uri, version: 1, offset: text.indexOf(words) + 1 });

  it('quotes the record at a place', async () => {
    const markdown = await page({ ...at('unable to'), quote: 'asItIs' });
    assert.ok(markdown.startsWith(`\`\`\`text\n${record}\n\`\`\`\n\n# `), markdown);
  });

  it('replaces the names in it', async () => {
    const markdown = await page({ ...at('unable to'), quote: 'namesReplaced' });
    assert.match(markdown, /^User: {5}domain-1\\user-1$/m);
    assert.match(markdown, /the computer host-1 using/);
    assert.doesNotMatch(markdown, /PRINT02|CONTOSO|jdoe/);
  });

  it('knows names from the rest of the document', async () => {
    const markdown = await page({ ...at('0x80070425'), quote: 'namesReplaced' });
    assert.ok(markdown.startsWith('```text\nthen 0x80070425 on host-1\n```\n\n# 0x80070425'), markdown);
  });

  it('quotes a text that is in no document', async () => {
    const markdown = await page({ text: `\n${record}\n`, quote: 'namesReplaced' });
    assert.ok(markdown.startsWith('```text\nSource:   Microsoft-Windows-DistributedCOM\n'), markdown);
    assert.doesNotMatch(markdown, /PRINT02|CONTOSO|jdoe/);
  });

  it('is empty where nothing is known, and without a quote nobody asked for', async () => {
    assert.equal(await page({ text: 'nothing of note', quote: 'asItIs' }), '');
    assert.equal(await page({ uri: 'file:///not/open', version: 1, offset: 0, quote: 'asItIs' }), '');
    assert.ok((await page(at('unable to'))).startsWith('# '));
  });

  it('refuses a quote of another kind', async () => {
    await assert.rejects(page({ text: 'x', quote: 'loud' }), /Expected/);
  });
});
