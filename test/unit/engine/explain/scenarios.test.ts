import assert from 'node:assert/strict';
import { explain } from '../../../../src/engine/explain/explain';
import type { Answer } from '../../../../src/engine/knowledge/fact';
import { knowledge } from '../../../kit/knowledge';

interface Scenario {
  readonly name: string;
  /** What somebody pastes. */
  readonly text: string;
  /** What the answer has to say, wherever it says it. */
  readonly says: readonly RegExp[];
  /** What it has to warn of. */
  readonly warns: readonly RegExp[];
  /** Advice that circulates and does harm: it must not stand among what is recommended. */
  readonly never: readonly RegExp[];
}

const event = (source: string, id: number, description: string): string =>
  `Log Name:      System\nSource:        ${source}\nDate:          11/20/2026 8:14:02 AM\nEvent ID:      ${id}\nLevel:         Error\nComputer:      WEB01\nDescription:\n${description}\n`;

const scenarios: readonly Scenario[] = [
  {
    name: '1 500.19, a module is missing',
    text: 'HTTP Error 500.19 - Internal Server Error\nModule IIS Web Core\nNotification Unknown\nHandler Not yet determined\nError Code 0x8007000d\nConfig Error\nConfig File \\\\?\\C:\\inetpub\\shop\\web.config\nConfig Source:\n   -1:\n    0:',
    says: [/Hosting Bundle/, /well-formed|XML/],
    warns: [/delete the section|remove the section/i, /permission/i],
    never: [/delete .{0,20}aspNetCore/i, /grant .{0,40}Everyone/i],
  },
  {
    name: '2 500.19, a locked section',
    text: 'Error Code 0x80070021\nConfig Error This configuration section cannot be used at this path. This happens when the section is locked at a parent level. Locking is either by default (overrideModeDefault="Deny"), or set explicitly by a location tag with overrideMode="Deny" or the legacy allowOverride="false".',
    says: [/locked at a parent level/i, /commit:apphost/, /that (?:one )?site/],
    warns: [/whole server/, /process/],
    never: [/set overrideModeDefault="Allow"/i, /aspnet_regiis -i/, /unlocker/i],
  },
  {
    name: '3 500.19, a duplicate key',
    text: "Error Code 0x800700b7\nConfig Error Cannot add duplicate collection entry of type 'mimeMap' with unique key attribute 'fileExtension' set to '.json'",
    says: [/<remove/],
    warns: [/parent/, /clear/],
    never: [/use `<clear/i, /from applicationHost\.config/i],
  },
  {
    name: '4 503, the identity of a pool is invalid',
    text: `${event('Microsoft-Windows-WAS', 5021, 'The identity of application pool Shop is invalid. The user name or password that is specified for the identity may be incorrect, or the user may not have batch logon rights. If the identity is not corrected, the application pool will be disabled when the application pool receives its first request. If batch logon rights are causing the problem, the identity in the IIS configuration store must be changed after rights have been granted before Windows Process Activation Service (WAS) can retry the logon. If the identity remains invalid after the first request for the application pool is processed, the application pool will be disabled. The data field contains the error number.')}\n${event('Microsoft-Windows-WAS', 5057, 'Application pool Shop has been disabled. Windows Process Activation Service (WAS) did not create a worker process to serve the application pool because the application pool identity is invalid.')}`,
    says: [/password/i, /batch/i],
    warns: [/LocalSystem|administrator/i],
    never: [/log on as a service/i, /iisreset(?! )/i],
  },
  {
    name: '5 crash and rapid-fail protection',
    text: `${event('Microsoft-Windows-WAS', 5011, "A process serving application pool 'Shop' suffered a fatal communication error with the Windows Process Activation Service. The process id was '28828'. The data field contains the error number.")}\n${event('Microsoft-Windows-WAS', 5002, "Application pool 'Shop' is being automatically disabled due to a series of failures in the process(es) serving that application pool.")}`,
    says: [/rapid.fail/i, /1000/, /1026/, /dump/i],
    warns: [/rapid.?fail|limit/i],
    never: [/disable rapid/i, /rapidFailProtection:false/i],
  },
  {
    name: '6 iisreset in a script',
    text: 'Attempting stop...\nRestart attempt failed.\nThe service cannot accept control messages at this time. (2147943461, 80070425)',
    says: [/net stop WAS/i, /recycle|wait/i],
    warns: [/iisreset/i],
    never: [/net stop http/i],
  },
  {
    name: '7 503 and nothing in the log of the site',
    text: '#Software: Microsoft HTTP API 2.0\n#Version: 1.0\n#Date: 2026-11-20 18:45:09\n#Fields: date time c-ip c-port s-ip s-port cs-version cs-method cs-uri sc-status s-siteid s-reason s-queuename\n2026-11-20 18:45:09 192.0.2.7 2094 192.0.2.80 80 HTTP/1.1 GET /qos/1kbfile.txt 503 1 AppOffline Shop\n2026-11-20 18:45:11 192.0.2.7 2095 192.0.2.80 80 HTTP/1.1 GET /qos/1kbfile.txt 503 1 QueueFull Shop\n2026-11-20 18:46:11 192.0.2.7 2096 192.0.2.80 80 - - - - - Timer_ConnectionIdle -\n',
    says: [/5002|rapid.fail/i, /queue/i],
    warns: [/queueLength|queue length/i],
    never: [/raise .{0,20}queueLength/i],
  },
  {
    name: '8 DCOM 10016, by design',
    text: event(
      'Microsoft-Windows-DistributedCOM',
      10016,
      'The application-specific permission settings do not grant Local Activation permission for the COM Server application with CLSID \n{D63B10C5-BB46-4990-A94F-E40B9D520160}\n and APPID \n{9CA88EE3-ACB7-47C8-AFC4-AB702511C276}\n to the user NT AUTHORITY\\SYSTEM SID (S-1-5-18) from address LocalHost (Using LRPC) running in the application container Unavailable SID (Unavailable).',
    ),
    says: [/by design/, /filter/i],
    warns: [/TrustedInstaller/, /child/],
    never: [/^take ownership/im],
  },
  {
    name: '9 DCOM 10016 for IIS WAMREG',
    text: event(
      'DCOM',
      10016,
      'The application-specific permission settings do not grant Local Activation permission for the COM Server application with CLSID\n{61738644-F196-11D0-9953-00C04FD919C1}\nto the user CONTOSO\\sp_farm SID (S-1-5-21-1-2-3-1105). This security permission can be modified using the Component Services administrative tool.',
    ),
    says: [/WAMREG/, /harmless|noise|ignore/i],
    warns: [/Everyone/, /Full Control/i],
    never: [/grant .{0,20}Everyone/i],
  },
  {
    name: '10 DCOM 10036, a client that is too old',
    text: event(
      'Microsoft-Windows-DistributedCOM',
      10036,
      'The server-side authentication level policy does not allow the user CONTOSO\\svc SID (S-1-5-21-1-2-3-1106) from address 10.0.0.5 to activate DCOM server. Please raise the activation authentication level at least to RPC_C_AUTHN_LEVEL_PKT_INTEGRITY in client application.',
    ),
    says: [/client/i, /update/i],
    warns: [/RequireIntegrityActivationAuthenticationLevel/],
    never: [/set .{0,30}RequireIntegrity\w+.{0,10}0/i],
  },
  {
    name: '11 DCOM 10010, a timeout',
    text: event(
      'Microsoft-Windows-DistributedCOM',
      10010,
      'The server {3D14228D-FBE1-11D0-995D-00C04FD919C1} did not register with DCOM within the required timeout.',
    ),
    says: [/IWAM/, /Out-of-Process Pooled/],
    warns: [/DCOM rights|IIS 7/i],
    never: [/grant .{0,40}DCOM/i],
  },
  {
    name: '12 the IWAM password differs',
    text: "Event ID: 10004 Source: DCOM\nDCOM got error \"Logon failure: unknown user name or bad password.\" and was unable to logon .\\IWAM_WEB1 in order to run the server: {1FD7A201-0823-479C-9A4B-2C6128585168}\n\nEvent ID: 36 Source: W3SVC\nThe server failed to load application '/LM/W3SVC/1/Root/op'. The error was 'The server process could not be started because the configured identity is incorrect. Check the username and password.'",
    says: [/synciwam\.vbs/, /WAMUserPass/],
    warns: [/DCOM permissions|access/i],
    never: [/IUSR and IWAM .{0,20}same/i],
  },
  {
    name: '13 configuration of another machine',
    text: 'HTTP Error 500.19\nFailed to decrypt attribute "password"\nKeyset does not exist (Exception from HRESULT: 0x80090016)',
    says: [/this machine/, /inetpub\\history/],
    warns: [/copy applicationHost\.config/i, /Everyone/],
    never: [/iissetup/i],
  },
  {
    name: '14 applicationHost.config is corrupt',
    text: event(
      'Microsoft-Windows-WAS',
      5172,
      "The Windows Process Activation Service encountered an error trying to read configuration data from file '\\\\?\\C:\\Windows\\system32\\inetsrv\\config\\applicationHost.config', line number '308'. The error message is: 'Configuration file is not well-formed XML'. The data field contains the error number.",
    ),
    says: [/inetpub\\history|restore/i, /line/i],
    warns: [/reinstall|another server|neighbour/i],
    never: [/reinstall IIS/i],
  },
  {
    name: '15 WAS 5189 after an upgrade',
    text: event(
      'Microsoft-Windows-WAS',
      5189,
      "The Windows Process Activation Service failed to generate an application pool config file for application pool 'Shop'. The error type is '5'. To resolve this issue, please ensure that the applicationhost.config file is correct and recommit the last configuration changes made. The data field contains the error number.",
    ),
    says: [/appPools/, /WAS/],
    warns: [/type|while|running/i],
    never: [/reinstall/i],
  },
  {
    name: '16 a native module does not load',
    text: event(
      'Microsoft-Windows-IIS-W3SVC-WP',
      2280,
      'The Module DLL C:\\Windows\\system32\\inetsrv\\aspnetcorev2.dll failed to load. The data is the error.',
    ),
    says: [/Hosting Bundle/, /bit/i],
    warns: [/enable32BitAppOnWin64|32.bit|globalModules/i],
    never: [/toggle enable32/i],
  },
  {
    name: '17 an ASP.NET Core application does not start',
    text: `${event('IIS AspNetCore Module V2', 1018, "Application '/LM/W3SVC/5/ROOT' with physical root 'C:\\inetpub\\shop\\' hit unexpected managed exception, exception code = '0xe0434352'. Please check the stderr logs for more information.")}\nHTTP Error 500.30 - ASP.NET Core app failed to start`,
    says: [/stdout|dotnet/i],
    warns: [/hostingModel|Development|stdoutLog/i],
    never: [/ASPNETCORE_ENVIRONMENT.{0,20}Development/],
  },
  {
    name: '18 a site does not start, the port is taken',
    text: 'The process cannot access the file because it is being used by another process. (Exception from HRESULT: 0x80070020)',
    says: [/port/, /netstat -ano/, /iplisten/],
    warns: [/unlock/],
    never: [/delete the file/i],
  },
  {
    name: '19 a certificate cannot be bound',
    text: 'A specified logon session does not exist. It may already have been terminated. (Exception from HRESULT: 0x80070520)',
    says: [/private key/, /-repairstore/],
    warns: [/Everyone/],
    never: [/certutil - repairstore/, /grant .{0,30}IIS_IUSRS/i],
  },
  {
    name: '20 HttpEvent 15021',
    text: event(
      'Microsoft-Windows-HttpEvent',
      15021,
      'An error occurred while using SSL configuration for endpoint 0.0.0.0:444.  The error status code is contained within the returned data.',
    ),
    says: [/certificate/i, /sslcert/],
    warns: [/Exchange|444|delete/i],
    never: [/reboot/i],
  },
  {
    name: '21 two certificates on one address',
    text: event('W3SVC', 115, 'The service could not bind instance 1. The data is the error code.\n0000: 34 00 00 00'),
    says: [/binding|address/i],
    warns: [],
    never: [],
  },
  {
    name: '22 settings that Integrated mode refuses',
    text: 'HTTP Error 500.22 - Internal Server Error\nAn ASP.NET setting has been detected that does not apply in Integrated managed pipeline mode.',
    says: [/migrate config/],
    warns: [/Classic/],
    never: [/userKernelMode/],
  },
  {
    name: '23 an upload that is too large',
    text: 'HTTP Error 404.13 - Not Found\nThe request filtering module is configured to deny a request that exceeds the request content length.',
    says: [/maxAllowedContentLength/, /bytes/, /maxRequestLength/, /kilobytes|KB/i],
    warns: [/every site|all sites|applicationHost/i],
    never: [],
  },
  {
    name: '24 no access to the content',
    text: 'HTTP Error 401.3 - Unauthorized\nError Code 0x80070005',
    says: [/IIS_IUSRS|IIS AppPool/],
    warns: [/Everyone/, /LocalSystem/],
    never: [/grant Everyone/i],
  },
  {
    name: '25 remoting from macOS or Linux',
    text: 'Enter-PSSession: This parameter set requires WSMan, and no supported WSMan client library was found. WSMan is either not installed or unavailable for this system.',
    says: [/SSH/],
    warns: [/Basic/, /TrustedHosts/],
    never: [/AllowUnencrypted/i],
  },
];

/** Every answer of a text, each once. */
async function answersIn(text: string): Promise<Answer[]> {
  const { explanations, diagnoses } = await explain(text, knowledge);
  return [...new Set([...diagnoses, ...explanations].flatMap(({ answers }) => answers))];
}

describe('the scenarios that people meet', () => {
  for (const { name, text, says, warns, never } of scenarios)
    it(name, async () => {
      const answers = await answersIn(text);
      assert.ok(answers.length, 'nothing was explained');
      const advice = answers.flatMap(({ checks = [], fix = '', steps = [] }) => [...checks, fix, ...steps]);
      const warnings = answers.flatMap(({ doNot = [] }) => doNot).join('\n');
      const everything = [
        ...answers.flatMap(({ name: title, verdictText = '', meaning, causes = [], more = [] }) => [
          title,
          verdictText,
          meaning,
          ...causes,
          ...more,
        ]),
        ...advice,
      ].join('\n');
      for (const pattern of says) assert.match(everything, pattern);
      for (const pattern of warns) assert.match(warnings, pattern);
      for (const pattern of never) for (const sentence of advice) assert.doesNotMatch(sentence, pattern);
    });
});
