import type { AllowDefinition, DeclarationData } from '../../engine/schema/data';
import type { Source } from '../../engine/knowledge/fact';

/** How sections are declared in configurations as shipped. */
interface Declarations {
  readonly source: Source;
  readonly sections: Readonly<Record<string, DeclarationData>>;
}

const read = '2026-11-24';

const alike = (sections: readonly string[], declaration: DeclarationData): Record<string, DeclarationData> =>
  Object.fromEntries(sections.map((section) => [section, declaration]));

const inSystemWeb = (names: string, allowDefinition?: AllowDefinition): Record<string, DeclarationData> =>
  alike(
    names.split(' ').map((name) => `system.web/${name}`),
    allowDefinition ? { allowDefinition } : {},
  );

const apphostOnly: DeclarationData = { allowDefinition: 'AppHostOnly', overrideModeDefault: 'Deny' };

/** What the fact base does not hold; these win over it. */
export const declarations: readonly Declarations[] = [
  {
    source: {
      document: 'applicationHost.config as shipped with Windows Server 2012 R2 to 2019, and of IIS Express',
      says: 'How each section is declared, and that one location tag for the whole server unlocks handlers and modules.',
      read,
    },
    sections: {
      'system.webServer/handlers': { overrideModeDefault: 'Deny', unlocked: true },
      'system.webServer/modules': {
        allowDefinition: 'MachineToApplication',
        overrideModeDefault: 'Deny',
        unlocked: true,
      },
      ...alike(
        ['caching', 'firewallSupport', 'log', 'serverRuntime'].map((name) => `system.ftpServer/${name}`),
        apphostOnly,
      ),
      ...alike(
        [
          'system.ftpServer/providerDefinitions',
          'system.ftpServer/security/authentication',
          'system.ftpServer/security/authorization',
          'system.ftpServer/security/ipSecurity',
          'system.ftpServer/security/requestFiltering',
        ],
        { overrideModeDefault: 'Deny' },
      ),
      'system.webServer/aspNetCore': { overrideModeDefault: 'Allow' },
      'system.webServer/diskCache': apphostOnly,
      'system.webServer/proxy': { allowDefinition: 'AppHostOnly', overrideModeDefault: 'Allow' },
      webFarms: apphostOnly,
      'system.webServer/wdeploy/backup': { allowDefinition: 'MachineToApplication', overrideModeDefault: 'Deny' },
    },
  },
  {
    source: {
      document: 'administration.config and redirection.config as shipped with IIS',
      says: 'How the sections of the management service and of the redirection are declared.',
      read,
    },
    sections: {
      configurationRedirection: {},
      moduleProviders: { allowDefinition: 'MachineToWebRoot', allowLocation: false },
      modules: { allowDefinition: 'MachineToApplication' },
      'system.webServer/management/authentication': { allowDefinition: 'MachineToWebRoot' },
      'system.webServer/management/authorization': { allowDefinition: 'MachineToWebRoot' },
      'system.webServer/management/trustedProviders': { allowDefinition: 'MachineToWebRoot', allowLocation: false },
    },
  },
  {
    source: {
      document: 'iisnode_schema.xml, notes on how to install it',
      says: 'The section has to be declared with overrideModeDefault="Allow".',
      read,
    },
    sections: { 'system.webServer/iisnode': { overrideModeDefault: 'Allow' } },
  },
  {
    source: {
      document: 'IIS CORS module Configuration Reference (iis-docs)',
      url: 'https://learn.microsoft.com/iis/extensions/cors-module/cors-module-configuration-reference',
      says: 'The section is set in the web.config of a site or an application.',
      read,
    },
    sections: { 'system.webServer/cors': { overrideModeDefault: 'Allow' } },
  },
  {
    source: {
      document: 'HttpPlatformHandler Configuration Reference (iis-docs)',
      url: 'https://learn.microsoft.com/iis/extensions/httpplatformhandler/httpplatformhandler-configuration-reference',
      says: 'The section is set in the web.config of a site or an application.',
      read,
    },
    sections: { 'system.webServer/httpPlatform': { overrideModeDefault: 'Allow' } },
  },
  {
    source: {
      document: 'machine.config of .NET Framework 4',
      says: 'How the sections that .NET reads are declared.',
      read,
    },
    sections: {
      ...alike(['appSettings', 'connectionStrings', 'system.codedom', 'system.data', 'system.diagnostics'], {}),
      ...alike(
        ['authenticationModules', 'connectionManagement', 'defaultProxy', 'mailSettings/smtp', 'requestCaching']
          .concat(['settings', 'webRequestModules'])
          .map((name) => `system.net/${name}`),
        {},
      ),
      'system.transactions/defaultSettings': {},
      'system.transactions/machineSettings': { allowDefinition: 'MachineOnly' },
      'system.windows.forms': {},
      ...alike(
        ['dateTimeSerialization', 'schemaImporterExtensions', 'xmlSerializer'].map(
          (name) => `system.xml.serialization/${name}`,
        ),
        {},
      ),
      ...inSystemWeb(
        'authorization browserCaps clientTarget compilation customErrors deviceFilters globalization httpCookies ' +
          'httpHandlers httpModules httpRuntime identity mobileControls pages sessionPageState trace webControls ' +
          'webParts webServices xhtmlConformance',
      ),
      ...inSystemWeb(
        'anonymousIdentification authentication fullTrustAssemblies healthMonitoring hostingEnvironment machineKey ' +
          'membership partialTrustVisibleAssemblies profile roleManager securityPolicy sessionState siteMap trust ' +
          'urlMappings caching/cache caching/outputCache caching/outputCacheSettings caching/sqlCacheDependency',
        'MachineToApplication',
      ),
      'system.web/deployment': { allowDefinition: 'MachineOnly' },
      'system.web/processModel': { allowDefinition: 'MachineOnly', allowLocation: false },
      'system.web/protocols': { allowDefinition: 'MachineToWebRoot' },
    },
  },
];
