import { defineFamily, type Key, type Source } from '../fact';

const READ = '2026-11-24';
const customErrors: Source = {
  document: 'Microsoft Learn: displaying a custom error page, and the element customErrors',
  says: 'RemoteOnly shows details on the server itself and hides them from all others; Off shows them to everybody.',
  read: READ,
};
const applications: Source = {
  document: 'Microsoft Support: allowDefinition="MachineToApplication" beyond application level',
  says: 'The folder has to be an application, or its web.config has settings that only the root of one may have.',
  read: READ,
};
const runtimes: Source = {
  document: 'Microsoft Learn: migration of ASP.NET applications to .NET Framework 4',
  says: 'An application for .NET 4 in a pool of .NET 2.0 stops at attributes that the older version does not know.',
  read: READ,
};

const requestLength: Source = {
  document: 'Microsoft Learn: HttpRuntimeSection.MaxRequestLength',
  says: 'The largest request in kilobytes; the default is 4096.',
  read: READ,
};

const ERROR_PAGE = String.raw`server\s+error\s+in\s+'[^'\r\n]{1,200}'\s+application\.?`;
const page = (behind = ''): Key => ({
  kind: 'phrase',
  as: 'message',
  anchors: ['server error in'],
  pattern: new RegExp(ERROR_PAGE + behind, 'iy'),
});

/** The error pages of ASP.NET, as they are copied out of a browser. */
export default defineFamily({
  facts: [
    {
      id: 'aspnet-error-page',
      name: 'The error page of ASP.NET',
      verdict: 'look',
      meaning:
        'Code of the application threw an exception that nothing caught; this one request failed, the pool lives on. The exception and its message on the page say what, the first lines of the stack where.',
      checks: [
        'Exception type, message and the first line of the stack that is not System.Web; is it every page or one?',
      ],
      fix: 'Correct what the exception names. The Application log has the same as ASP.NET 1309.',
      doNot: ['Do not let visitors see this page: `customErrors mode="RemoteOnly"` shows it on the server alone.'],
      keys: [page()],
      sources: [customErrors],
      samples: ["Server Error in '/shop' Application.\nObject reference not set to an instance of an object."],
      notSamples: ['a server error in the application'],
    },
    {
      id: 'aspnet-error-page-hidden',
      name: 'ASP.NET hides the error from visitors',
      verdict: 'look',
      meaning:
        'This page tells only that an exception was not caught. Other computers get no details on purpose; the Application log has exception and stack as ASP.NET 1309, and so has a browser on the server itself.',
      checks: [
        'Application log, source ASP.NET, event 1309 of that second. None there? Open the page on the server itself.',
      ],
      fix: 'Correct what the exception there names: code, settings, a missing DLL, or web.config itself.',
      doNot: [
        'Do not set `customErrors mode="Off"` on a live site, as the page suggests: everybody then sees code and paths.',
      ],
      keys: [
        page(String.raw`\s+runtime\s+error`),
        {
          kind: 'phrase',
          as: 'message',
          anchors: ['the current custom error settings for this application prevent'],
          pattern:
            /the\s+current\s+custom\s+error\s+settings\s+for\s+this\s+application\s+prevent\s+the\s+details\s+of\s+the\s+application\s+error/iy,
        },
      ],
      sources: [customErrors],
      samples: [
        "Server Error in '/' Application.\nRuntime Error\nDescription: An application error occurred on the server.",
        'The current custom error settings for this application prevent the details of the application error from being viewed remotely.',
      ],
      notSamples: ["Server Error in '/shop' Application.\nObject reference not set to an instance of an object."],
    },
    {
      id: 'aspnet-allow-definition',
      name: 'The folder is no application of its own',
      verdict: 'act',
      meaning:
        'A web.config has settings that only the root of an application may have, and IIS takes its folder for a part of the application above. Or a second copy of the site, with its web.config, lies in a subfolder.',
      checks: [
        'In IIS Manager: does the folder have the sign of an application? Are there web.config files below (obj, backup)?',
      ],
      fix: 'Convert the folder to an application, or remove the copy in the subfolder.',
      doNot: ['Do not delete the settings from web.config only to silence it: the application needs them.'],
      keys: [
        {
          kind: 'phrase',
          as: 'message',
          anchors: ['it is an error to use a section registered as allowdefinition'],
          pattern:
            /it\s+is\s+an\s+error\s+to\s+use\s+a\s+section\s+registered\s+as\s+allowdefinition=['"]machineto(?:application|webroot)['"]\s+beyond\s+application\s+level/iy,
        },
      ],
      sources: [applications],
      samples: [
        "Parser Error Message: It is an error to use a section registered as allowDefinition='MachineToApplication' beyond application level. This error can be caused by a virtual directory not being configured as an application in IIS.",
      ],
      notSamples: ['allowDefinition="MachineToApplication"'],
    },
    {
      id: 'aspnet-target-framework',
      name: 'The pool runs an older .NET than the application',
      verdict: 'act',
      meaning:
        'web.config has `targetFramework`, which .NET 2.0 does not know: the application was built for .NET 4, and its pool is set to v2.0.',
      checks: ['Which pool is it, and which other applications share it? They may need the old version.'],
      fix: '`%windir%\\system32\\inetsrv\\appcmd.exe set apppool "Shop" /managedRuntimeVersion:v4.0`, or another pool for it.',
      doNot: ['Do not delete the attribute: the application then fails at the next thing that .NET 2.0 lacks.'],
      keys: [
        {
          kind: 'phrase',
          as: 'message',
          anchors: ["unrecognized attribute 'targetframework'"],
          pattern: /unrecognized\s+attribute\s+'targetframework'/iy,
        },
      ],
      sources: [runtimes],
      samples: [
        "Parser Error Message: Unrecognized attribute 'targetFramework'. Note that attribute names are case-sensitive.",
      ],
      notSamples: ["Unrecognized attribute 'requestValidationMode'"],
    },
    {
      id: 'aspnet-request-length',
      name: 'The request is larger than ASP.NET allows',
      verdict: 'act',
      meaning:
        'The body is over `maxRequestLength` of `httpRuntime`, in kilobytes, 4096 (4 MB) by default. Request filtering has a limit of its own, `maxAllowedContentLength` in bytes, which answers 404.13.',
      checks: ['Both limits of the application, each in its own unit: the smaller one decides.'],
      fix: 'Raise both for the one application: `httpRuntime maxRequestLength` in kilobytes and `requestLimits maxAllowedContentLength` in bytes.',
      doNot: ['Do not raise it for every site in machine.config or the root web.config.'],
      keys: [
        {
          kind: 'phrase',
          as: 'message',
          anchors: ['maximum request length exceeded'],
          pattern: /maximum\s+request\s+length\s+exceeded/iy,
        },
      ],
      sources: [requestLength],
      samples: ['System.Web.HttpException (0x80004005): Maximum request length exceeded.'],
      notSamples: ['The maximum request length was not set.'],
    },
  ],
});
