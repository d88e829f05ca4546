import { defineFamily, type Fact, type NonEmpty, type Source } from '../fact';

const READ = '2026-11-21';
const manifests: Source = {
  document: 'Lists and manifests of the event providers of Windows',
  says: 'The name and the identifier of the provider.',
  read: READ,
};
const traceSamples: Source = {
  document: 'Microsoft Learn: Trace Provider Definitions',
  says: 'The providers of failed request tracing with their identifiers and areas.',
  read: READ,
};
const eventXml: Source = {
  document: 'Event XML of records of the provider',
  says: 'Name and identifier stand side by side in its Provider element.',
  read: READ,
};
const tracing: Source = {
  document: 'Provider lists of tracing tools (PerfView, EtwStream, logman on IIS servers)',
  says: 'The name and the identifier of the provider.',
  read: READ,
};

interface ProviderText {
  readonly id: string;
  readonly guid: string;
  /** The name under which `logman` and event XML know it. */
  readonly called: string;
  readonly meaning: string;
  readonly checks?: readonly string[];
  readonly source: Source;
}

/** A provider has no verdict: what counts is which of its events was logged. */
const provider = ({ id, guid, called, meaning, checks, source }: ProviderText): Fact => ({
  id: `provider-${id}`,
  name: called.length > 45 ? `Provider ${called}` : `Event provider ${called}`,
  verdict: null,
  meaning,
  ...(checks ? { checks } : {}),
  keys: [{ kind: 'guid', guid, roles: ['ETW provider'] }],
  sources: [source] satisfies NonEmpty<Source>,
  samples: [`<Provider Name="${called}" Guid="{${guid.toLowerCase()}}"/>`, `"ProviderId": "${guid}"`],
  notSamples: [`<Provider Name="${called}" Guid="{${guid.slice(0, -1)}${guid.endsWith('0') ? '1' : '0'}}"/>`],
});

const NO_LOG = 'It writes no event log: its events appear in traces only.';

