import type { Foreign } from './model';

const DOTNET: Foreign = { owner: '.NET Framework', declaredIn: 'machine.config' };
const WINRM: Foreign = { owner: 'the WinRM IIS Extension', declaredIn: 'applicationHost.config' };

/** Sections that machine.config of .NET Framework 4 declares and no schema file of IIS describes. */
const DOTNET_SECTIONS = [
  'assemblyBinding',
  'mscorlib',
  'runtime',
  'satelliteassemblies',
  'startup',
  'system.data.dataset',
  'system.data.odbc',
  'system.data.oledb',
  'system.data.oracleclient',
  'system.data.sqlclient',
  'system.runtime.caching/memoryCache',
  'system.runtime.remoting',
  'system.runtime.serialization/dataContractSerializer',
  'system.serviceModel/behaviors',
  'system.serviceModel/bindings',
  'system.serviceModel/client',
  'system.serviceModel/comContracts',
  'system.serviceModel/commonBehaviors',
  'system.serviceModel/diagnostics',
  'system.serviceModel/extensions',
  'system.serviceModel/machineSettings',
  'system.serviceModel/protocolMapping',
  'system.serviceModel/routing',
  'system.serviceModel/serviceHostingEnvironment',
  'system.serviceModel/services',
  'system.serviceModel/standardEndpoints',
  'system.serviceModel/tracking',
  'system.serviceModel.activation/diagnostics',
  'system.serviceModel.activation/net.pipe',
  'system.serviceModel.activation/net.tcp',
  'system.web.extensions/scripting/scriptResourceHandler',
  'system.web.extensions/scripting/webServices/authenticationService',
  'system.web.extensions/scripting/webServices/jsonSerialization',
  'system.web.extensions/scripting/webServices/profileService',
  'system.web.extensions/scripting/webServices/roleService',
  'system.xaml.hosting/httpHandlers',
  'uri',
  'windows',
];

/** Sections and groups of well-known packages; each has to be declared in `configSections` of the file that uses it. */
const PACKAGES: Readonly<Record<string, string>> = {
  applicationSettings: '.NET Framework (settings of the application)',
  castle: 'Castle Windsor',
  configBuilders: '.NET Framework (configuration builders)',
  devExpress: 'DevExpress',
  dotNetOpenAuth: 'DotNetOpenAuth',
  elmah: 'ELMAH',
  'enterpriseLibrary.ConfigurationSource': 'Enterprise Library',
  entityFramework: 'Entity Framework',
  glimpse: 'Glimpse',
  'hibernate-configuration': 'NHibernate',
  log4net: 'log4net',
  'microsoft.identityModel': 'Windows Identity Foundation',
  nlog: 'NLog',
  nwebsec: 'NWebsec',
  'oracle.manageddataaccess.client': 'Oracle Data Provider for .NET',
  'system.identityModel': '.NET Framework (identity model)',
  'system.identityModel.services': '.NET Framework (identity model)',
  'system.web.webPages.razor': 'ASP.NET Web Pages (Razor)',
  unity: 'Unity Container',
  userSettings: '.NET Framework (settings of the user)',
};

/** Sections whose inside is described by no schema file that we have, by path; groups of packages by their first name. */
export const foreignSections: ReadonlyMap<string, Foreign> = new Map([
  ...DOTNET_SECTIONS.map((path) => [path, DOTNET] as const),
  ['system.webServer/system.management.wsmanagement.config', WINRM],
  ...Object.entries(PACKAGES).map(([path, owner]): [string, Foreign] => [
    path,
    { owner, declaredIn: 'configSections' },
  ]),
]);
