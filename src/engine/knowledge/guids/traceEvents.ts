import { defineFamily, type Fact, type Source } from '../fact';

const parsers: Source = {
  document: 'PerfView, parser of IIS traces',
  says: 'The event classes of the IIS provider with their names and identifiers.',
  read: '2026-11-21',
};

/** GUID, area, what its events tell. */
const AREAS: readonly (readonly [string, string, string])[] = [
  ['D42CF7EF-DE92-473E-8B6C-621EA663113A', 'General', 'beginning and end of the request, its headers and its entity'],
  ['C33BBE8F-985B-4080-81E6-005F1A06B9E2', 'Authentication', 'which authentication was tried and as whom it ended'],
  ['29347FFB-BA48-41E6-BFFD-469C5E543CA5', 'Security', 'rejections by request filtering, IP rules and the like'],
  ['00237F0D-73EB-4BCF-A232-126693595847', 'Filter', 'ISAPI filters that were called, and how long they took'],
  ['79B02104-0DB9-4CDA-A552-058D97C2ECFD', 'StaticFile', 'how the handler of static files served a file'],
  ['2E94E6C7-EDA0-4B73-9010-2529EDCE1C27', 'ISAPI', 'the call of an ISAPI extension'],
  ['E2E55403-0D2E-4609-A470-BE0DA04013C0', 'CGI', 'the start and the end of a CGI program'],
  ['E3642ACC-3627-42B0-8372-867BAA033B07', 'FastCGI', 'how a FastCGI process, such as PHP, was given the request'],
  ['2CE74327-08BE-425C-BFC5-1534FE7FEFA6', 'WebSocket', 'the change to a WebSocket connection'],
  ['E60CEE96-4472-448D-A13C-2170B18220EC', 'Compression', 'whether the response was compressed, and why not'],
  ['AC1D69F1-BF33-4CA0-9313-BCA13873E1DC', 'Cache', 'the output cache, in user mode and in HTTP.sys'],
  ['002E91E3-E7AE-44AB-8E07-99230FFA6ADE', 'RequestNotifications', 'each module at each notification, with times'],
  ['D79A948E-95F1-417B-A731-B7A79DEC7AE5', 'Module', 'status codes that a module set, errors of modules'],
];

const areaOf = ([guid, area, tells]: readonly [string, string, string]): Fact => ({
  id: `trace-events-${area.toLowerCase()}`,
  name: `Trace events of the area ${area}`,
  verdict: null,
  meaning: `EventGuid of the area ${area} of the provider WWW Server in failed request traces: ${tells}. It is the same on every server.`,
  keys: [{ kind: 'guid', guid, roles: ['trace event class'] }],
  sources: [parsers],
  samples: [`<EventGuid>{${guid}}</EventGuid>`],
  notSamples: [`<EventGuid>{${guid.slice(0, -1)}${guid.endsWith('0') ? '1' : '0'}}</EventGuid>`],
});

/** Classes of trace events, as failed request traces name them in EventGuid. */
export default defineFamily({
  facts: [
    ...AREAS.map(areaOf),
    {
      id: 'trace-events-aspnet',
      name: 'Trace events of ASP.NET',
      verdict: null,
      meaning:
        'EventGuid of the provider ASPNET in failed request traces: the stages of a request inside ASP.NET, from module to page. It is the same on every server.',
      keys: [{ kind: 'guid', guid: '06A01367-79D3-4594-8EB3-C721603C4679', roles: ['trace event class'] }],
      sources: [
        {
          document: 'Log Parser and tracerpt definitions of ETW events (mofdata.guid)',
          says: 'The event class AspNetReq belongs to the control GUID of ASP.NET.',
          read: '2026-11-21',
        },
      ],
      samples: ['<EventGuid>{06A01367-79D3-4594-8EB3-C721603C4679}</EventGuid>'],
      notSamples: ['<EventGuid>{06A01368-79D3-4594-8EB3-C721603C4679}</EventGuid>'],
    },
  ],
});
