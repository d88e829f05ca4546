import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RawApplicationPools } from '../../src/engine/probes/application-pools';
import type { RawCertificates } from '../../src/engine/probes/certificates';
import type { RawConfigurationFiles } from '../../src/engine/probes/configuration-files';
import type { RawDcomPermissions } from '../../src/engine/probes/dcom-permissions';
import type { RawEvents } from '../../src/engine/probes/events';
import type { RawFeatures } from '../../src/engine/probes/features';
import type { RawFileTail } from '../../src/engine/probes/file-tail';
import type { RawHttpBindings } from '../../src/engine/probes/http-bindings';
import type { RawIdentifiers } from '../../src/engine/probes/identifiers';
import { type ProbeId, probes } from '../../src/engine/probes/index.generated';
import type { RawLogFolders } from '../../src/engine/probes/log-folders';
import type { Known, ShortfallReason } from '../../src/engine/probes/probe';
import type { RawFile, RawProgram } from '../../src/engine/probes/reading/raw';
import type { RawServices } from '../../src/engine/probes/services';
import type { RawSites } from '../../src/engine/probes/sites';
import type { RawSystem } from '../../src/engine/probes/system';
import type { RawWebConfigs } from '../../src/engine/probes/web-configs';
import type { RawWorkerProcesses } from '../../src/engine/probes/worker-processes';
import { toBase64 } from '../../src/engine/text/base64';
import { root } from './knowledge';

/** What a program printed, with the line ends of Windows. */
export const captured = (file: string): string =>
  readFileSync(path.join(root, 'test/fixtures/captured', file), 'utf8').replace(/\r?\n/g, '\r\n');

export const printed = (text: string, exitCode = 0, errors = ''): RawProgram => ({ text, errors, exitCode });

export const denied = {
  error: {
    message: 'Attempted to perform an unauthorized operation.',
    hresult: '0x80070005',
    category: 'NotSpecified',
  },
} as const;
export const missing = {
  error: { message: 'Could not find it.', hresult: '0x80070002', category: 'NotSpecified' },
} as const;

export const appcmdXml = (...elements: readonly string[]): string =>
  ['<?xml version="1.0" encoding="UTF-8"?>', '<appcmd>', ...elements.map((one) => `    ${one}`), '</appcmd>', ''].join(
    '\r\n',
  );

const MODIFIED = '2026-11-20T07:15:00.1234567Z';
export const rawFile = (name: string, text: string): RawFile => ({
  path: name,
  value: { size: text.length, modified: MODIFIED, hash: 'ab'.repeat(32), bytes: toBase64(text) },
});

const CONFIG = 'C:\\Windows\\System32\\inetsrv\\config';

