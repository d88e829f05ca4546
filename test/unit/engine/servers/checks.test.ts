import assert from 'node:assert/strict';
import { known, unknown } from '../../../../src/engine/probes/probe';
import type { Service } from '../../../../src/engine/probes/services';
import { checkServer } from '../../../../src/engine/servers/checkServer';
import { serverChecks } from '../../../../src/engine/servers/checks/index.generated';
import type { Snapshot } from '../../../../src/engine/servers/snapshot';
import { knowledge } from '../../../kit/knowledge';
import { schema } from '../../../kit/schema';

const AT = Date.UTC(2026, 10, 25, 12);
const day = (days: number): string => new Date(AT + days * 86_400_000).toISOString();

const service = (name: string, more: Partial<Service> = {}): Service => ({
  name,
  displayName: `${name} service`,
  state: 'running',
  processId: 1000,
  exitCode: 0,
  startType: 'automatic',
  account: 'LocalSystem',
  dependsOn: [],
  ...more,
});

const healthy = [
  service('HTTP', { startType: 'manual' }),
  service('WAS'),
  service('W3SVC', { dependsOn: ['WAS', 'HTTP'] }),
  service('AppHostSvc'),
];
const withService = (name: string, more: Partial<Service>): NonNullable<Snapshot['services']> => ({
  services: known([...healthy.filter((one) => one.name !== name), service(name, more)]),
});

const THUMB = 'A'.repeat(40);
const certificate = (notAfter: string, hasPrivateKey = true): NonNullable<Snapshot['certificates']> => ({
  certificates: known([
    {
      store: 'My',
      subject: 'CN=shop.contoso.example',
      issuer: 'CN=Contoso CA',
      thumbprint: THUMB,
      friendlyName: '',
      dnsNames: ['shop.contoso.example'],
      notBefore: day(-300),
      notAfter,
      hasPrivateKey,
    },
  ]),
});
const bound = (thumbprint = THUMB, store = 'MY'): NonNullable<Snapshot['bindings']> => ({
  certificates: known([
    {
      endpoint: 'shop.contoso.example:443',
      kind: 'hostName',
      thumbprint,
      store,
      applicationId: '{4DC3E181-E14B-4A21-B022-59FC669B0914}',
    },
  ]),
  reservations: known([]),
  listenAddresses: known([]),
});

const site = (
  state: 'started' | 'stopped',
  information = '*:80:',
  protocol = 'http',
): NonNullable<Snapshot['sites']> => ({
  sites: known([{ name: 'Shop', id: 1, state, bindings: [{ protocol, information }] }]),
  applications: known([{ site: 'Shop', path: '/', applicationPool: 'Shop' }]),
  virtualDirectories: known([]),
});
const pool = (state: 'started' | 'stopped'): NonNullable<Snapshot['pools']> => ({
  pools: known([{ name: 'Shop', state, runtime: 'v4.0', pipeline: 'Integrated' }]),
});
const request = (elapsed: number): NonNullable<Snapshot['workers']> => ({
  workers: known([]),
  requests: known([
    {
      id: 'a',
      processId: 7,
      site: 'Shop',
      siteId: 1,
      applicationPool: 'Shop',
      verb: 'GET',
      url: '/report',
      client: '192.0.2.7',
      elapsed,
      stage: 'ExecuteRequestHandler',
      module: 'IsapiModule',
    },
  ]),
});
const clock = (minutes: number): NonNullable<Snapshot['system']> => ({
  computer: 'WEB',
  windows: 'Windows Server 2022 Standard',
  windowsVersion: '10.0.20348',
  iis: '10.0',
  powershell: '5.1',
  languageMode: 'FullLanguage',
  administrator: true,
  account: 'CONTOSO\\op',
  culture: 'en-US',
  now: new Date(AT + minutes * 60_000).toISOString(),
  variables: {},
});
const event = (source: string, id: number, data: string): NonNullable<Snapshot['events']> => ({
  logs: [
    {
      log: 'System',
      events: known([
        `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='${source}'/><EventID>${id}</EventID><Level>2</Level><TimeCreated SystemTime='${day(-0.1)}'/><Channel>System</Channel><Computer>WEB</Computer></System><EventData>${data}</EventData></Event>`,
      ]),
    },
  ],
});

