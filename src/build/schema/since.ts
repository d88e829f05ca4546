import type { Source } from '../../engine/knowledge/fact';

/** Which version brought what, by place (see `places.ts`); it wins over what comparing the files says. */
interface Arrival {
  readonly source: Source;
  readonly since: string;
  readonly places: readonly string[];
}

const read = '2026-11-24';
const POOL = 'system.applicationHost/applicationPools';
const SITES = 'system.applicationHost/sites';

/** Pools and sites have the same settings on each one and on their defaults. */
const forPools = (...settings: readonly string[]): string[] =>
  ['add', 'applicationPoolDefaults'].flatMap((place) => settings.map((setting) => `${POOL}/${place}/${setting}`));
const forSites = (...settings: readonly string[]): string[] =>
  ['site', 'siteDefaults'].flatMap((place) => settings.map((setting) => `${SITES}/${place}/${setting}`));

const iisReference: Source = {
  document: 'IIS configuration reference, tables "Compatibility"',
  url: 'https://learn.microsoft.com/iis/configuration/',
  says: 'Names the version of IIS in which elements and attributes were added.',
  read,
};

export const arrivals: readonly Arrival[] = [
  {
    source: iisReference,
    since: 'IIS 7.5',
    places: [
      'configurationRedirection/@enableUncPolling',
      'configurationRedirection/@pollingPeriod',
      ...forPools('@managedRuntimeLoader', '@CLRConfigFile', '@startMode', 'processModel/@logonType'),
      'system.applicationHost/serviceAutoStartProviders',
      `${SITES}/site/application/@serviceAutoStartEnabled`,
      `${SITES}/site/application/@serviceAutoStartProvider`,
      `${SITES}/site/applicationDefaults/@serviceAutoStartEnabled`,
      `${SITES}/site/applicationDefaults/@serviceAutoStartProvider`,
      'system.webServer/fastCgi/application/@monitorChangesTo',
      'system.webServer/fastCgi/application/@stderrMode',
      'system.webServer/fastCgi/application/@signalBeforeTerminateSeconds',
      'system.webServer/httpCompression/@dynamicCompressionBufferLimit',
      'system.webServer/httpErrors/@allowAbsolutePathsWhenDelegated',
      'system.webServer/security/authentication/windowsAuthentication/extendedProtection',
      'system.webServer/security/requestFiltering/@unescapeQueryString',
      'system.webServer/security/requestFiltering/alwaysAllowedUrls',
      'system.webServer/security/requestFiltering/alwaysAllowedQueryStrings',
      'system.webServer/security/requestFiltering/denyQueryStringSequences',
      'system.webServer/security/requestFiltering/filteringRules',
      'system.webServer/serverRuntime/@authenticatedUserOverride',
    ],
  },
  {
    source: iisReference,
    since: 'IIS 8.0',
    places: [
      ...forPools('cpu/@processorGroup', 'cpu/@numaNodeAssignment', 'cpu/@numaNodeAffinityMode'),
      ...forPools('processModel/@setProfileEnvironment', 'processModel/@logEventOnProcessModel'),
      `${SITES}/site/application/@preloadEnabled`,
      `${SITES}/site/applicationDefaults/@preloadEnabled`,
      ...forSites('bindings/binding/@sslFlags', 'limits/@maxUrlSegments', 'logFile/@logSiteId'),
      ...forSites('ftpServer/security/customAuthorization'),
      'system.ftpServer/security/authentication',
      'system.webServer/applicationInitialization',
      'system.webServer/security/dynamicIpSecurity',
      'system.webServer/security/ipSecurity/@enableProxyMode',
      'system.webServer/security/ipSecurity/@denyAction',
      'system.webServer/staticContent/clientCache/@setEtag',
      'system.webServer/webSocket',
    ],
  },
  {
    source: iisReference,
    since: 'IIS 8.5',
    places: [
      ...forPools('processModel/@idleTimeoutAction'),
      ...forSites('logFile/@flushByEntryCountW3CLog', 'logFile/@logTargetW3C', 'logFile/@maxLogLineLength'),
      ...forSites('logFile/customFields'),
      'system.applicationHost/webLimits/@dynamicRegistrationThreshold',
      'system.webServer/httpCompression/@staticCompressionIgnoreHitFrequency',
    ],
  },
  {
    source: iisReference,
    since: 'IIS 10.0',
    places: [
      ...forPools('environmentVariables'),
      'system.webServer/security/requestFiltering/@removeServerHeader',
      'system.webServer/tracing/traceFailedRequests/add/failureDefinitions/@traceAllAfterTimeout',
    ],
  },
  { source: iisReference, since: 'IIS 10.0 (1709)', places: forSites('hsts') },
  {
    source: {
      document: 'ASP.NET Core Module (ANCM) for IIS',
      url: 'https://learn.microsoft.com/aspnet/core/host-and-deploy/aspnet-core-module',
      says: 'The hosting model and the handler settings came with version 2 of the module, for ASP.NET Core 2.2.',
      read,
    },
    since: 'ASP.NET Core Module V2',
    places: ['system.webServer/aspNetCore/@hostingModel', 'system.webServer/aspNetCore/handlerSettings'],
  },
  {
    source: {
      document: 'Work with SameSite cookies in ASP.NET',
      url: 'https://learn.microsoft.com/aspnet/samesite/system-web-samesite',
      says: 'SameSite of cookies can be set since .NET Framework 4.7.2; the defaults changed with the updates of November 2019.',
      read,
    },
    since: '.NET Framework 4.7.2',
    places: [
      'system.web/authentication/forms/@cookieSameSite',
      'system.web/httpCookies/@sameSite',
      'system.web/sessionState/@cookieSameSite',
    ],
  },
];
