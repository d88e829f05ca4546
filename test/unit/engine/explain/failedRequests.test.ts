import assert from 'node:assert/strict';
import { explain, explainAt } from '../../../../src/engine/explain/explain';
import { explanationPage } from '../../../../src/engine/render/page';
import { knowledge } from '../../../kit/knowledge';

const filler = `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="WWW Server"/><EventID>0</EventID></System><EventData><Data Name="ContextId">{80000007-0007-FF00-B63F-84710C7967BB}</Data></EventData></Event>\n`;
const failing = (module: string, code: number, configuration = ''): string =>
  `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="WWW Server"/><EventID>0</EventID></System><EventData><Data Name="ModuleName">${module}</Data><Data Name="Notification">1</Data><Data Name="HttpStatus">500</Data><Data Name="HttpSubStatus">19</Data><Data Name="ErrorCode">${code}</Data><Data Name="ConfigExceptionInfo">${configuration}</Data></EventData><RenderingInfo><Opcode>MODULE_SET_RESPONSE_ERROR_STATUS</Opcode></RenderingInfo></Event>\n`;
const trace = (event: string): string =>
  `<?xml version="1.0"?>\n<?xml-stylesheet type='text/xsl' href='freb.xsl'?>\n<failedRequest url="https://shop.test/"\n  failureReason="STATUS_CODE" statusCode="500.19" timeTaken="31">\n${filler.repeat(200)}${event}${filler}</failedRequest>\n`;

describe('the trace of a failed request', () => {
  it('says which module set which error when, with the facts behind it', async () => {
    const { explanations, diagnoses } = await explain(trace(failing('IIS Web Core', 2147942433)), knowledge);
    assert.deepEqual(diagnoses, []);
    const [found, ...others] = explanations.filter(({ kind }) => kind === 'status');
    assert.deepEqual(others, []);
    assert.ok(found);
    assert.ok(found.text.startsWith('<failedRequest'));
    assert.deepEqual(
      found.answers.map(({ id }) => id),
      ['status-500-19', 'code-section-locked'],
    );
    assert.match(found.answers[0].meaning, /^`IIS Web Core` set it in BEGIN_REQUEST with 0x80070021: /);
  });

  it('is explained at its start tag, although the module that failed stands far below', async () => {
    const text = trace(failing('IIS Web Core', 2147942405));
    const found = await explainAt(text, text.indexOf('failureReason'), knowledge);
    assert.match(found?.answers[0].meaning ?? '', /`IIS Web Core` set it in BEGIN_REQUEST with 0x80070005/);
    assert.equal(found?.start, text.indexOf('<failedRequest'));
  });

  it('takes no GUID of it for one that should be looked up', async () => {
    const { explanations } = await explain(trace(failing('M', 0)), knowledge);
    assert.ok(!explanations.some(({ answers: [first] }) => first.id === 'guid-unknown'));
  });

  it('lets no markup of the document through', async () => {
    const { explanations } = await explain(trace(failing('`x` [y](command:z)', 13, 'a`b <b> [c](d)')), knowledge);
    const { markdown } = explanationPage({ explanations, records: [], diagnoses: [] });
    assert.ok(!markdown.includes('[c](d)') && !markdown.includes('<b>'));
    assert.match(explanations[0]?.answers[0].meaning ?? '', /^`'x' \[y\]\(command:z\)` set it/);
  });

  it('that did not fail is called so', async () => {
    const text = '<failedRequest statusCode="200" failureReason="TIME_TAKEN" timeTaken="5312"></failedRequest>';
    const [found] = (await explain(text, knowledge)).explanations;
    assert.equal(found?.answers[0].id, 'freb-trace');
    assert.match(found.answers[0].meaning, /because of the time it took\. It took 5312 ms/);
  });
});