/** What each check reports, and what it must leave alone. */
const cases: Readonly<Record<string, { bad: readonly Partial<Snapshot>[]; good: readonly Partial<Snapshot>[] }>> = {
  'stopped-pool': {
    bad: [{ pools: pool('stopped'), sites: site('started') }],
    good: [
      { pools: pool('started'), sites: site('started') },
      // Nobody uses it, and nothing was logged.
      { pools: pool('stopped') },
      { pools: { pools: unknown('needsAdministrator') }, sites: site('started') },
    ],
  },
  'stopped-site': {
    bad: [{ sites: site('stopped'), services: { services: known(healthy) } }, { sites: site('stopped') }],
    good: [
      { sites: site('started') },
      // One finding, not one for each site.
      { sites: site('stopped'), services: withService('W3SVC', { state: 'stopped' }) },
    ],
  },
  'stopped-service': {
    bad: [
      { services: withService('WAS', { state: 'stopped' }) },
      { services: withService('W3SVC', { state: 'stopPending' }) },
      { services: withService('W3SVC', { state: 'stopped', startType: 'disabled' }) },
      { services: withService('NetTcpActivator', { state: 'stopped', dependsOn: ['WAS'] }) },
    ],
    good: [
      { services: { services: known(healthy) } },
      { services: withService('NetTcpActivator', { state: 'stopped', startType: 'manual', dependsOn: ['WAS'] }) },
      { services: withService('Spooler', { state: 'stopped' }) },
      { services: { services: unknown('failed', 'no') } },
    ],
  },
  'certificate-expires': {
    bad: [
      { certificates: certificate(day(5)), bindings: bound() },
      { certificates: certificate(day(-2)), bindings: bound() },
    ],
    good: [
      { certificates: certificate(day(90)), bindings: bound() },
      // Presented nowhere.
      { certificates: certificate(day(-2)), bindings: bound('B'.repeat(40), 'Other') },
    ],
  },
  'certificate-missing': {
    bad: [
      { certificates: certificate(day(90)), bindings: bound('B'.repeat(40)) },
      { certificates: certificate(day(90), false), bindings: bound() },
    ],
    good: [
      { certificates: certificate(day(90)), bindings: bound() },
      // A store that was not read cannot tell.
      { certificates: certificate(day(90)), bindings: bound('B'.repeat(40), 'Remote Desktop') },
      { certificates: { certificates: unknown('needsAdministrator') }, bindings: bound('B'.repeat(40)) },
    ],
  },
  'https-without-certificate': {
    bad: [{ sites: site('started', '*:8443:', 'https'), bindings: bound() }],
    good: [
      { sites: site('started', '*:443:other.contoso.example', 'https'), bindings: bound() },
      { sites: site('stopped', '*:8443:', 'https'), bindings: bound() },
      { sites: site('started', '*:8080:'), bindings: bound() },
    ],
  },
  'long-request': { bad: [{ workers: request(90_000) }], good: [{ workers: request(30_000) }] },
  'clock-differs': { bad: [{ system: clock(-7) }], good: [{ system: clock(2) }] },
  'event-needs-action': {
    bad: [{ events: event('Microsoft-Windows-WAS', 5002, "<Data Name='AppPoolID'>Shop</Data>") }],
    good: [
      { events: event('Microsoft-Windows-WAS', 5074, "<Data Name='AppPoolID'>Shop</Data>") },
      { events: event('Contoso Agent', 5002, '<Data>Shop</Data>') },
    ],
  },
};

describe('the checks of a server', () => {
  const found = async (parts: Partial<Snapshot>): Promise<string[]> => {
    const { findings } = await checkServer({ server: 'web', at: AT, ...parts }, knowledge, schema);
    for (const { title, detail } of findings)
      assert.ok(title && detail.length > 40 && !/undefined|NaN/.test(detail), detail);
    return findings.map(({ check }) => check);
  };

  it('have cases, each', () => {
    assert.deepEqual(serverChecks.map(({ id }) => id).sort(), Object.keys(cases).sort());
  });

  for (const [id, { bad, good }] of Object.entries(cases)) {
    bad.forEach((parts, i) =>
      it(`${id} reports case ${i + 1}`, async () => {
        assert.ok((await found(parts)).includes(id));
      }),
    );
    good.forEach((parts, i) =>
      it(`${id} is silent on case ${i + 1}`, async () => {
        assert.ok(!(await found(parts)).includes(id));
      }),
    );
  }

  it('say nothing of a server of which nothing is known', async () => {
    assert.deepEqual(await found({}), []);
  });

  it('tell a stopped pool and its event as one', async () => {
    const events = event('Microsoft-Windows-WAS', 5002, "<Data Name='AppPoolID'>Shop</Data>");
    assert.deepEqual(await found({ pools: pool('stopped'), sites: site('started'), events }), ['stopped-pool']);
  });
});
