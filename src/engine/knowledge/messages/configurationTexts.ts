import { defineFamily, type Key, type NonEmpty, type Source } from '../fact';

const READ = '2026-11-24';
const http50019: Source = {
  document: 'Microsoft Support, KB 942055: HTTP error 500.19 when you open an IIS webpage',
  says: 'The texts and codes that a 500.19 shows, each with its cause and its resolution.',
  read: READ,
};
const encrypted: Source = {
  document: 'MSDN blog webtopics, March 2009: a configuration copied from another machine',
  says: 'The encryption keys belong to the machine; with a configuration of another one IIS Manager shows this text.',
  read: READ,
};
const httpErrors: Source = {
  document: 'IIS documentation: HTTP Errors <httpErrors>',
  says: 'Absolute paths are refused in web.config unless allowAbsolutePathsWhenDelegated is set on the server.',
  read: READ,
};
const appcmd: Source = {
  document: 'IIS documentation: Getting Started with AppCmd.exe',
  says: 'How an entry of a collection is named in brackets, and how the entries are listed.',
  read: READ,
};

const message = (anchor: string, pattern: RegExp): NonEmpty<Key> => [
  { kind: 'phrase', as: 'message', anchors: [anchor], pattern },
];

/** Further sentences about configuration, as error pages, IIS Manager, appcmd.exe and programs show them. */
export default defineFamily({
  facts: [
    {
      id: 'message-not-well-formed',
      name: 'A configuration file is not valid XML',
      verdict: 'act',
      meaning:
        'The file named beside it cannot be parsed: a tag that is not closed, a bare `&` or `<`, two roots, or another encoding than its first line says. Nothing that needs the file works until then.',
      checks: [
        'The file and line named beside it; the fault is often some lines above. Which edit or deployment was last?',
      ],
      fix: 'Correct that place. For applicationHost.config `%SystemDrive%\\inetpub\\history` has earlier versions.',
      doNot: ['Do not reinstall IIS for it, and do not delete the file: its settings would be gone.'],
      keys: message(
        'configuration file is not well-formed xml',
        /configuration\s+file\s+is\s+not\s+well-formed\s+xml/iy,
      ),
      sources: [http50019],
      samples: [
        'ERROR ( message:Configuration error\n\nFilename: \\\\?\\C:\\inetpub\\shop\\web.config\nLine Number: 7\nDescription: Configuration file is not well-formed XML\n. )',
      ],
      notSamples: ['The feed is not well-formed XML.'],
    },
    {
      id: 'message-cannot-read-configuration',
      name: 'A configuration file could not be opened',
      verdict: 'act',
      meaning:
        'The file named beside it is not there or cannot be opened. On an error page the code says why: 0x80070003 no such path, 0x80070005 no permission, 0x8007052E the account of a share.',
      checks: ['Does that file exist, and which account reads it? A 32-bit program looks for `system32` in SysWOW64.'],
      fix: 'Correct the path or the permission of that account; start a 32-bit tool as a 64-bit process.',
      doNot: ['Do not copy applicationHost.config into SysWOW64: the copy grows old and misleads the next tool.'],
      keys: message('cannot read configuration file', /cannot\s+read\s+configuration\s+file/iy),
      sources: [http50019],
      samples: ['Config Error\t   Cannot read configuration file', 'Error: Cannot read configuration file'],
      notSamples: ['Cannot read configuration file due to insufficient permissions', 'cannot read the configuration'],
    },
    {
      id: 'message-configuration-permissions',
      name: 'IIS may not read a web.config',
      verdict: 'act',
      meaning:
        'The account that reads the file named beside it is refused by its permissions (500.19 with 0x80070005): IIS_IUSRS or the pool, or for a share the account that the site connects as.',
      checks: [
        '`icacls.exe` on that file and its folder: was it moved from elsewhere, so that it kept other permissions?',
      ],
      fix: 'Give the pool identity or IIS_IUSRS Read on the folder: `icacls.exe "C:\\site" /grant "IIS_IUSRS:(OI)(CI)RX"`',
      doNot: ['Do not grant Everyone or Full Control, and do not run the pool as LocalSystem.'],
      keys: message(
        'cannot read configuration file due to insufficient permissions',
        /cannot\s+read\s+configuration\s+file\s+due\s+to\s+insufficient\s+permissions/iy,
      ),
      sources: [http50019],
      samples: ['Config Error Cannot read configuration file due to insufficient permissions'],
      notSamples: ['Cannot read configuration file'],
    },
    {
      id: 'message-section-twice',
      name: 'A section stands twice in one file',
      verdict: 'act',
      meaning:
        'One configuration file has the same section two times (500.19 with 0x800700B7), mostly because an installer or a paste brought its own `<modules>` or `<handlers>`.',
      checks: [
        'Search the file for the section that the text names; only a `<location>` block may have one of its own.',
      ],
      fix: 'Merge the two into one, with each entry once.',
      doNot: ['Do not delete one of them unread: its entries are needed as well.'],
      keys: message(
        'sections must only appear once per config file',
        /sections\s+must\s+only\s+appear\s+once\s+per\s+config\s+file/iy,
      ),
      sources: [http50019],
      samples: [
        "Config section 'system.webServer/handlers' already defined. Sections must only appear once per config file. See the help topic <location> for exceptions",
      ],
      notSamples: ['Each section appears once.'],
    },
    {
      id: 'message-absolute-path',
      name: 'httpErrors: no absolute path in web.config',
      verdict: 'act',
      meaning:
        'A web.config names an error page by drive and folder. That is kept to the server: `allowAbsolutePathsWhenDelegated` of httpErrors is false, so that no site can show files of another one.',
      checks: ['Which `path` or `prefixLanguageFilePath` in httpErrors begins with a drive?'],
      fix: 'Use a path relative to the site (`responseMode="File"`) or a URL (`ExecuteURL`), or set that one in applicationHost.config.',
      doNot: ['Do not set `allowAbsolutePathsWhenDelegated` where sites belong to different people.'],
      keys: message(
        'absolute physical path',
        /absolute\s+physical\s+path\s+"[^"\r\n]{1,260}"\s+is\s+not\s+allowed\s+in\s+system\.webserver\/httperrors/iy,
      ),
      sources: [httpErrors],
      samples: [
        'Absolute physical path "D:\\errors" is not allowed in system.webServer/httpErrors section in web.config file. Use relative path instead.',
      ],
      notSamples: ['Give the absolute physical path "D:\\site".'],
    },
    {
      id: 'message-no-such-entry',
      name: 'appcmd: the collection has no such entry',
      verdict: 'look',
      meaning:
        'The command changes or removes an entry by a key that is not in the collection there: spelt otherwise, in another site or pool, or not set at all. Nothing was changed.',
      checks: [
        '`%windir%\\system32\\inetsrv\\appcmd.exe list config "the site" /section:NAME` shows the entries and keys.',
      ],
      fix: 'Name the entry exactly as it stands there, or add it where it is missing.',
      more: [
        'In Windows containers ServiceMonitor.exe writes the environment of the container into the pool DefaultAppPool: an image in which that pool was renamed or removed ends with this message and 4312.',
      ],
      keys: message('cannot find requested collection element', /cannot\s+find\s+requested\s+collection\s+element/iy),
      sources: [appcmd],
      samples: ['ERROR ( message:Cannot find requested collection element. )'],
      notSamples: ['The requested element was found.'],
    },
    {
      id: 'message-collection-indexer',
      name: 'appcmd: the brackets cannot be read',
      verdict: 'look',
      meaning:
        "An entry is named as `[name='value',…]`, and what arrived at appcmd.exe is not of that form: the shell took the quotes away, or a value has an apostrophe or a bracket in it.",
      checks: ['What arrives? PowerShell, `cmd /c` and container files each take quotes away once.'],
      fix: "Put the whole argument into double quotes and each value into single ones: `\"/+[name='Shop',value='1']\"`.",
      keys: message('malformed collection indexer', /malformed\s+collection\s+indexer/iy),
      sources: [appcmd],
      samples: [
        "ERROR ( message:Malformed collection indexer; format is [@position,name='value',name2='value2',...]. )",
      ],
      notSamples: ['The indexer of the collection is slow.'],
    },
    {
      id: 'message-object-not-found',
      name: 'appcmd: nothing of that name is there',
      verdict: 'look',
      meaning:
        'appcmd.exe looked for a site, application, pool or virtual directory by the name behind the command and found none on this server. Applications are named by their path, `Shop/api`, the root of a site `Shop/`.',
      checks: [
        'What is there: `%windir%\\system32\\inetsrv\\appcmd.exe list` with `site`, `app`, `apppool` or `vdir`.',
      ],
      fix: 'Use the name as that list shows it, in quotes where it has blanks.',
      keys: [
        {
          kind: 'phrase',
          as: 'message',
          anchors: ['cannot find site', 'cannot find app', 'cannot find vdir'],
          pattern: /cannot\s+find\s+(?:site|app|apppool|vdir)\s+object\s+with\s+identifier/iy,
        },
      ],
      sources: [appcmd],
      samples: [
        'ERROR ( message:Cannot find APPPOOL object with identifier "Shop". )',
        'ERROR ( message:Cannot find SITE object with identifier "Shop". )',
      ],
      notSamples: ['I cannot find site "Shop" in the list.'],
    },
    {
      id: 'message-not-in-range',
      name: 'Value does not fall within the expected range',
      verdict: 'look',
      meaning:
        'The text of 0x80070057, an argument that is not accepted. In IIS Manager, at a pool or path with a stored password, it can mean that the password cannot be decrypted on this machine.',
      checks: [
        'Was applicationHost.config copied from another machine? Then 500.19 or 0x80090005, 0x80090016 show up as well.',
      ],
      fix: 'For a copied configuration: enter the passwords again on this machine.',
      doNot: ['Do not copy keys or give Everyone rights on MachineKeys to get rid of it.'],
      keys: message(
        'value does not fall within the expected range',
        /value\s+does\s+not\s+fall\s+within\s+the\s+expected\s+range/iy,
      ),
      sources: [encrypted],
      samples: [
        'There was an error while performing this operation. Details: Value does not fall within the expected range.',
      ],
      notSamples: ['The value is out of the expected range.'],
    },
  ],
});
