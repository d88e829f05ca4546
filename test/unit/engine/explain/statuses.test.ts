import assert from 'node:assert/strict';
import { explain } from '../../../../src/engine/explain/explain';
import { lookUp } from '../../../../src/engine/explain/lookUp';
import { hoverMarkdown } from '../../../../src/engine/render/hover';
import { knowledge } from '../../../kit/knowledge';

const found = async (text: string): Promise<string[]> =>
  (await explain(text, knowledge)).explanations
    .filter(({ kind }) => kind === 'status' || kind === 'reason')
    .map(({ text: written, answers: [first] }) => `${written} = ${first.id}`);

describe('HTTP statuses in a text', () => {
  for (const [text, ...expected] of [
    ['HTTP Error 500.19 - Internal Server Error', 'HTTP Error 500.19 = status-500-19'],
    ['HTTP/1.1 404 Not Found', 'HTTP/1.1 404 = status-404'],
    ['HTTP/2 502', 'HTTP/2 502 = status-502'],
    ['HTTP-Fehler 404.13', 'HTTP-Fehler 404.13 = status-404-13'],
    ['Erreur HTTP 503.2 - Service indisponible', 'HTTP 503.2 = status-503-2'],
    ['HTTP エラー 500.21', 'HTTP エラー 500.21 = status-500-21'],
    ['HTTP Error 503. The service is unavailable.', 'HTTP Error 503 = status-503'],
    ['HTTP status code: 405', 'HTTP status code: 405 = status-405'],
    ['the page returns status code 500', '500 = status-500'],
    ['status 404 7 0', '404 7 0 = status-404-7'],
    ['sc-status=500 sc-substatus=19 sc-win32-status=33', '500 = status-500-19'],
    ['"sc-status":"404","sc-substatus":"8"', '404 = status-404-8'],
    ['statusCode="404.13"', '404.13 = status-404-13'],
    ['<error statusCode="403" subStatusCode="14" path="x.htm" />', '403 = status-403-14'],
    ['<error statusCode="401" prefixLanguageFilePath="C:\\inetpub\\custerr" path="401.htm" />', '401 = status-401'],
    ['if ($response.StatusCode -eq 503) {', '503 = status-503'],
    ['The remote server returned an error: (503) Server Unavailable.', '503 = status-503'],
    ['Response status code does not indicate success: 401 (Unauthorized).', '401 = status-401'],
    ['403.14 - Forbidden', '403.14 = status-403-14'],
    ['IIS 10.0 Detailed Error - 404.11 - Not Found', '404.11 = status-404-11'],
    [
      'Since the update every request on IIS ends in 500.30 or 502.5.',
      '500.30 = status-500-30',
      '502.5 = status-502-5',
    ],
    ['HTTP 401.1/401.2', 'HTTP 401.1 = status-401-1', '401.2 = status-401-2'],
    ['IIS answers with error 503', '503 = status-503'],
    ['a lot of 404 errors on the web site', '404 = status-404'],
    ['HTTP Error 500-13 Server too busy', 'HTTP Error 500-13 = status-500-13'],
    ['HTTP 500-100', 'HTTP 500-100 = status-500-100'],
    ['Depuis hier IIS donne une erreur 503', '503 = status-503'],
    ['IIS отвечает: ошибка 404', '404 = status-404'],
    ['IIS: \u9519\u8bef\u63d0\u793a:500.19', '500.19 = status-500-19'],
    ['IIS \u3067 503\u30a8\u30e9\u30fc', '503 = status-503'],
    ['503-Fehler von IIS', '503 = status-503'],
    [' 500.19 ', '500.19 = status-500-19'],
    ['HTTP Error 403.8', 'HTTP Error 403.8 = status-403-8'],
  ] as const)
    it(`finds it in: ${text}`, async () => assert.deepEqual(await found(text), expected));

  for (const text of [
    'version 500.19',
    'v404.13 of the module for IIS',
    'IIS took 500.30 seconds',
    'HTTP requests: 500 ms',
    'HTTP 500 requests per second',
    'an upload of 404.13 MB to the web site',
    '$500.30 for the IIS course',
    '10.0.500.19 is the web server',
    'https://web/500.19/index.htm',
    'error at line 500 of web.config',
    'System error 500 has occurred.',
    'exit status 503',
    'error 503 of the printer',
    'room 404',
    'HTTP Error 403.900',
    'HTTP 500-599',
    'HTTP 403-13',
    'ошибка 404 принтера',
    'HTTP Error 500.19.2',
    'HTTP/1.1 200 OK',
    'statusCodes="400-599"',
    'subStatusCode="503"',
    'the web site shows its error page 404.aspx',
    'KB 500.19 for IIS',
    '404.13.7 of the web framework',
    'error 5000 on the web site',
    '2026-05-01 04:04:13.500',
  ])
    it(`finds none in: ${text}`, async () => assert.deepEqual(await found(text), []));

  it('says only shortly what a configuration answers with', async () => {
    const { explanations } = await explain(
      '<httpErrors><error statusCode="404" path="404.htm" /></httpErrors>',
      knowledge,
    );
    assert.equal(explanations[0]?.answers[0].verdict, null);
    assert.equal(explanations[0].answers[0].checks, undefined);
  });

  it('tells the two meanings of a sub-status apart by the text around it', async () => {
    assert.deepEqual(await found('HTTP Error 502.5 - ANCM Out-Of-Process Startup Failure'), [
      'HTTP Error 502.5 = status-502-5',
    ]);
    assert.deepEqual(await found('Application Request Routing answers HTTP Error 502.5'), [
      'HTTP Error 502.5 = status-502-5-arr',
    ]);
  });

  it('shows the number of a status as it is', async () => {
    const { explanations } = await explain('HTTP Error 500.19', knowledge);
    assert.ok(explanations[0]);
    assert.match(hoverMarkdown(explanations[0]), /^\*\*500\\\.19: /);
  });

  it('takes linear time on hostile text', async () => {
    for (const piece of [
      'HTTP ',
      'HTTP error status ',
      'status: ',
      '500.19 ',
      '4',
      'error (',
      'Timer_',
      'HTTP' + ' '.repeat(40),
    ]) {
      const started = performance.now();
      await explain(piece.repeat(100_000 / piece.length), knowledge);
      assert.ok(performance.now() - started < 2_000, piece);
    }
  });
});

describe('reason phrases in a text', () => {
  for (const [text, ...expected] of [
    ['the log is full of Timer_ConnectionIdle', 'Timer_ConnectionIdle = httperr-timer-connectionidle'],
    ['In HTTPERR we see QueueFull', 'QueueFull = httperr-queuefull'],
    ['httperr1.log: 503 1 Disabled DefaultAppPool', 'Disabled = httperr-disabled'],
    ['return BadRequest();'],
    ['class HTTPError: NotFound, BadRequest, QueueFull'],
    ['HTTP Error 403 - Forbidden', 'HTTP Error 403 = status-403'],
    ['the queue is QueueFull'],
  ] as const)
    it(`reads: ${text}`, async () => assert.deepEqual(await found(text), expected));
});

describe('lookUp', () => {
  for (const [typed, expected] of [
    ['404', 'status-404'],
    ['500.30', 'status-500-30'],
    ['502 3 12002', 'status-502-3-timeout'],
    ['QueueFull', 'httperr-queuefull'],
    ['time-taken', 'log-field-time-taken'],
    ['1061', 'code-service-cannot-accept-control'],
  ] as const)
    it(`takes ${typed} for what it is`, async () =>
      assert.equal((await lookUp(typed, knowledge)).explanations[0]?.answers[0].id, expected));
});