/** Event providers of IIS, of what IIS stands on, and of what is read beside it. */
export default defineFamily({
  facts: [
    provider({
      id: 'was',
      guid: '524B5D04-133C-4A62-8362-64E8EDB9CE40',
      called: 'Microsoft-Windows-WAS',
      meaning:
        'The Windows Process Activation Service, source WAS of the System log. Its events 5000 to 5200 tell of application pools and worker processes: crashes, pings, identities, rapid-fail protection.',
      source: eventXml,
    }),
    provider({
      id: 'w3svc',
      guid: '05448E22-93DE-4A7A-BBA5-92E27486A8BE',
      called: 'Microsoft-Windows-IIS-W3SVC',
      meaning:
        'The World Wide Web Publishing Service, source W3SVC of the System log. Its events 1001 to 1180 tell of sites, bindings, log files and URLs that could not be registered.',
      source: tracing,
    }),
    provider({
      id: 'w3svc-wp',
      guid: '670080D9-742A-4187-8D16-41143D1290BD',
      called: 'Microsoft-Windows-IIS-W3SVC-WP',
      meaning:
        'The worker process, `w3wp.exe`. Its events 2200 to 2310 in the Application log tell of modules and configuration that a worker process could not load.',
      checks: ['Older pages call this source IIS-WMSVC: it is the worker process all the same.'],
      source: eventXml,
    }),
    provider({
      id: 'apphostsvc',
      guid: 'CAC10856-9223-48FE-96BA-2A772274FB53',
      called: 'Microsoft-Windows-IIS-APPHOSTSVC',
      meaning:
        'The Application Host Helper Service. Its events 9000 to 9012 tell of the configuration history (`inetpub\\history`) and of the SIDs of application pools.',
      source: tracing,
    }),
    provider({
      id: 'iis-configuration',
      guid: 'DC0B8E51-4863-407A-BC3C-1B479B2978AC',
      called: 'Microsoft-Windows-IIS-Configuration',
      meaning:
        'The configuration system. With its Operational log switched on (it is off by default), event 29 says who changed which section, from which process.',
      checks: ['Is it on? `wevtutil.exe gl Microsoft-IIS-Configuration/Operational`'],
      source: tracing,
    }),
    provider({
      id: 'iis-logging',
      guid: '7E8AD27F-B271-4EA2-A783-A47BDE29143B',
      called: 'Microsoft-Windows-IIS-Logging',
      meaning:
        'The lines of the W3C log as trace events, from IIS 8.5 on, for sites whose `logTargetW3C` includes ETW.',
      source: tracing,
    }),
    provider({
      id: 'iis',
      guid: 'DE4649C9-15E8-4FEA-9D85-1CDDA520C334',
      called: 'Microsoft-Windows-IIS',
      meaning: `The request pipeline of IIS, the younger manifest-based twin of WWW Server, which PerfView records. ${NO_LOG}`,
      source: tracing,
    }),
    provider({
      id: 'www-server',
      guid: '3A2A4E84-4C21-4981-AE10-3FDA0D9B0F83',
      called: 'WWW Server',
      meaning:
        'The main provider of failed request tracing (FREB), also called IIS: WWW Server. Areas such as Authentication, Security, Module, Rewrite and RequestNotifications choose what it tells.',
      source: traceSamples,
    }),
    provider({
      id: 'asp',
      guid: '06B94D9A-B15E-456E-A4EF-37C984A2CB4B',
      called: 'ASP',
      meaning: `Classic ASP in failed request tracing, also called IIS: Active Server Pages. ${NO_LOG}`,
      source: traceSamples,
    }),
    provider({
      id: 'isapi-extension',
      guid: 'A1C2040E-8840-4C31-BA11-9871031A19EA',
      called: 'ISAPI Extension',
      meaning: `ISAPI extensions in failed request tracing, also called IIS: WWW ISAPI Extension. ${NO_LOG}`,
      source: traceSamples,
    }),
    provider({
      id: 'aspnet',
      guid: 'AFF081FE-0247-4275-9C4E-021F3DC1DA35',
      called: 'ASPNET',
      meaning: `ASP.NET (2.0 to 4.x) in failed request tracing, with the areas Infrastructure, Module, Page and AppServices; also called ASP.NET Events. ${NO_LOG}`,
      source: traceSamples,
    }),
    provider({
      id: 'aspnet-eventsource',
      guid: 'EE799F41-CFA5-550B-BF2C-344747C1C668',
      called: 'Microsoft-Windows-ASPNET',
      meaning: `The event source of ASP.NET 4.x, its id computed from the name. ${NO_LOG}`,
      source: tracing,
    }),
    provider({
      id: 'www-global',
      guid: 'D55D3BC9-CBA9-44DF-827E-132D3A4596C2',
      called: 'IIS: WWW Global',
      meaning: `What concerns a worker process as a whole, in traces of IIS. ${NO_LOG}`,
      source: tracing,
    }),
    provider({
      id: 'request-monitor',
      guid: '3B7B0B4B-4B01-44B4-A95E-3C755719AEBF',
      called: 'IIS: Request Monitor',
      meaning:
        'Stands behind the list of requests that run just now, as `%windir%\\system32\\inetsrv\\appcmd.exe list requests` and IIS Manager show it.',
      source: tracing,
    }),
    provider({
      id: 'ssl-filter',
      guid: '1FBECC45-C060-4E7C-8A0E-0DBD6116181B',
      called: 'IIS: SSL Filter',
      meaning: `TLS of IIS 6 (strmfilt.dll). From IIS 7 on HTTP.sys does that work. ${NO_LOG}`,
      source: tracing,
    }),
    provider({
      id: 'iisadmin-global',
      guid: 'DC1271C2-A0AF-400F-850C-4E42FE16BE1C',
      called: 'IIS: IISADMIN Global',
      meaning: `The metabase service in traces. ${NO_LOG}`,
      source: tracing,
    }),
    provider({
      id: 'http-service',
      guid: 'DD5EF90A-6398-47A4-AD34-4DCECDEF795F',
      called: 'Microsoft-Windows-HttpService',
      meaning: `HTTP.sys in traces: connections, parsing, queues, TLS, time-outs. Useful where a request never reaches IIS. ${NO_LOG}`,
      checks: ['Simpler first: the error log of HTTP.sys, `%SystemRoot%\\System32\\LogFiles\\HTTPERR`'],
      source: manifests,
    }),
    provider({
      id: 'http-event',
      guid: '7B6BC78C-898B-4170-BBF8-1A469EA43FC5',
      called: 'Microsoft-Windows-HttpEvent',
      meaning:
        'HTTP.sys in the System log, events 15000 to 15302: addresses that cannot be bound, certificate bindings, its error log.',
      source: manifests,
    }),
    provider({
      id: 'http-log',
      guid: 'C42A2738-2333-40A5-A32F-6ACC36449DCC',
      called: 'Microsoft-Windows-HttpLog',
      meaning: `The transactions of HTTP.sys in traces. ${NO_LOG}`,
      source: manifests,
    }),
    provider({
      id: 'web-socket',
      guid: 'CBA5F63C-E2CF-4B36-8305-BDE1311924FC',
      called: 'Microsoft-Windows-Websocket-Protocol-Component',
      meaning: `Frames and closing of WebSocket connections (websocket.dll), which the WebSocket module of IIS uses. ${NO_LOG}`,
      source: manifests,
    }),
    provider({
      id: 'clr',
      guid: 'E13C0D23-CCBC-4E12-931B-D9CC2EEE27E4',
      called: 'Microsoft-Windows-DotNETRuntime',
      meaning: `The .NET runtime in traces: garbage collection, exceptions, thread pool, JIT of a worker process. ${NO_LOG}`,
      source: manifests,
    }),
    provider({
      id: 'clr-rundown',
      guid: 'A669021C-C450-4609-A035-5AF59AF4DF18',
      called: 'Microsoft-Windows-DotNETRuntimeRundown',
      meaning: `Names of .NET methods that a trace needs to show call stacks, written when the trace ends. ${NO_LOG}`,
      source: manifests,
    }),
    provider({
      id: 'schannel',
      guid: '1F678132-5938-4686-9FDC-C8FF68F15C85',
      called: 'Schannel',
      meaning:
        'TLS of Windows in the System log, events 36864 to 36888: handshakes that failed, certificates without a usable private key. With IIS it speaks for HTTP.sys, as process 4 or lsass.exe.',
      source: manifests,
    }),
    provider({
      id: 'schannel-events',
      guid: '91CC1150-71AA-47E2-AE18-C96E61736B6F',
      called: 'Microsoft-Windows-Schannel-Events',
      meaning: 'TLS of newer Windows in an operational log and in traces, beside the old source Schannel.',
      source: manifests,
    }),
    provider({
      id: 'service-control-manager',
      guid: '555908D1-A6D7-4695-8E1E-26931D2012F4',
      called: 'Service Control Manager',
      meaning:
        'Starts and stops Windows services, events 7000 to 7045 of the System log. On an IIS server the first place to see why W3SVC, WAS or WMSVC did not start.',
      source: manifests,
    }),
    provider({
      id: 'eventlog',
      guid: 'FC65DDD8-D6EF-4962-83D5-6E5CFE9CE148',
      called: 'Microsoft-Windows-Eventlog',
      meaning: 'The event log service itself: logs that were cleared, full or damaged.',
      source: manifests,
    }),
    provider({
      id: 'security-auditing',
      guid: '54849625-5478-4994-A5BA-3E3B0328C30D',
      called: 'Microsoft-Windows-Security-Auditing',
      meaning:
        'The Security log. 4625 with its sub status tells why a pool identity or a Windows user could not log on.',
      source: manifests,
    }),
    provider({
      id: 'security-kerberos',
      guid: '98E6CFCB-EE0A-41E0-A57B-622D4E1B30B1',
      called: 'Microsoft-Windows-Security-Kerberos',
      meaning:
        'The Kerberos client in the System log. Its event 4 (KRB_AP_ERR_MODIFIED) beside 401 of a site points to a service name (SPN) on the wrong account.',
      source: manifests,
    }),
    provider({
      id: 'capi2',
      guid: '5BBCA4A8-B209-48DC-A8C7-B23D3E5216FB',
      called: 'Microsoft-Windows-CAPI2',
      meaning:
        'Checks of certificates: chains, revocation, root certificates. Its Operational log is off by default and tells why a client certificate (403.13, 403.16) was refused.',
      checks: ['Is it on? `wevtutil.exe gl Microsoft-Windows-CAPI2/Operational`'],
      source: manifests,
    }),
    provider({
      id: 'winrm',
      guid: 'A7975C8F-AC13-49F1-87DA-5A984A4AB417',
      called: 'Microsoft-Windows-WinRM',
      meaning: 'Windows Remote Management, the carrier of PowerShell remoting; it listens in HTTP.sys like IIS does.',
      source: manifests,
    }),
    provider({
      id: 'resource-exhaustion',
      guid: '9988748E-C2E8-4054-85F6-0C3E1CAD2470',
      called: 'Microsoft-Windows-Resource-Exhaustion-Detector',
      meaning:
        'Event 2004 of the System log: virtual memory runs out, with the processes that use most of it. A `w3wp.exe` on that list is worth a look at its pool.',
      source: manifests,
    }),
    provider({
      id: 'kernel-power',
      guid: '331C3B3A-2005-44C2-AC5E-77220C37D6B4',
      called: 'Microsoft-Windows-Kernel-Power',
      meaning:
        'Power and restarts. Event 41: Windows came up without having been shut down, so everything stopped hard.',
      source: manifests,
    }),
    provider({
      id: 'kernel-general',
      guid: 'A68CA8B7-004F-D7B6-A698-07E2DE0F1F5D',
      called: 'Microsoft-Windows-Kernel-General',
      meaning:
        'Start and stop of Windows (12, 13) and changes of the clock (1); useful to see what a restart took along.',
      source: manifests,
    }),
    provider({
      id: 'group-policy',
      guid: 'AEA1B4FA-97D1-45F2-A64C-4D69FFFD92C9',
      called: 'Microsoft-Windows-GroupPolicy',
      meaning:
        'Group policy. A policy that sets logon rights anew can take "Log on as a batch job" from IIS_IUSRS, and pools then fail to start.',
      source: manifests,
    }),
    provider({
      id: 'powershell',
      guid: 'A0C1853B-5C40-4B15-8766-3CF1C58F985A',
      called: 'Microsoft-Windows-PowerShell',
      meaning:
        'Windows PowerShell: scripts that ran (4104 with script block logging), for instance by deployment tools.',
      source: manifests,
    }),
    provider({
      id: 'windows-update',
      guid: '945A8954-C147-4ACD-923F-40C45405A658',
      called: 'Microsoft-Windows-WindowsUpdateClient',
      meaning: 'Updates that were found and installed; 19 names one that was installed just before things changed.',
      source: manifests,
    }),
    provider({
      id: 'tcpip',
      guid: '2F07E2EE-15DB-40F1-90EF-9D7BA282188A',
      called: 'Microsoft-Windows-TCPIP',
      meaning: `The network stack in traces: connections, ports, retransmissions. ${NO_LOG}`,
      source: manifests,
    }),
    provider({
      id: 'winhttp',
      guid: '7D44233D-3055-4B9C-BA64-0D47CA40A232',
      called: 'Microsoft-Windows-WinHttp',
      meaning: `The HTTP client of services, also of ARR when it forwards requests: where a 502.3 comes from. ${NO_LOG}`,
      source: manifests,
    }),
    provider({
      id: 'com-runtime',
      guid: 'BF406804-6AFA-46E7-8A48-6C357E1D6D61',
      called: 'Microsoft-Windows-COMRuntime',
      meaning: `Calls and activations of COM in traces. ${NO_LOG}`,
      source: manifests,
    }),
  ],
});
