import type { MachineSpec } from '../machineSpec';
import {
  iis10,
  managementService,
  netTcpServices,
  permissionNoise,
  server2016,
  server2022,
  usualComponents,
  wcfReservation,
  windowsRegistry,
  windowsServices,
} from './windows';
import { traffic } from './traffic';

const lines = (...all: readonly string[]): string => `${all.join('\r\n')}\r\n`;

const shopConfig = (dll: string): string =>
  lines(
    '<?xml version="1.0" encoding="utf-8"?>',
    '<configuration>',
    '  <location path="." inheritInChildApplications="false">',
    '    <system.webServer>',
    '      <handlers>',
    '        <add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" resourceType="Unspecified" />',
    '      </handlers>',
    `      <aspNetCore processPath="dotnet" arguments=".\\${dll}" stdoutLogEnabled="false" stdoutLogFile=".\\logs\\stdout" hostingModel="inprocess" />`,
    '    </system.webServer>',
    '  </location>',
    '</configuration>',
  );

const intranetConfig = lines(
  '<?xml version="1.0" encoding="utf-8"?>',
  '<configuration>',
  '  <system.web>',
  '    <compilation debug="false" targetFramework="4.8" />',
  '    <httpRuntime targetFramework="4.8" />',
  '    <customErrors mode="RemoteOnly" />',
  '  </system.web>',
  '  <system.webServer>',
  '    <defaultDocument>',
  '      <files>',
  '        <clear />',
  '        <add value="default.aspx" />',
  '      </files>',
  '    </defaultDocument>',
  '  </system.webServer>',
  '</configuration>',
);

/** What ASP.NET Core adds to a server: the module, in the location that IIS ships with for the whole server. */
const ancm = {
  'system.webServer/globalModules':
    '<add name="AspNetCoreModuleV2" image="%ProgramFiles%\\IIS\\Asp.Net Core Module\\V2\\aspnetcorev2.dll" />',
  'location/system.webServer/modules': '<add name="AspNetCoreModuleV2" lockItem="true" />',
} as const;

const PRODUCTS = ['iis', 'administration', 'ftp', 'aspnet', 'framework', 'ancm'] as const;

const shopPools = `
  <add name="Shop" managedRuntimeVersion="" startMode="AlwaysRunning"><processModel idleTimeout="00:00:00" /></add>
  <add name="ShopApi" managedRuntimeVersion="" />
  <add name="Intranet" />`;

const shopSites = (address: string): string => `
  <site name="Contoso Shop" id="1">
    <application path="/" applicationPool="Shop">
      <virtualDirectory path="/" physicalPath="D:\\sites\\shop" />
      <virtualDirectory path="/media" physicalPath="D:\\media\\shop" />
    </application>
    <application path="/api" applicationPool="ShopApi"><virtualDirectory path="/" physicalPath="D:\\sites\\shop-api" /></application>
    <bindings>
      <binding protocol="http" bindingInformation="*:80:shop.contoso.example" />
      <binding protocol="https" bindingInformation="*:443:shop.contoso.example" sslFlags="1" />
    </bindings>
  </site>
  <site name="Intranet" id="2">
    <application path="/" applicationPool="Intranet"><virtualDirectory path="/" physicalPath="D:\\sites\\intranet" /></application>
    <application path="/holidays" applicationPool="Intranet"><virtualDirectory path="/" physicalPath="D:\\sites\\holidays" /></application>
    <bindings><binding protocol="http" bindingInformation="${address}:80:intranet.contoso.example" /></bindings>
  </site>`;

const shopFiles: MachineSpec['files'] = {
  'D:\\sites\\shop\\web.config': shopConfig('Contoso.Shop.dll'),
  'D:\\sites\\shop-api\\web.config': shopConfig('Contoso.Shop.Api.dll'),
  'D:\\sites\\intranet\\web.config': intranetConfig,
  'D:\\sites\\holidays\\default.aspx': '<%@ Page Language="C#" %>\r\n<p>Holidays</p>\r\n',
};

const shopTraits: MachineSpec['traits'] = {
  Shop: { traffic: 4, memory: 310, growth: 2, load: 0.06 },
  ShopApi: { traffic: 2, memory: 180, load: 0.03 },
  Intranet: { traffic: 1, memory: 95, load: 0.01 },
};

const shopCertificate = {
  store: 'WebHosting',
  subject: 'CN=shop.contoso.example, O=Contoso, C=DE',
  friendlyName: 'Shop 2026',
  dnsNames: ['shop.contoso.example', 'www.shop.contoso.example'],
  validFrom: -120,
  validTo: 245,
} as const;

const managementCertificate = {
  store: 'My',
  subject: 'CN=WMSvc-SHA2',
  issuer: 'CN=WMSvc-SHA2',
  friendlyName: 'WMSVC-SHA2',
  dnsNames: [],
  validFrom: -400,
  validTo: 3_250,
} as const;

/** A server on which everything is as it should be. */
export const web01: MachineSpec = {
  name: 'WEB-01',
  windows: server2022,
  iis: iis10,
  address: '192.0.2.11',
  products: PRODUCTS,
  components: usualComponents,
  services: [...windowsServices, ...netTcpServices, managementService],
  configuration: { pools: shopPools, sites: shopSites('192.0.2.11'), more: ancm },
  files: shopFiles,
  traits: shopTraits,
  certificates: [shopCertificate, managementCertificate],
  tls: { 'shop.contoso.example:443': 'Shop 2026', '0.0.0.0:8172': 'WMSVC-SHA2' },
  reservations: [wcfReservation],
  registry: windowsRegistry,
  happenings: [permissionNoise, traffic()],
};

/** Its neighbour behind the same load balancer, set up by hand and somewhat different. */
export const web03: MachineSpec = {
  ...web01,
  name: 'WEB-03',
  windows: server2016,
  address: '192.0.2.13',
  services: [
    ...windowsServices,
    ...netTcpServices.map((one) => ({ ...one, stopped: true as const, start: 'manual' as const })),
  ],
  configuration: {
    pools: shopPools.replace(
      '<add name="ShopApi" managedRuntimeVersion="" />',
      '<add name="ShopApi" managedRuntimeVersion="" queueLength="2000" />',
    ),
    sites: shopSites('192.0.2.13'),
    more: ancm,
  },
  certificates: [shopCertificate],
  tls: { 'shop.contoso.example:443': 'Shop 2026' },
  happenings: [{ ...permissionNoise, minutesAgo: 1_400 }, traffic()],
};

/** A server on which the session has no administrator token. */
export const web04: MachineSpec = {
  ...web01,
  name: 'WEB-04',
  address: '192.0.2.14',
  services: windowsServices,
  configuration: { pools: shopPools, sites: shopSites('192.0.2.14'), more: ancm },
  happenings: [{ ...permissionNoise, minutesAgo: 1_390 }, traffic()],
  isFiltered: true,
};
