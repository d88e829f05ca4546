import { defineFamily, type Key, type NonEmpty, type Source } from '../fact';

const READ = '2026-11-21';
const http50019: Source = {
  document: 'Microsoft Support, KB 942055: HTTP error 500.19 when you open an IIS webpage',
  says: 'The texts and codes that a 500.19 shows, each with its cause and its resolution.',
  read: READ,
};
const locking: Source = {
  document: 'IIS documentation: How to Use Locking in IIS Configuration',
  says: 'Sections are locked by overrideModeDefault or a location tag, and unlocked for one path by another location tag.',
  read: READ,
};
const integrated: Source = {
  document: 'IIS documentation: ASP.NET 2.0 Breaking Changes on IIS 7.0',
  says: 'Which ASP.NET settings the integrated pipeline refuses with 500.22 to 500.24, and what to do about each.',
  read: READ,
};
const keys: Source = {
  document: 'MSDN blog WebTopics: application pool identity and 0x80090016 after copying configuration',
  says: 'Encrypted attributes of applicationHost.config can be read only with the key containers of the machine that wrote them.',
  read: READ,
};

const message = (anchor: string, pattern: RegExp): NonEmpty<Key> => [
  { kind: 'phrase', as: 'message', anchors: [anchor], pattern },
];

/** Sentences of the error pages and of IIS Manager that say what is wrong with a configuration. */
export default defineFamily({
  facts: [
    {
      id: 'message-section-locked',
      name: 'The section is locked at a parent level',
      verdict: 'act',
      meaning:
        'web.config sets a section that applicationHost.config reserves for itself (500.19 with 0x80070021). The Windows text about a locked file has nothing to do with it: no process holds the file.',
      checks: [
        'Which section does the page mark? `handlers` or `modules` on a fresh server: is the ASP.NET feature installed?',
      ],
      fix: 'Take the setting out of web.config, or set it for that one site in applicationHost.config. On a fresh server install the missing feature.',
      steps: [
        'Least: remove the setting from web.config, where the default will do.',
        'Set it for the site: `%windir%\\system32\\inetsrv\\appcmd.exe set config "the site" /section:NAME /ATTRIBUTE:VALUE /commit:apphost`',
        'Or allow it for the site alone: in applicationHost.config `<location path="the site" overrideMode="Allow">` around an empty element of that section.',
        'Last, for every site of the server: `%windir%\\system32\\inetsrv\\appcmd.exe unlock config /section:NAME`',
      ],
      doNot: [
        'Do not set `overrideModeDefault="Allow"` for the whole server: every site could then change that section.',
        'Do not look for a process that locks the file, and do not run `aspnet_regiis -i` on Windows Server 2012 or later.',
      ],
      keys: message(
        'this configuration section cannot be used at this path',
        /this\s+configuration\s+section\s+cannot\s+be\s+used\s+at\s+this\s+path/iy,
      ),
      sources: [http50019, locking],
      samples: [
        'Config Error: This configuration section cannot be used at this path. This happens when the section is locked at a parent level.',
      ],
      notSamples: ['This configuration section is documented elsewhere.'],
    },
    {
      id: 'message-duplicate-entry',
      name: 'Cannot add duplicate collection entry',
      verdict: 'act',
      meaning:
        'A collection gets an entry whose key it has already, mostly inherited from a web.config above or from applicationHost.config (500.19 with 0x800700B7). The same file can be right on another server.',
      checks: [
        'The key that the message names: where above is it defined? `appcmd.exe list config "the site" /section:NAME`',
      ],
      fix: 'Put `<remove …/>` for that key right before the `<add …/>`, or drop the add where the inherited entry will do.',
      doNot: [
        'Do not delete the entry of the parent: other sites need it.',
        'Do not `<clear/>` the collection: everything inherited is gone with it.',
      ],
      keys: message(
        'cannot add duplicate collection entry',
        /cannot\s+add\s+duplicate\s+collection\s+entry(?:\s+of\s+type\s+'[^'\r\n]{1,80}')?/iy,
      ),
      sources: [http50019],
      samples: [
        "Cannot add duplicate collection entry of type 'mimeMap' with unique key attribute 'fileExtension' set to '.woff2'",
        "Cannot add duplicate collection entry of type 'binding' with combined key attributes 'protocol, bindingInformation'",
      ],
      notSamples: ['Cannot add a duplicate row.'],
    },
    {
      id: 'message-decrypt-attribute',
      name: 'An encrypted setting cannot be read on this machine',
      verdict: 'act',
      meaning:
        'A password in the configuration was encrypted with keys that this machine does not have, as after applicationHost.config was copied from another server, or the keys cannot be opened.',
      checks: [
        'Was the file copied or the machine cloned? Which provider does the value name, AesProvider or IISWASOnly…?',
      ],
      fix: 'Enter the password again on this machine, or restore its own applicationHost.config from `%SystemDrive%\\inetpub\\history`.',
      steps: [
        'Best: set the password again with IIS Manager or appcmd; it is encrypted with the keys of this machine.',
        'For a farm use Shared Configuration: its export takes the keys along, protected by a password.',
        'To move the keys by hand, on the old machine: `%windir%\\Microsoft.NET\\Framework64\\v4.0.30319\\aspnet_regiis.exe -px iisConfigurationKey keys.xml -pri`, on the new one `-pi iisConfigurationKey keys.xml`; the same for `iisWasKey`. Delete keys.xml afterwards.',
      ],
      doNot: [
        'Do not copy applicationHost.config between servers, and do not paste the sessionKey of another one.',
        'Do not grant Everyone rights on MachineKeys.',
      ],
      keys: message('failed to decrypt attribute', /failed\s+to\s+decrypt\s+attribute(?:\s+['"]\w{1,60}['"])?/iy),
      sources: [keys],
      samples: ['Config Error: Failed to decrypt attribute "password"', "failed to decrypt attribute 'password'"],
      notSamples: ['Failed to decrypt the message'],
    },
    {
      id: 'message-missing-declaration',
      name: 'A section is used that nothing declares',
      verdict: 'act',
      meaning:
        'The configuration has a section whose declaration is missing on this machine: its feature or module is not installed, or the pool runs another version of .NET than the section belongs to.',
      checks: [
        'Whose section is it? `system.serviceModel`: .NET 3.5 or 4; `aspNetCore`: the Hosting Bundle; `rewrite`: URL Rewrite.',
      ],
      fix: 'Install what declares the section, or give the application pool the .NET version that the application was made for.',
      doNot: ['Do not declare it by hand with a copied `<section>` line: the module behind it would still be missing.'],
      keys: message(
        'cannot be read because it is missing a section declaration',
        /cannot\s+be\s+read\s+because\s+it\s+is\s+missing\s+(?:a\s+)?section\s+declaration/iy,
      ),
      sources: [http50019],
      samples: [
        "The configuration section 'system.serviceModel' cannot be read because it is missing a section declaration",
      ],
      notSamples: ['It cannot be read because the section is missing.'],
    },
    {
      id: 'message-integrated-setting',
      name: 'An ASP.NET setting that Integrated mode refuses',
      verdict: 'act',
      meaning:
        'web.config still has `httpModules`, `httpHandlers` or impersonation in system.web, which the integrated pipeline ignores: it says so with 500.22, 500.23 or 500.24 instead of running without them.',
      checks: ['Which of the three: 500.22 httpModules, 500.23 httpHandlers, 500.24 `<identity impersonate="true"/>`.'],
      fix: 'Move the entries to system.webServer: `%windir%\\system32\\inetsrv\\appcmd.exe migrate config "site/app"`; then remove the old ones.',
      steps: [
        '`%windir%\\system32\\inetsrv\\appcmd.exe migrate config "site/app"` writes modules and handlers under system.webServer.',
        'Where both must stay for older servers: `<validation validateIntegratedModeConfiguration="false" />` in system.webServer.',
        'With 500.24 turn the check off only when impersonation before authentication is not needed.',
      ],
      doNot: [
        'Do not switch the pool to Classic mode first: it hides the finding and gives up the integrated pipeline.',
      ],
      keys: message(
        'an asp.net setting has been detected that does not apply in integrated',
        /an\s+asp\.net\s+setting\s+has\s+been\s+detected\s+that\s+does\s+not\s+apply\s+in\s+integrated(?:\s+managed\s+pipeline\s+mode)?/iy,
      ),
      sources: [integrated],
      samples: ['An ASP.NET setting has been detected that does not apply in Integrated managed pipeline mode.'],
      notSamples: ['An ASP.NET setting has been changed.'],
    },
    {
      id: 'message-content-length',
      name: 'The request is larger than request filtering allows',
      verdict: 'act',
      meaning:
        'The body is over `maxAllowedContentLength` (bytes, default 30000000): 404.13, or 413.1 on newer systems. ASP.NET has a limit of its own, `maxRequestLength` (kilobytes, default 4096).',
      checks: ['Both limits of the application, each in its own unit: the smaller one decides.'],
      fix: 'Raise both for the one application: `requestLimits maxAllowedContentLength` in bytes and `httpRuntime maxRequestLength` in kilobytes.',
      doNot: ['Do not raise it in applicationHost.config for every site, and do not set only one of the two.'],
      keys: message(
        'the request filtering module is configured to deny a request that exceeds the request content length',
        /the\s+request\s+filtering\s+module\s+is\s+configured\s+to\s+deny\s+a\s+request\s+that\s+exceeds\s+the\s+request\s+content\s+length/iy,
      ),
      sources: [
        {
          document: 'Microsoft Support, KB 942074: HTTP error 404.13, CONTENT_LENGTH_TOO_LARGE',
          says: 'The limit of request filtering is in bytes and answers 404.13.',
          read: READ,
        },
      ],
      samples: [
        'The request filtering module is configured to deny a request that exceeds the request content length.',
      ],
      notSamples: ['The request filtering module is configured to deny a double escape sequence.'],
    },
    {
      id: 'message-bad-module',
      name: '500.21: a handler names a module that is not there',
      verdict: 'act',
      meaning:
        'A handler of this path needs a module that this server or pool does not have. ManagedPipelineHandler: ASP.NET is not installed, or the pool has no .NET; AspNetCoreModule: the hosting bundle is missing.',
      checks: [
        'Which module does the text name, and does `%windir%\\system32\\inetsrv\\appcmd.exe list modules` have it?',
      ],
      fix: 'Install what brings the module: the feature ASP.NET 4.x of Windows, or the .NET hosting bundle (then restart WAS and W3SVC).',
      doNot: [
        'Do not use `aspnet_regiis.exe -i` on Windows Server 2012 and later: ASP.NET is a feature of Windows there.',
      ],
      keys: [
        {
          kind: 'phrase',
          as: 'message',
          anchors: ['handler "', "handler '"],
          pattern:
            /handler\s+["'][^"'\r\n]{1,100}["']\s+has\s+a\s+bad\s+module\s+["'][^"'\r\n]{1,100}["']\s+in\s+its\s+module\s+list/iy,
        },
      ],
      sources: [
        {
          document: 'Microsoft Support, KB 2015129: HTTP error 500.21, bad module ManagedPipelineHandler',
          says: 'The module belongs to ASP.NET, which is not installed completely.',
          read: READ,
        },
      ],
      samples: [
        'Handler "ExtensionlessUrlHandler-Integrated-4.0" has a bad module "ManagedPipelineHandler" in its module list',
        'Handler "aspNetCore" has a bad module "AspNetCoreModuleV2" in its module list',
      ],
      notSamples: ['The handler "StaticFile" has a module'],
    },
    {
      id: 'message-logon-session',
      name: 'The certificate has no usable private key',
      verdict: 'act',
      meaning:
        'IIS or netsh could not bind a certificate (0x80070520): its private key is missing or cannot be opened, mostly because it was imported into the store of a user and then moved.',
      checks: ['In the Personal store of the computer: does the certificate say that you have a private key for it?'],
      fix: 'Delete it and import the PFX into the computer store, or `certutil -repairstore my "<thumbprint>"` (no blank behind the hyphen).',
      doNot: [
        'Do not grant Everyone or IIS_IUSRS rights on MachineKeys: HTTP.sys reads the key as SYSTEM.',
        'Do not paste a thumbprint from the certificate window without looking for an invisible character before it.',
      ],
      keys: message(
        'a specified logon session does not exist',
        /a\s+specified\s+logon\s+session\s+does\s+not\s+exist(?:\.\s+it\s+may\s+already\s+have\s+been\s+terminated)?/iy,
      ),
      sources: [
        {
          document: 'Microsoft Support: troubleshooting SSL related issues (server certificate)',
          says: 'The private key behind the certificate is damaged or missing; it is repaired or imported again.',
          read: READ,
        },
      ],
      samples: [
        'A specified logon session does not exist. It may already have been terminated. (Exception from HRESULT: 0x80070520)',
      ],
      notSamples: ['The specified session does not exist.'],
    },
    {
      id: 'message-url-prefix',
      name: 'A site could not take its address',
      verdict: 'act',
      meaning:
        'WWW Service did not register the URL prefix: another program or another site holds the port, or `netsh http show iplisten` names an address that this machine no longer has.',
      checks: ['`netstat -ano` for the port, `netsh http show servicestate`, `netsh http show iplisten`.'],
      fix: 'Stop the other program or change the binding, or take the stale address off the iplisten list; then start the site.',
      doNot: ['Do not use file-unlocking tools: with 0x80070020 it is a port, not a file.'],
      keys: message(
        'the ip listen-only list may contain a reference',
        /the\s+ip\s+listen-only\s+list\s+may\s+contain\s+a\s+reference(?:\s+to\s+an\s+interface)?/iy,
      ),
      sources: [
        {
          document: 'Microsoft Support articles on site bindings and certificates of IIS',
          says: 'The code when a site starts or a certificate is bound, its cause and its resolution.',
          read: READ,
        },
      ],
      samples: [
        'Unable to bind to the underlying transport for [::]:80. The IP Listen-Only list may contain a reference to an interface which may not exist on this machine.',
      ],
      notSamples: ['The listen list is empty.'],
    },
  ],
});
