import { between } from '../chance';
import { eventKinds } from '../eventKinds';
import type { MachineSpec } from '../machineSpec';
import { traffic } from './traffic';
import {
  iis10,
  managementService,
  netTcpServices,
  permissionNoise,
  server2022,
  usualComponents,
  wcfReservation,
  windowsRegistry,
  windowsServices,
} from './windows';

const lines = (...all: readonly string[]): string => `${all.join('\r\n')}\r\n`;

/** While the queue folder is on a share that no longer exists, the watcher of the orders application throws. */
const ORDERS_CONFIG = 'D:\\sites\\orders\\web.config';
const DEAD_SHARE = '\\\\files-old.contoso.example\\queue';
/** The certificate that the binding of the partner site still names; it was deleted when the new one came. */
const DELETED_CERTIFICATE = '5D1A0F4E3B2C9876A5B4C3D2E1F0A9B8C7D6E5F4';

const ordersConfig = lines(
  '<?xml version="1.0" encoding="utf-8"?>',
  '<configuration>',
  '  <appSettings>',
  `    <add key="QueueFolder" value="${DEAD_SHARE}" />`,
  '  </appSettings>',
  '  <system.web>',
  '    <compilation debug="true" targetFramework="4.8" />',
  '    <httpRuntime targetFramework="4.8" maxRequestLength="51200" />',
  '  </system.web>',
  '</configuration>',
);

/** The server has the type already: the site answers 500.19 as soon as it starts. */
const testConfig = lines(
  '<?xml version="1.0" encoding="utf-8"?>',
  '<configuration>',
  '  <system.webServer>',
  '    <staticContent>',
  '      <mimeMap fileExtension=".json" mimeType="application/json" />',
  '    </staticContent>',
  '  </system.webServer>',
  '</configuration>',
);

/** The section is locked on this server: every request ends with 500.19. */
const tillConfig = lines(
  '<?xml version="1.0" encoding="utf-8"?>',
  '<configuration>',
  '  <system.webServer>',
  '    <security>',
  '      <authentication>',
  '        <windowsAuthentication enabled="true" />',
  '      </authentication>',
  '    </security>',
  '  </system.webServer>',
  '</configuration>',
);

/** URL Rewrite is not installed on this server. */
const reportsConfig = lines(
  '<?xml version="1.0" encoding="utf-8"?>',
  '<configuration>',
  '  <system.webServer>',
  '    <rewrite>',
  '      <rules>',
  '        <rule name="To HTTPS" stopProcessing="true">',
  '          <match url="(.*)" />',
  '          <conditions><add input="{HTTPS}" pattern="off" /></conditions>',
  '          <action type="Redirect" url="https://{HTTP_HOST}/{R:1}" />',
  '        </rule>',
  '      </rules>',
  '    </rewrite>',
  '  </system.webServer>',
  '</configuration>',
);

const pools = `
  <add name="DefaultAppPool" />
  <add name="Orders"><failure rapidFailProtectionMaxCrashes="5" rapidFailProtectionInterval="00:05:00" /></add>
  <add name="Reports"><processModel identityType="SpecificUser" userName="CONTOSO\\svc-reports" password="Spring-Example-1" /></add>
  <add name="Till" managedPipelineMode="Classic" enable32BitAppOnWin64="true"><recycling logEventOnRecycle="Time, Memory" /></add>
  <add name="Partner" queueLength="500"><processModel idleTimeout="00:20:00" /></add>`;

const site = (name: string, id: number, pool: string, folder: string, bindings: readonly string[]): string => `
  <site name="${name}" id="${id}">
    <application path="/" applicationPool="${pool}"><virtualDirectory path="/" physicalPath="${folder}" /></application>
    <bindings>${bindings.map((one) => `<binding ${one} />`).join('')}</bindings>
  </site>`;

const http = (information: string): string => `protocol="http" bindingInformation="${information}"`;
const https = (information: string, flags = 1): string =>
  `protocol="https" bindingInformation="${information}" sslFlags="${flags}"`;