/** The raw data of every probe as a healthy server gives it. */
export const rawAnswers = {
  system: {
    computer: 'WEB-01',
    windows: {
      value: {
        productName: 'Windows Server 2022 Datacenter',
        currentVersion: '6.3',
        major: 10,
        minor: 0,
        build: '20348',
        revision: 2322,
      },
    },
    iis: { value: { major: 10, minor: 0 } },
    powershell: '5.1.20348.2110',
    languageMode: 'FullLanguage',
    administrator: { value: true },
    account: 'CONTOSO\\op',
    culture: 'de-DE',
    now: '2026-11-25T02:58:00.0000000Z',
    variables: [
      { name: 'SystemDrive', value: 'C:' },
      { name: 'windir', value: 'C:\\Windows' },
      { name: 'ProgramFiles', value: 'C:\\Program Files (x86)' },
      { name: 'ProgramW6432', value: 'C:\\Program Files' },
    ],
  } satisfies RawSystem,
  features: {
    components: {
      value: [
        { name: 'W3SVC', value: 1 },
        { name: 'ASPNET45', value: 1 },
        { name: 'WebSockets', value: 0 },
      ],
    },
  } satisfies RawFeatures,
  services: {
    services: printed(captured('sc-queryex.txt')),
    http: printed(captured('sc-queryex-http.txt')),
    registry: {
      value: [
        { name: 'AppHostSvc', start: 2, account: 'localSystem', dependsOn: [] },
        { name: 'w3svc', start: 2, account: 'localSystem', dependsOn: ['WAS', 'HTTP'] },
        {
          name: 'NetTcpActivator',
          start: 3,
          account: 'NT AUTHORITY\\LocalService',
          dependsOn: ['was', 'NetTcpPortSharing'],
        },
        { name: 'HTTP', start: 3, account: null, dependsOn: [] },
        { name: 'Gone', start: 9, account: null, dependsOn: [] },
      ],
    },
  } satisfies RawServices,
  'application-pools': {
    pools: printed(
      appcmdXml(
        '<APPPOOL APPPOOL.NAME="DefaultAppPool" PipelineMode="Integrated" RuntimeVersion="v4.0" state="Started" />',
        '<APPPOOL APPPOOL.NAME="Orders &amp; &quot;more&quot; &gt;" PipelineMode="Classic" RuntimeVersion="" state="Stopped" />',
      ),
    ),
  } satisfies RawApplicationPools,
  sites: {
    sites: printed(
      appcmdXml(
        '<SITE SITE.NAME="Default Web Site" SITE.ID="1" bindings="http/*:80:,https/[2001:db8::25]:443:www.contoso.example,net.tcp/808:*" state="Started" />',
        '<SITE SITE.NAME="Läden" SITE.ID="7" bindings="" state="Unknown" />',
      ),
    ),
    applications: printed(
      appcmdXml(
        '<APP path="/" APP.NAME="Default Web Site/" APPPOOL.NAME="DefaultAppPool" SITE.NAME="Default Web Site" />',
        '<APP path="/shop" APP.NAME="Default Web Site/shop" APPPOOL.NAME="Orders" SITE.NAME="Default Web Site" />',
      ),
    ),
    virtualDirectories: printed(
      appcmdXml(
        '<VDIR VDIR.NAME="Default Web Site/" physicalPath="%SystemDrive%\\inetpub\\wwwroot" path="/" APP.NAME="Default Web Site/" />',
        '<VDIR VDIR.NAME="Default Web Site/shop/img" physicalPath="\\\\files\\img" path="/img" APP.NAME="Default Web Site/shop" />',
      ),
    ),
  } satisfies RawSites,
  'worker-processes': {
    workers: printed(
      appcmdXml('<WP WP.NAME="4816" APPPOOL.NAME="DefaultAppPool" />', '<WP WP.NAME="5120" APPPOOL.NAME="Orders" />'),
    ),
    requests: printed(
      appcmdXml(
        '<REQUEST REQUEST.NAME="f1000008000002b" SITE.ID="1" WP.NAME="5120" APPPOOL.NAME="Orders" Verb="GET" Url="/shop/report.aspx?id=7" ClientIp="192.0.2.44" Stage="ExecuteRequestHandler" Module="ManagedPipelineHandler" Time="31244" />',
        '<REQUEST REQUEST.NAME="f1000008000002c" SITE.ID="1" WP.NAME="5120" APPPOOL.NAME="Orders" verb="POST" url="/shop/" clientIpAddress="192.0.2.45" pipelineState="128" currentModule="X" timeElapsed="12" />',
      ),
    ),
    processes: {
      value: [
        {
          processId: 4816,
          use: {
            value: { cpuSeconds: 19.078125, privateBytes: 276463616, workingSetBytes: 301989888, started: MODIFIED },
          },
        },
        { processId: 5120, use: denied },
      ],
    },
  } satisfies RawWorkerProcesses,
  certificates: {
    stores: [
      {
        name: 'My',
        certificates: {
          value: [
            {
              subject: 'CN=www.contoso.example',
              issuer: 'CN=Contoso Issuing CA',
              thumbprint: 'A1B2C3D4E5F60718293A4B5C6D7E8F90A1B2C3D4',
              friendlyName: '',
              notBefore: '2026-01-01T00:00:00.0000000Z',
              notAfter: '2026-12-01T00:00:00.0000000Z',
              hasPrivateKey: true,
              // SEQUENCE { [2] "www.contoso.example", [7] 192.0.2.10, [2] "a.b" }
              alternativeNames: Buffer.from(
                `30208213${Buffer.from('www.contoso.example').toString('hex')}8704c000020a8203612e62`,
                'hex',
              ).toString('base64'),
            },
          ],
        },
      },
      { name: 'WebHosting', certificates: missing },
    ],
  } satisfies RawCertificates,
  'http-bindings': {
    certificates: printed(captured('netsh-sslcert.txt')),
    reservations: printed(captured('netsh-urlacl.txt')),
    listenAddresses: printed(captured('netsh-iplisten.txt')),
  } satisfies RawHttpBindings,
  events: {
    logs: [
      { log: 'System', output: printed(`\ufeff${captured('wevtutil-system.xml')}`) },
      { log: 'Application', output: printed('') },
      {
        log: 'Microsoft-Windows-IIS-Configuration/Operational',
        output: printed('', 15007, 'Failed to read events.\r\nThe specified channel could not be found.\r\n'),
      },
    ],
  } satisfies RawEvents,
  'configuration-files': {
    local: CONFIG,
    shared: { value: '' },
    files: [
      rawFile(`${CONFIG}\\redirection.config`, '<configuration/>'),
      rawFile(`${CONFIG}\\applicationHost.config`, '\ufeff<configuration>ü</configuration>'),
      {
        path: `${CONFIG}\\administration.config`,
        value: { size: 9_000_000, modified: MODIFIED, hash: null, bytes: null },
      },
      { path: 'C:\\machine.config', value: { size: 5, modified: MODIFIED, hash: 'cd'.repeat(32), bytes: null } },
      { path: 'C:\\web.config', ...missing },
    ],
    schemas: {
      value: [
        rawFile(`${CONFIG}\\schema\\FX_schema.xml`, '<a/>'),
        rawFile(`${CONFIG}\\schema\\IIS_schema.xml`, '<b/>'),
      ],
    },
  } satisfies RawConfigurationFiles,
  'web-configs': {
    files: [
      { folder: '%SystemDrive%\\shop', ...rawFile('C:\\shop\\web.config', '<configuration />') },
      { folder: '\\\\files\\img', path: '\\\\files\\img\\web.config', ...denied },
      { folder: 'C:\\secret', path: 'C:\\secret\\web.config', ...denied },
    ],
  } satisfies RawWebConfigs,
  'log-folders': {
    folders: [
      {
        folder: '%SystemDrive%\\inetpub\\logs\\LogFiles',
        files: {
          value: [{ path: 'C:\\inetpub\\logs\\LogFiles\\W3SVC1\\u_ex261124.log', size: 12, modified: MODIFIED }],
        },
      },
      { folder: 'D:\\logs', files: missing },
    ],
  } satisfies RawLogFolders,
  'file-tail': {
    tail: { value: { size: 1000, from: 980, bytes: toBase64('rest\r\nwhole line ü\r\n') } },
  } satisfies RawFileTail,
  'dcom-permissions': {
    class: { value: { name: 'IIS Reset', appId: '{E8FB8621-588F-11D2-9D61-00C04F79C5FE}' } },
    application: {
      value: {
        appId: '{E8FB8621-588F-11D2-9D61-00C04F79C5FE}',
        name: 'iisrstas',
        localService: null,
        launch: 'O:BAG:BAD:(A;;CCDCSW;;;BA)',
        access: null,
        owner: { value: 'O:BA' },
      },
    },
    machine: { value: { defaultLaunch: 'O:BAG:BAD:(A;;CCDCLCSWRP;;;BA)', launchLimits: null } },
  } satisfies RawDcomPermissions,
  identifiers: {
    guids: [
      {
        guid: '{E8FB8621-588F-11D2-9D61-00C04F79C5FE}',
        registered: { value: [{ as: 'class', name: 'IISRSTAS', path: 'iisrstas.exe', is32Bit: false }] },
      },
      { guid: '{00000000-0000-0000-0000-000000000001}', registered: { value: [] } },
    ],
    sids: [
      { sid: 'S-1-5-82-1-2', account: { value: 'IIS APPPOOL\\Orders' } },
      {
        sid: 'S-1-5-21-9-9-9-1',
        account: { error: { message: 'Not mapped.', hresult: '0x80131501', category: 'NotSpecified' } },
      },
    ],
  } satisfies RawIdentifiers,
} satisfies Record<ProbeId, unknown>;

type Answer<Id extends ProbeId> = ReturnType<(typeof probes)[Id]['read']>;

/** What a probe reads of this data, which has gone through JSON as on its way here. */
export function readRaw<Id extends ProbeId>(id: Id, data: unknown): Answer<Id> {
  const probe = probes[id] as unknown as { read(data: unknown, asked: unknown): Answer<Id> };
  return probe.read(JSON.parse(JSON.stringify(data)), { path: 'C:\\x.log', clsid: '', appId: '' });
}

export function valueOf<T>(one: Known<T> | undefined): T {
  assert.ok(one?.known, JSON.stringify(one));
  return one.value;
}

export const reasonOf = (one: Known<unknown> | undefined): ShortfallReason | null =>
  one?.known === false ? one.shortfall.reason : null;
