import { defineFamily, type Fact, type Source } from '../fact';

const errorList: Source = {
  document: 'Microsoft Knowledge Base: ASP error codes 0100 to 0241, and the asp section of IIS',
  says: 'The number of each error with its text, and the limits that some of them come from.',
  read: '2026-11-24',
};

/** Facts are recognised by the number as ASP writes it: `error 'ASP 0115'`, `ASP 0177 : 800401f3`. */
const asp = (number: string, fact: Omit<Fact, 'id' | 'keys' | 'sources' | 'notSamples'>): Fact => ({
  id: `asp-${number}`,
  ...fact,
  keys: [
    { kind: 'phrase', as: 'message', anchors: [`asp ${number}`], pattern: new RegExp(`asp\\s${number}(?!\\w)`, 'iy') },
  ],
  sources: [errorList],
  notSamples: [`ASP ${number}1`, `ASP.NET ${number}`],
});

/** The numbers with which classic ASP reports an error, on the page and in the query column of the log. */
export default defineFamily({
  facts: [
    asp('0104', {
      name: 'ASP 0104: the upload is larger than ASP allows',
      verdict: 'act',
      meaning:
        '"Operation not Allowed": the page reads a request body that is over `maxRequestEntityAllowed` of the asp section, 200,000 bytes where nobody set it. On IIS 6: `AspMaxRequestEntityAllowed` in the metabase.',
      checks: ['How large is what the user sends? Small ones work, large ones fail: it is this limit.'],
      fix: 'Raise `asp/limits maxRequestEntityAllowed` (bytes) for that application; `requestLimits maxAllowedContentLength` has to allow it too.',
      doNot: ['Do not raise it for every site of the server.'],
      samples: ["Request object error 'ASP 0104 : 80004005'\nOperation not Allowed"],
    }),
    asp('0113', {
      name: 'ASP 0113: the script took too long',
      verdict: 'act',
      meaning:
        'The page ran longer than its script time-out, 90 seconds where nobody set it, and was ended. It waits for something: a query, another server, a loop without end.',
      checks: ['time-taken in the log of the site: which pages, and since when? Run the query of the page by hand.'],
      fix: 'Make faster what the page waits for. A page that may take so long: `Server.ScriptTimeout = 300` in that page.',
      doNot: ['Do not raise `scriptTimeout` for every site: waiting pages then hold all threads and the others queue.'],
      samples: ["Active Server Pages error 'ASP 0113'\nScript timed out"],
    }),
    asp('0115', {
      name: 'ASP 0115: a component crashed under the page',
      verdict: 'act',
      meaning:
        'A COM object or driver that the page uses threw an exception; the code in the last line says which (C0000005 is an access violation). The process may be damaged afterwards.',
      causes: [
        'A component, an OLE DB provider or an ODBC driver with a fault, or one that is not made for many threads',
        'IIS 4 and 5: rights in the registry or the Windows folders that the account of the request lacks',
      ],
      checks: [
        'Which objects and drivers does the page create? Application Error, Dr. Watson or WAM 204 of that second?',
      ],
      fix: 'Update or leave out that component or driver; recycle the pool or restart the application once, so that no damaged process goes on.',
      doNot: ['Do not restart IIS each time as a cure: the next call crashes again.'],
      samples: [
        "Active Server Pages error 'ASP 0115'\nUnexpected error\nA trappable error (C0000005) occurred in an external object. The script cannot continue running.",
      ],
    }),
    asp('0126', {
      name: 'ASP 0126: an include file is missing',
      verdict: 'act',
      meaning:
        'The file of an `#include` is not where the page looks: `file=` counts from the folder of the page, `virtual=` from the root of the site.',
      checks: [
        'Does the site still begin at the same folder? After a move below another site `virtual=` leads elsewhere.',
      ],
      fix: 'Correct the path of the include, or deploy the file.',
      samples: ["Active Server Pages error 'ASP 0126'\nInclude file not found"],
    }),
    asp('0131', {
      name: 'ASP 0131: parent paths are switched off',
      verdict: 'act',
      meaning: 'The page includes a file, or maps a path, with `..` in it. That is off by default since IIS 6.',
      checks: ['Which `#include file="../…"` or `Server.MapPath("..")` does the line have?'],
      fix: 'Write it as `virtual="/folder/file.asp"`. Where that cannot be done: `enableParentPaths` of the asp section, for that one application.',
      doNot: ['Do not switch parent paths on for the whole server.'],
      samples: ["Active Server Pages error 'ASP 0131'\nDisallowed Parent Path"],
    }),
    asp('0156', {
      name: 'ASP 0156: a header after the first output',
      verdict: 'act',
      meaning:
        'The page redirects, sets a cookie or a header after a part of it has been sent. It works only while the whole page is buffered.',
      checks: ['Is `bufferingOn` of the asp section false for this application, or does the page call Flush before?'],
      fix: 'Do it before any output, or buffer the page: `<% Response.Buffer = True %>` as its first line.',
      samples: ["Response object error 'ASP 0156 : 80004005'\nHeader Error"],
    }),
    asp('0177', {
      name: 'ASP 0177: an object could not be created',
      verdict: 'act',
      meaning:
        'The code behind the colon says why: 800401F3 no component of that name, 80040154 not registered or only for the other bitness, 8007007E a DLL that it needs is missing.',
      checks: [
        'The name in the line: is it registered on this server, and is its DLL 32-bit while the pool is 64-bit?',
      ],
      fix: 'Install the component. For a 32-bit one give that application a pool of its own with `enable32BitAppOnWin64`.',
      doNot: ['Do not switch a shared pool to 32 bit: the other applications in it may need 64 bit.'],
      samples: ["Server object error 'ASP 0177 : 800401f3'\nServer.CreateObject Failed"],
    }),
    asp('0178', {
      name: 'ASP 0178: access to an object was refused',
      verdict: 'act',
      meaning:
        'The account of the request may not create the object: its DLL, its keys in the registry or the right to launch it is closed to that account.',
      checks: ['Which account runs the page (IUSR, the pool, the user), and may it read and execute the DLL?'],
      fix: 'Grant that account Read and Execute on the DLL; for a server in a process of its own the launch right on that one AppID.',
      doNot: ['Do not run the pool as LocalSystem, and do not make IUSR an administrator.'],
      samples: ["Server object error 'ASP 0178 : 80070005'\nServer.CreateObject Access Error"],
    }),
    asp('0240', {
      name: 'ASP 0240: the script engine failed',
      verdict: 'look',
      meaning:
        'VBScript or JScript itself threw an exception while it ran the page; the code in the text says which: C0000005 damaged memory, C00000FD a recursion without end.',
      checks: ['Always the same page and line? Does a function call itself, or an object damage memory before?'],
      fix: 'End the recursion, or update the component that the page uses; then recycle the pool once.',
      samples: ["Active Server Pages error 'ASP 0240'\nScript Engine Exception"],
    }),
    asp('0251', {
      name: 'ASP 0251: the page is larger than its buffer',
      verdict: 'act',
      meaning:
        'A buffered page grew over `bufferingLimit` of the asp section, 4 MB where nobody set it. On IIS 6: `AspBufferingLimit` in the metabase.',
      checks: ['Does the page print a whole table? How many rows came since it last worked?'],
      fix: 'Print the rows in pages, or call `Response.Flush` in the loop; else raise `asp/limits bufferingLimit` for that application.',
      doNot: ['Do not raise it for every site of the server.'],
      samples: ["Response object error 'ASP 0251 : 80004005'\nResponse Buffer Limit Exceeded"],
    }),
  ],
});
