import { explain } from '../../src/engine/explain/explain';
import type { Diagnosis } from '../../src/engine/explain/explanation';
import { defineFamily, type Fact } from '../../src/engine/knowledge/fact';
import { Knowledge } from '../../src/engine/knowledge/knowledge';

/* A small knowledge base of its own, so that tests of the diagnosis do not follow the real facts. */
export const DCOM = 'Microsoft-Windows-DistributedCOM';
export const WAS = 'Microsoft-Windows-WAS';
export const GUID = '{D63B10C5-BB46-4990-A94F-E40B9D520160}';

const fact = (id: string, rest: Partial<Fact> & Pick<Fact, 'keys'>): Fact => ({
  id,
  name: id,
  verdict: 'look',
  meaning: `Meaning of ${id}.`,
  checks: ['Look.'],
  sources: [{ document: 'A document', says: 'that it is so', read: '2026-11-24' }],
  samples: ['unused here'],
  notSamples: ['unused here'],
  ...rest,
});

const family = defineFamily({
  providers: [
    { name: DCOM, label: 'DCOM', aliases: ['DistributedCOM'] },
    { name: WAS, label: 'WAS', aliases: [] },
    { name: 'Service Control Manager', label: 'Service Control Manager', aliases: [] },
  ],
  eventTypes: [
    {
      provider: DCOM,
      eventId: 10016,
      parameters: ['right', 'clsid', 'appid', 'user', 'sid'],
      message: /do not grant (?<right>\S+) to (?<clsid>\S+)/i,
    },
    {
      provider: WAS,
      eventId: 5009,
      parameters: ['pool', 'pid', 'exitCode'],
      message: /pool '(?<pool>[^']+)' terminated\. Process '(?<pid>\d+)', code '(?<exitCode>\w+)'/i,
    },
    {
      provider: WAS,
      eventId: 5002,
      parameters: ['pool'],
      message: /The pool '(?<pool>[^']+)' is being disabled\./i,
      anchor: 'is being disabled',
    },
    { provider: DCOM, eventId: 10010, parameters: ['clsid'], message: /did not start (?<clsid>\S+)/i },
  ],
  facts: [
    fact('refused', { keys: [{ kind: 'event', provider: DCOM, eventId: 10016 }] }),
    fact('refused-broker', { keys: [{ kind: 'event', provider: DCOM, eventId: 10016, where: { clsid: [GUID] } }] }),
    fact('refused-system', {
      keys: [{ kind: 'event', provider: DCOM, eventId: 10016, where: { sid: ['S-1-5-18'], appid: [GUID] } }],
    }),
    fact('ended', { keys: [{ kind: 'event', provider: WAS, eventId: 5009 }] }),
    fact('ended-shop', { keys: [{ kind: 'event', provider: WAS, eventId: 5009, where: { pool: ['Shop'] } }] }),
    fact('ended-stack', {
      keys: [{ kind: 'event', provider: WAS, eventId: 5009, where: { exitCode: ['0x800703e9'] } }],
    }),
    fact('late', { keys: [{ kind: 'event', provider: DCOM, eventId: 10010 }], componentDecides: true }),
    fact('class-quiet', {
      verdict: 'benign',
      verdictText: 'often quiet in DCOM 10010, 10016',
      keys: [{ kind: 'guid', guid: 'AAAAAAAA-0000-4000-8000-000000000001', roles: ['CLSID'] }],
    }),
    fact('class-elsewhere', {
      verdict: 'benign',
      verdictText: 'often quiet in DCOM 10016',
      keys: [{ kind: 'guid', guid: 'AAAAAAAA-0000-4000-8000-000000000002', roles: ['CLSID'] }],
    }),
    fact('class-named', {
      verdict: null,
      keys: [{ kind: 'guid', guid: 'AAAAAAAA-0000-4000-8000-000000000003', roles: ['CLSID'] }],
    }),
    fact('twice', {
      keys: [
        { kind: 'event', provider: DCOM, eventId: 10030, context: /x/ },
        { kind: 'event', provider: DCOM, eventId: 10030, context: /y/ },
      ],
    }),
    fact('disabled-shop', { keys: [{ kind: 'event', provider: WAS, eventId: 5002, where: { pool: ['Bakery'] } }] }),
    fact('disabled', {
      keys: [{ kind: 'event', provider: WAS, eventId: 5002 }],
      companions: [
        { provider: WAS, eventId: 5009, says: 'The pool was disabled because its process ended again and again.' },
        { provider: 'Service Control Manager', eventId: 7031, says: 'Never here.' },
      ],
    }),
  ],
});

const tables: Record<string, string> = {
  'events.tsv': `provider\teventId\ttitle\tmeaning\tcheck\tfix\tsource\n${WAS}\t5186\tIdle timeout\tNobody asked for twenty minutes.\tthe time-out of the pool\tnone needed\t\n`,
};
export const knowledge = new Knowledge([family], (name) => Promise.resolve(tables[name] ?? ''));

export const diagnosesOf = async (text: string): Promise<readonly Diagnosis[]> =>
  (await explain(text, knowledge)).diagnoses;
export const ids = async (text: string): Promise<string[]> =>
  (await diagnosesOf(text)).map(({ answers: [first] }) => first.id);
export const record = (source: string, id: number, message: string, more = ''): string =>
  `Source: ${source}\nEvent ID: ${id}\n${more}Description:\n${message}\n\n`;
