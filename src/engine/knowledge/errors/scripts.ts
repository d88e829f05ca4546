import { headers, hresult } from '../codeKeys';
import { defineFamily, type Fact, type Source } from '../fact';

const READ = '2026-11-21';
const scriptEngines: Source = {
  document: 'VBScript documentation: run-time errors',
  says: 'The numbers of run-time errors; as a HRESULT they stand behind 0x800A.',
  read: READ,
};
const adminObjects: Source = {
  document: 'Microsoft Support, Q285286: cannot access the IIS metabase through the IIS Admin Objects',
  url: 'https://jeffpar.github.io/kbarchive/kb/285/Q285286/',
  says: 'GetObject on the metabase answers 800a0046 where the caller is no administrator; users must not be made administrators for it.',
  read: '2026-11-24',
};
const ado: Source = {
  document: 'Microsoft Support: ADO and OLE DB errors in Active Server Pages',
  says: 'Bitness of providers, logins of the identity and rights on database files are the usual causes.',
  read: READ,
};

/** Classic ASP, administration scripts, ADO and OLE DB. */
const facts: Fact[] = [
  {
    id: 'vbs-permission-denied',
    name: '0x800A0046: VBScript, permission denied',
    verdict: 'act',
    meaning:
      'Run-time error 70. A script may not do that: adsutil or GetObject on IIS without an elevated prompt, or a page that writes to a file its identity may not change.',
    checks: [
      'Which line and object? For a page: the identity of the pool, or the anonymous user, and the rights on that file.',
    ],
    fix: 'Run administration scripts elevated; give the identity Modify on the one folder that the page writes to.',
    doNot: ['Do not make the anonymous user or the pool identity an administrator.'],
    keys: [hresult(0x800a0046)],
    sources: [adminObjects, scriptEngines],
    samples: ["Microsoft VBScript runtime error '800a0046'", '0x800A0046', '-2146828218'],
    notSamples: ['0x800A0047'],
  },
  {
    id: 'vbs-cannot-create-object',
    name: '0x800A01AD: VBScript cannot create the object',
    verdict: 'act',
    meaning:
      'Run-time error 429. The component of CreateObject is not registered, only for the other bitness, or its DLL may not be read by the identity.',
    checks: ['Is there a key of that name in `HKCR`? Which bitness has the pool, or the cscript.exe that was used?'],
    fix: 'Install the component in the bitness of the pool; for scripts start `%windir%\\SysWOW64\\cscript.exe` where it is a 32-bit one.',
    keys: [hresult(0x800a01ad)],
    sources: [scriptEngines],
    samples: ["Microsoft VBScript runtime error '800a01ad'", "ActiveX component can't create object (0x800A01AD)"],
    notSamples: ['0x800A01AE'],
  },
  {
    id: 'vbs-file-not-found',
    name: '0x800A0035: VBScript, file not found',
    verdict: 'act',
    meaning:
      'Run-time error 53. The file that the script names is not there, or a relative path starts in another folder.',
    checks: ['Which path results? In a page use `Server.MapPath`; in a script the current folder counts.'],
    fix: 'Correct the path, or use a full one.',
    keys: [hresult(0x800a0035)],
    sources: [scriptEngines],
    samples: ["Microsoft VBScript runtime error '800a0035'", '0x800A0035'],
    notSamples: ['0x800A0036'],
  },
  {
    id: 'vbs-type-mismatch',
    name: '0x800A000D: VBScript, type mismatch',
    verdict: 'act',
    meaning:
      'Run-time error 13. A value has another type than the statement needs, often a missing form field, a null from the database, or a date or number in another regional format.',
    checks: ['The line in the message, and the value there; did the regional settings of the server change?'],
    fix: 'Check and convert the value in the script; set the locale of the page.',
    doNot: ['It is not 0x8007000D: the configuration of IIS has nothing to do with it.'],
    keys: [hresult(0x800a000d)],
    sources: [scriptEngines],
    samples: ["Microsoft VBScript runtime error '800a000d'", '0x800A000D'],
    notSamples: ['0x8007000D'],
  },
  {
    id: 'vbs-no-such-member',
    name: '0x800A01B6: VBScript, the object has no such member',
    verdict: 'act',
    meaning:
      'Run-time error 438. The method or property does not exist on that object: misspelt, of another version of the component, or the object is not the one you think.',
    checks: ['Which version of the component is installed compared with the server where it works?'],
    fix: 'Install the version that the script was written for, or correct the name.',
    keys: [hresult(0x800a01b6)],
    sources: [scriptEngines],
    samples: ["Microsoft VBScript runtime error '800a01b6'", '0x800A01B6'],
    notSamples: ['0x800A01B7'],
  },
  {
    id: 'vbs-object-required',
    name: '0x800A01A8: VBScript, an object is missing',
    verdict: 'act',
    meaning:
      'Run-time error 424, "Object required". What stands before the dot is no object: it was never set, its creation failed silently (On Error Resume Next), or its name is misspelt.',
    checks: [
      'The name in quotes behind the text, and the line that should set it: is `Set` there, does the creation fail?',
    ],
    fix: 'Set the object before it is used; take `On Error Resume Next` away to see the first error.',
    keys: [hresult(0x800a01a8)],
    sources: [scriptEngines],
    samples: ["Microsoft VBScript runtime error '800a01a8'\nObject required: 'rs'", '0x800A01A8'],
    notSamples: ['0x800A01A9'],
  },
  {
    id: 'vbs-variable-undefined',
    name: '0x800A01F4: VBScript, a variable is undefined',
    verdict: 'act',
    meaning:
      'Run-time error 500. Under `Option Explicit` a name is used that no `Dim` declares: misspelt, or declared in an include file that this page does not have.',
    checks: ['The name in quotes behind the text: where is it declared, and does this page include that file?'],
    fix: 'Declare the name, correct its spelling, or include the file.',
    doNot: ['Do not take `Option Explicit` away: the error then only comes later.'],
    keys: [hresult(0x800a01f4)],
    sources: [scriptEngines],
    samples: ["Microsoft VBScript runtime error '800a01f4'\nVariable is undefined: 'total'", '0x800A01F4'],
    notSamples: ['0x800A01F5'],
  },
  {
    id: 'vbs-subscript',
    name: '0x800A0009: VBScript, no such element',
    verdict: 'act',
    meaning:
      'Run-time error 9, "Subscript out of range". An array has no element of that number: often the result of `Split` or `GetRows` is shorter than the script expects.',
    checks: ['The line in the message: what does the array hold for this request, compared with one that works?'],
    fix: 'Check `UBound` before the element is used.',
    keys: [hresult(0x800a0009)],
    sources: [scriptEngines],
    samples: ["Microsoft VBScript runtime error '800a0009'\nSubscript out of range", '0x800A0009'],
    notSamples: ['0x800A0008'],
  },
  {
    id: 'ado-provider-not-found',
    name: '0x800A0E7A: ADO does not find the provider',
    verdict: 'act',
    meaning:
      'ADO 3706. The provider of the connection string is not installed in the bitness of the process. Jet exists only in 32 bits; ACE in the one that was installed.',
    checks: ['Provider name in the connection string, and `enable32BitAppOnWin64` of the pool.'],
    fix: 'Set enable32BitAppOnWin64 for that pool, or install the 64-bit provider (ACE) and change the connection string.',
    doNot: ['Do not switch the pools of other applications to 32 bits.'],
    keys: [hresult(0x800a0e7a)],
    sources: [ado],
    samples: ["ADODB.Connection error '800a0e7a'", '0x800A0E7A'],
    notSamples: ['0x800A0E7B'],
  },
  {
    id: 'ado-wrong-arguments',
    name: '0x800A0BB9: ADO, arguments that do not fit',
    verdict: 'act',
    meaning:
      'ADO 3001. Arguments are of the wrong type or contradict each other, very often because the constants of ADO (adOpenStatic and the like) are not defined in the page.',
    checks: ['Does the page include adovbs.inc, or name the type library of ADO in global.asa?'],
    fix: 'Include the constants, or write their numbers.',
    keys: [hresult(0x800a0bb9)],
    sources: [ado],
    samples: ["ADODB.Recordset error '800a0bb9'", '0x800A0BB9'],
    notSamples: ['0x800A0BBA'],
  },
  {
    id: 'oledb-login-failed',
    name: '0x80040E4D: the database refuses the login',
    verdict: 'act',
    meaning:
      'DB_SEC_E_AUTH_FAILED. The database was reached and refused name or password. With integrated security it is the identity of the pool that has no login there; for a remote database DOMAIN\\SERVER$.',
    checks: ['The text beside it names the account. Connection string: integrated, or a user of the database?'],
    fix: 'Create the login for that account with the rights it needs, or correct the password in the connection string.',
    doNot: ['Do not use `sa`.'],
    keys: [hresult(0x80040e4d, 'DB_SEC_E_AUTH_FAILED')],
    sources: [ado],
    samples: ["Microsoft OLE DB Provider for SQL Server error '80040e4d'", '-2147217843'],
    notSamples: ['0x80040E4E'],
  },
  {
    id: 'oledb-command-errors',
    name: '0x80040E14: the SQL statement has an error',
    verdict: 'act',
    meaning:
      'DB_E_ERRORSINCOMMAND; 0x80040E37 says that a table does not exist. The database did not accept the statement: a misspelt name, a quote in a value, or an object that is missing after a move.',
    checks: ['The text beside it names the place. Is the statement put together from what users typed?'],
    fix: 'Correct the statement, and pass values as parameters.',
    doNot: ['Do not escape quotes by hand: that is how SQL injection stays open.'],
    keys: [hresult(0x80040e14, 'DB_E_ERRORSINCOMMAND'), hresult(0x80040e37, 'DB_E_NOTABLE')],
    sources: [ado],
    samples: ["error '80040e14'", '0x80040E37', '-2147217900'],
    notSamples: ['0x80040E15'],
  },
  {
    id: 'oledb-timeout',
    name: '0x80040E31: the database took too long',
    verdict: 'act',
    meaning: 'DB_E_ABORTLIMITREACHED. The statement did not end within the command time-out, 30 seconds by default.',
    checks: ['Is it slow in the database tool too, or does it wait for a lock? Which statement is it?'],
    fix: 'Give it an index or a smaller result; raise CommandTimeout only for reports that are meant to be long.',
    keys: [hresult(0x80040e31, 'DB_E_ABORTLIMITREACHED')],
    sources: [ado],
    samples: ["Timeout expired error '80040e31'", '-2147217871'],
    notSamples: ['0x80040E32'],
  },
  {
    id: 'disp-exception',
    name: '0x80020009: the called object reported an error',
    verdict: 'look',
    meaning:
      'DISP_E_EXCEPTION. The component itself raised an error and described it; this number only says so. In classic ASP the description is in Err.Description.',
    checks: ['`Err.Description` and `Err.Source`, or the text beside the number.'],
    fix: 'Cure what the description says.',
    keys: [hresult(0x80020009, 'DISP_E_EXCEPTION')],
    sources: [headers],
    samples: ["error '80020009'", '0x80020009', '-2147352567'],
    notSamples: ['0x8002000A'],
  },
];

export default defineFamily({ facts });
