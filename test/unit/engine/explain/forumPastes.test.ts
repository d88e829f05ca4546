import assert from 'node:assert/strict';
import { explain } from '../../../../src/engine/explain/explain';
import { knowledge } from '../../../kit/knowledge';

const POOL =
  "Application pool 'Shop' is being automatically disabled due to a series of failures in the process(es) serving that application pool.";

/** What people put into forums, chats, tickets and mails, each with what has to be said of it. */
const pastes: Readonly<Record<string, readonly [text: string, ...ids: string[]]>> = {
  'an error page in mail that was answered twice': [
    '> > HTTP Error 500.19 - Internal Server Error\n> > Error Code   0x80070021\n> > Config Error This configuration section cannot be used at this\n> > path. This happens when the section is locked at a parent level.',
    'status-500-19',
    'code-section-locked',
    'message-section-locked',
  ],
  'an error page in columns that were lost': [
    "Config Error   Cannot add duplicate\ncollection entry of type 'add' with unique key attribute 'name' set to\n'ExtensionlessUrlHandler-Integrated-4.0'\nError Code    0x800700b7",
    'message-duplicate-entry',
    'code-duplicate-entry',
  ],
  'a handler without its module': [
    'Handler "ExtensionlessUrlHandler-Integrated-4.0" has a bad\nmodule "ManagedPipelineHandler" in its module list',
    'message-bad-module',
  ],
  'a chat with a row of HTTP.sys in it': [
    `[14:02] anna: down again\n[14:02] anna: ${POOL}\n[14:03] ben: and HTTPERR?\n[14:03] anna: 2026-11-20 08:01:02 10.0.0.9 50000 10.0.0.1 80 HTTP/1.1 GET /a 503 1 AppOffline Shop`,
    'was-5002',
    'httperr-appoffline',
  ],
  'a console, line by line numbered': [
    '  1. PS C:\\> iisreset /noforce\n  2. Attempting stop...\n  3. Restart attempt failed.\n  4. The service cannot accept control messages at this time. (2147943461, 80070425)',
    'iisreset-noforce',
    'iisreset-restart-attempt-failed',
    'code-service-cannot-accept-control',
  ],
  'net start with a code of the service': [
    'C:\\> net start w3svc\nThe World Wide Web Publishing Service service could not be started.\n\nA service specific error occurred: 2147942405.',
    'net-start-w3svc',
    'message-service-specific-error',
    'code-access-denied',
  ],
  'the console of services': [
    'Windows could not start the World Wide Web Publishing Service on Local Computer. If this is a non-Microsoft service, contact the service vendor, and refer to service-specific error code 1.',
    'message-service-specific-error',
  ],
  'a crash of the services themselves': [
    'Faulting application name: svchost.exe_iissvcs, version: 10.0.17763.1, time stamp: 0xb900eeff\nFaulting module name: iisw3adm.dll, version: 10.0.17763.1, time stamp: 0x1\nException code: 0xc0000005',
    'appcrash-iissvcs',
  ],
  'Task Manager': ['svchost.exe (iissvcs) takes one core', 'process-iissvcs'],
  'events as people say them': [
    'First DCOM 10016, then WAS 5002 and an SCM 7024, and W3SVC-WP 2280 in the other log.',
    'dcom-10016',
    'was-5002',
    'scm-7024',
    'w3svcwp-2280',
  ],
  'evidence with labels of somebody’s own': [
    'Pool: Shop\nEvent: WAS 5059\nData (hex): 2E 05 07 80\nsince patchday',
    'was-5059',
    'code-logon-failure',
  ],
  'a grid of a console': [
    '+---------------------+--------+----------+-------+\n| Time                | Source | Event ID | Level |\n+---------------------+--------+----------+-------+\n| 2026-11-20 08:01:02 | WAS    | 5002     | Error |\n+---------------------+--------+----------+-------+\n| 2026-11-20 08:02:02 | WAS    | 5059     | Error |\n+---------------------+--------+----------+-------+',
    'was-5002',
    'was-5059',
  ],
  'a table of a data base client': [
    ' time                | source | event_id\n---------------------+--------+----------\n 2026-11-20 08:01:02 | WAS    | 5002\n(1 row)',
    'was-5002',
  ],
  'a table of Jira': [
    '||Time||Source||Event ID||Message||\n|2026-11-20 08:01:02|WAS|5002|Pool Shop wurde deaktiviert|\n|2026-11-20 08:01:03|WAS|5059|-|\n\nthanks',
    'was-5002',
    'was-5059',
  ],
  'an answer of appcmd': [
    'ERROR ( message:Cannot find APPPOOL object with identifier "Shop". )',
    'message-object-not-found',
  ],
  'a box of IIS Manager': ['Value does not fall within the\nexpected range.', 'message-not-in-range'],
  'an upload': [
    'System.Web.HttpException (0x80004005): Maximum request length exceeded.\r\n   at System.Web.HttpRequest.GetEntireRawContent()',
    'aspnet-request-length',
  ],
};

describe('a paste from a forum', () => {
  for (const [what, [text, ...ids]] of Object.entries(pastes))
    it(`is explained: ${what}`, async () => {
      const { explanations, diagnoses } = await explain(text, knowledge);
      const said = new Set([...explanations, ...diagnoses].flatMap(({ answers }) => answers.map(({ id }) => id)));
      for (const id of ids) assert.ok(said.has(id), `${id} is missing in ${[...said].join(', ')}`);
    });

  it('is not explained where numbers only stand behind a name', async () => {
    for (const text of ['It WAS 5002 days ago', 'W3SVC1 and /LM/W3SVC/1/ROOT', 'DCOM 10016.5 and DCOM 99', 'was 5002'])
      assert.deepEqual(
        (await explain(text, knowledge)).explanations.filter(({ kind }) => kind === 'event'),
        [],
        text,
      );
  });
});