const sites = [
  site('Orders', 1, 'Orders', 'D:\\sites\\orders', [
    http('*:80:orders.contoso.example'),
    https('*:443:orders.contoso.example'),
  ]),
  site('Reports', 2, 'Reports', 'D:\\sites\\reports', [http('*:80:reports.contoso.example')]),
  site('Till', 3, 'Till', 'D:\\sites\\till', [http('*:80:till.contoso.example')]),
  site('Partner', 4, 'Partner', 'D:\\sites\\partner', [https('*:443:partner.contoso.example')]),
  // Copied from Orders, binding and all.
  site('Orders Test', 5, 'Orders', 'D:\\sites\\orders-test', [http('*:80:orders.contoso.example')]),
  // Another program of this machine has the port.
  site('Kiosk', 6, 'DefaultAppPool', 'D:\\sites\\kiosk', [http('*:8080:')]),
].join('');

/** A server with the troubles that people most often ask about. */
export const web02: MachineSpec = {
  name: 'WEB-02',
  windows: server2022,
  iis: iis10,
  address: '192.0.2.12',
  products: ['iis', 'administration', 'ftp', 'aspnet', 'framework'],
  components: usualComponents,
  services: [
    ...windowsServices,
    ...netTcpServices,
    managementService,
    {
      name: 'ContosoQueue',
      displayName: 'Contoso Queue Dispatcher',
      dependsOn: ['WAS'],
      account: 'CONTOSO\\svc-queue',
      stopsIn: 6_000,
    },
    { name: 'ContosoAgent', displayName: 'Contoso Inventory Agent', start: 'automatic' },
    { name: 'ContosoSync', displayName: 'Contoso Price Sync', stopped: true, failsWith: 1053 },
  ],
  configuration: {
    pools,
    sites,
    end: '<location path="Partner"><system.webServer><security><access sslFlags="Ssl, SslNegotiateCert" /></security></system.webServer></location>',
  },
  files: {
    [ORDERS_CONFIG]: ordersConfig,
    'D:\\sites\\orders-test\\web.config': testConfig,
    'D:\\sites\\till\\web.config': tillConfig,
    'D:\\sites\\reports\\web.config': reportsConfig,
    'D:\\sites\\partner\\index.html': '<p>Partner portal</p>\r\n',
    'D:\\sites\\kiosk\\index.html': '<p>Kiosk</p>\r\n',
    'D:\\sites\\orders-test\\index.html': '<p>Test</p>\r\n',
    'C:\\Program Files\\Contoso\\Agent\\agent.ini': '[http]\r\nport=8080\r\n',
  },
  traits: {
    Orders: {
      traffic: 3,
      memory: 220,
      load: 0.12,
      crashes: (machine) =>
        machine.agenda.time > machine.made - 190 * 60_000 &&
        (machine.disk.text(ORDERS_CONFIG) ?? '').includes(DEAD_SHARE),
    },
    Reports: { traffic: 1, memory: 140 },
    Till: { traffic: 1, memory: 60, hangs: '/Import.ashx?file=prices.csv' },
    Partner: { traffic: 2, memory: 420, growth: 55, load: 0.35 },
  },
  // The password was changed in the directory a day ago.
  accounts: { 'contoso\\svc-reports': 'Autumn-Example-2' },
  certificates: [
    {
      store: 'My',
      subject: 'CN=orders.contoso.example, O=Contoso, C=DE',
      friendlyName: 'Orders',
      dnsNames: ['orders.contoso.example'],
      validFrom: -359,
      validTo: 6,
    },
    {
      store: 'My',
      subject: 'CN=partner.contoso.example, O=Contoso, C=DE',
      friendlyName: 'Partner, renewed',
      dnsNames: ['partner.contoso.example'],
      validFrom: -2,
      validTo: 363,
    },
    {
      store: 'My',
      subject: 'CN=till.contoso.example, O=Contoso, C=DE',
      friendlyName: 'Till, imported without its key',
      dnsNames: ['till.contoso.example'],
      validFrom: -30,
      validTo: 335,
      withoutKey: true,
    },
  ],
  tls: { 'orders.contoso.example:443': 'Orders', 'partner.contoso.example:443': DELETED_CERTIFICATE },
  reservations: [wcfReservation],
  listeners: [{ port: 8_080, program: 'C:\\Program Files\\Contoso\\Agent\\agent.exe' }],
  registry: [
    ...windowsRegistry,
    {
      guid: '{7B1E2B4C-5D6F-4A3B-9C8D-0E1F2A3B4C5D}',
      as: 'class',
      name: 'Contoso Pricing Engine',
      path: 'C:\\Program Files\\Contoso\\Pricing\\pricing.exe',
      appId: '{7B1E2B4C-5D6F-4A3B-9C8D-0E1F2A3B4C5E}',
    },
    {
      guid: '{7B1E2B4C-5D6F-4A3B-9C8D-0E1F2A3B4C5E}',
      as: 'application',
      name: 'Contoso Pricing Engine',
      launch: 'O:BAG:BAD:(A;;CCDCLCSWRP;;;BA)(A;;CCDCLCSWRP;;;SY)',
      owner: 'O:BA',
    },
  ],
  accountsBySid: {
    'S-1-5-21-1004336348-1177238915-682003330-1141': 'CONTOSO\\svc-orders',
    'S-1-5-21-1004336348-1177238915-682003330-1142': 'CONTOSO\\svc-reports',
  },
  happenings: [
    permissionNoise,
    traffic({
      Till: { share: 0.8, path: '/', status: '500 19 33' },
      Partner: { share: 0.1, path: '/api/offers', status: '500 0 64' },
    }),
    // The deployment that brought the dead share: its new worker process is the first to crash.
    { minutesAgo: 188, act: (machine) => void machine.pools.recycle('Orders') },
    { minutesAgo: 14, act: (machine) => void machine.pools.recycle('Till') },
    {
      minutesAgo: 300,
      every: 240,
      act: (machine) => {
        machine.log(
          eventKinds.permissionRefused,
          [
            'application-specific',
            'Local',
            'Activation',
            '{7B1E2B4C-5D6F-4A3B-9C8D-0E1F2A3B4C5D}',
            '{7B1E2B4C-5D6F-4A3B-9C8D-0E1F2A3B4C5E}',
            'CONTOSO',
            'svc-orders',
            'S-1-5-21-1004336348-1177238915-682003330-1141',
            'LocalHost (Using LRPC)',
            'Unavailable',
            'Unavailable',
          ],
          '',
          'S-1-5-21-1004336348-1177238915-682003330-1141',
        );
      },
    },
    {
      minutesAgo: 95,
      act: (machine) => {
        const process = between(700, 2_400, machine.seed, 'console').toString(16);
        machine.log(eventKinds.computerNotReached, [
          'WEB-03',
          process,
          'C:\\Deploy\\console.exe',
          '{2B72133B-3F5B-4602-8952-803546CE3344}',
        ]);
      },
    },
    {
      minutesAgo: 60,
      act: (machine) => {
        machine.log(eventKinds.computerNotReached, [
          'PRINT-07',
          '5f8',
          'C:\\Program Files\\Contoso\\Agent\\agent.exe',
          '{8BC3F05E-D86B-11D0-A075-00C04FB68820}',
        ]);
      },
    },
    {
      minutesAgo: 170,
      every: 55,
      act: (machine) => {
        for (const { endpoint, thumbprint } of machine.http.tls)
          if (!machine.http.certificate(thumbprint))
            machine.log(eventKinds.certificateFailed, ['\\Device\\Http\\ReqQueue', endpoint], '05040980');
      },
    },
    {
      minutesAgo: 40,
      act: (machine) => void machine.services.requestStart('ContosoSync'),
    },
  ],
};
