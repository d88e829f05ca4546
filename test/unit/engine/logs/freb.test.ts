import assert from 'node:assert/strict';
import { eventXmlRecords } from '../../../../src/engine/logs/eventXml';
import { failedRequests } from '../../../../src/engine/logs/freb';

interface Set {
  readonly module: string;
  readonly status: number;
  readonly substatus?: number;
  readonly code?: number;
  readonly notification?: number;
  readonly words?: string;
}

const event = ({ module, status, substatus = 0, code = 0, notification = 16, words }: Set): string => `
<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">
 <System><Provider Name="WWW Server" Guid="{3A2A4E84-4C21-4981-AE10-3FDA0D9B0F83}"/><EventID>0</EventID></System>
 <EventData><Data Name="ModuleName">${module}</Data><Data Name="Notification">${notification}</Data>
  <Data Name="HttpStatus">${status}</Data><Data Name="HttpReason">x</Data><Data Name="HttpSubStatus">${substatus}</Data>
  <Data Name="ErrorCode">${code}</Data><Data Name="ConfigExceptionInfo"></Data></EventData>
 <RenderingInfo Culture="en-US"><Opcode>MODULE_SET_RESPONSE_ERROR_STATUS</Opcode>
  ${words === undefined ? '' : `<freb:Description Data="Notification">${words}</freb:Description>`}</RenderingInfo>
</Event>`;

const trace = (attributes: string, ...events: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8" ?>\r\n<?xml-stylesheet type='text/xsl' href='freb.xsl'?>\r\n<failedRequest url="http://x/" ${attributes}\r\n xmlns:freb="http://schemas.microsoft.com/win/2006/06/iis/freb">${events.join('')}\n</failedRequest>\n`;

describe('failedRequests', () => {
  it('finds the module that set the final status', () => {
    const text = trace(
      'statusCode="404.8" failureReason="STATUS_CODE" timeTaken="15"',
      event({ module: 'Early', status: 401, substatus: 2 }),
      event({ module: 'RequestFilteringModule', status: 404, substatus: 8, notification: 1, words: 'BEGIN_REQUEST' }),
      event({ module: 'Late', status: 404, substatus: 0 }),
    );
    const [found, ...others] = failedRequests(text);
    assert.deepEqual(others, []);
    assert.equal(found?.setBy?.module, 'RequestFilteringModule');
    assert.equal(found.setBy.notification, 'BEGIN_REQUEST');
    assert.deepEqual([found.status, found.substatus, found.timeTaken], [404, 8, 15]);
    assert.ok(text.slice(found.tag.start, found.tag.end).startsWith('<failedRequest'));
    assert.ok(text.slice(found.tag.start, found.tag.end).endsWith('freb">'));
  });

  it('takes the sub-status from the event where the trace has none', () => {
    const [found] = failedRequests(trace('statusCode="404"', event({ module: 'IIS Web Core', status: 404 })));
    assert.equal(found?.substatus, 0);
  });

  it('names the notification by its number', () => {
    const [found] = failedRequests(trace('statusCode="500"', event({ module: 'M', status: 500, code: 2147942413 })));
    assert.equal(found?.setBy?.notification, 'MAP_REQUEST_HANDLER');
    assert.equal(found.setBy.code, 0x8007000d);
  });

  it('reads a trace that is cut off, and several in one text', () => {
    const one = trace('statusCode="403.14"', event({ module: 'DirectoryListingModule', status: 403, substatus: 14 }));
    assert.equal(failedRequests(one.slice(0, -30))[0]?.setBy?.module, 'DirectoryListingModule');
    assert.equal(failedRequests(one + one).length, 2);
    assert.equal(failedRequests('<failedRequest').length, 0);
  });

  it('does without any module', () => {
    assert.equal(failedRequests(trace('statusCode="200" failureReason="TIME_TAKEN"'))[0]?.setBy, null);
  });

  it('takes linear time on many that never end', () => {
    const started = performance.now();
    failedRequests('<failedRequest '.repeat(50_000));
    assert.ok(performance.now() - started < 2_000);
  });
});

describe('eventXmlRecords', () => {
  const free = (): boolean => false;
  it('takes no event of a trace for a record of an event log', () => {
    assert.deepEqual(eventXmlRecords(trace('statusCode="500"', event({ module: 'M', status: 500 })), free), []);
    assert.deepEqual(eventXmlRecords(event({ module: 'M', status: 500 }), free), []);
  });
});
