import { defineFamily, type Key, type NonEmpty, type Source } from '../fact';

const READ = '2026-11-21';
const timeTaken: Source = {
  document: 'Microsoft Support, KB 944884: the time-taken field in IIS HTTP logging',
  says: 'HTTP.sys waits for the acknowledgement of the client before it writes the row, so the network is in the time.',
  read: READ,
};
const lostClients: Source = {
  document: 'Kristofer Gafvert: sc-status 200 with sc-win32-status 64, and why time-taken is large',
  says: 'The page was made without error; the client or a proxy ended the connection before it had acknowledged all of it.',
  read: READ,
};
const codes: Source = {
  document: 'Windows header file winerror.h',
  says: 'The meaning of the code in the column sc-win32-status.',
  read: READ,
};

const key = (status: number, codes: string): Key => ({
  kind: 'status',
  status,
  context: new RegExp(`^${status} (?:\\d{1,4}|-) (?:${codes})\\b`),
});

/** Statuses under which such a code looks like an error of the server, and is none. */
const withCode = (codes: string): NonEmpty<Key> => [
  key(200, codes),
  key(206, codes),
  key(301, codes),
  key(302, codes),
  key(304, codes),
];
const row = (numbers: string): string =>
  `#Fields: date time s-ip cs-method cs-uri-stem c-ip sc-status sc-substatus sc-win32-status sc-bytes time-taken\n2026-10-12 08:00:01 10.6.6.6 GET /video/1.mp4 198.51.100.7 ${numbers} 65536 30210`;

/** Requests that succeeded and still have a code in sc-win32-status. */
export default defineFamily({
  facts: [
    {
      id: 'status-client-gone',
      name: 'Win32 64 behind a success: the client was gone',
      verdict: 'benign',
      verdictText: 'mostly harmless',
      meaning:
        'The server made its answer; the client or a proxy closed the connection before it had acknowledged all of it: a closed tab, a load balancer that ends connections by reset, a monitor.',
      checks: ['Many of them with a long time-taken? Then visitors gave up waiting, and the slow page is the trouble.'],
      doNot: ['Do not look for a network fault of the server because of single rows.'],
      keys: withCode('64|2147942464'),
      sources: [lostClients, timeTaken],
      samples: [row('200 0 64'), row('206 0 64'), row('301 0 64'), row('302 0 64'), row('304 0 64')],
      notSamples: [row('200 0 0'), row('500 0 64'), '200 064'],
    },
    {
      id: 'status-cancelled',
      name: 'Win32 995 behind a success: the request was cancelled',
      verdict: 'benign',
      verdictText: 'mostly harmless',
      meaning:
        'Reading or sending was cancelled: the client went away, a download was stopped, or the worker process was recycled meanwhile.',
      checks: ['All in one second, from many clients? Then see the recycle and crash events of WAS at that time.'],
      keys: withCode('995|2147943395'),
      sources: [codes, timeTaken],
      samples: [row('200 0 995'), row('200 0 2147943395')],
      notSamples: [row('200 0 64')],
    },
    {
      id: 'status-connection-aborted',
      name: 'Win32 1236 behind a success: the connection was cut',
      verdict: 'look',
      meaning:
        'The connection ended while the answer was sent: the client reset it, or this server gave up, for instance because the client read slower than `minBytesPerSecond`.',
      checks: [
        'Is there a `Timer_MinBytesPerSecond` or `Connection_Dropped` for that client in the HTTPERR log at that time?',
      ],
      keys: withCode('1236|2147943636'),
      sources: [codes, timeTaken],
      samples: [row('200 0 1236'), row('206 0 1236')],
      notSamples: [row('200 0 995')],
    },
    {
      id: 'status-stalled',
      name: 'Win32 121 behind a success: the network stalled',
      verdict: 'look',
      meaning:
        'Sending timed out: a very slow client, a broken line, or content on a file share that did not answer in time.',
      checks: ['One client or all? If all, and the content is on a share: the file server and the network to it.'],
      keys: withCode('121|2147942521'),
      sources: [codes],
      samples: [row('200 0 121')],
      notSamples: [row('200 0 1236')],
    },
  ],
});
