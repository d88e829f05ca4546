import assert from 'node:assert/strict';
import type { Command } from '../../../../src/engine/scripts/command';
import { findCommands } from '../../../../src/engine/scripts/findCommands';
import { scriptKind, type ScriptKind } from '../../../../src/engine/scripts/kind';

/** Each command as its name and its arguments; what is nested stands behind what runs it. */
const found = (kind: ScriptKind, text: string): string[] =>
  findCommands(kind, text).commands.map(({ name, arguments: words }) =>
    [name, ...words.map(({ value }) => value)].join(' '),
  );

const single = (kind: ScriptKind, text: string): Command => {
  const [command] = findCommands(kind, text).commands;
  assert.ok(command);
  return command;
};

describe('commands of batch', () => {
  it('are separated, continued and redirected as cmd does it', () =>
    assert.deepEqual(found('batch', '@net ^\r\n stop "WAS" /y>nul 2>&1&&net start W3SVC|find "x"&(sc query WAS)\r\n'), [
      'net stop WAS /y',
      'net start W3SVC',
      'find x',
      'sc query WAS',
    ]));
  it('are not in comments, labels and printed texts', () =>
    assert.deepEqual(found('batch', 'rem iisreset & iisreset\n:: iisreset\n:iisreset\necho iisreset ^& x\n'), [
      'echo iisreset & x',
    ]));
  it('stand in conditions and loops, up to the end of the line', () => {
    const { commands } = findCommands(
      'batch',
      'if not exist "a b" net stop was & net start was\nfor %%i in (a b) do iisreset\n',
    );
    assert.deepEqual(
      commands.map(({ nesting }) => nesting.at(-1)?.kind),
      ['condition', 'condition', 'loop'],
    );
  });
  it('are reached through variables', () => {
    assert.equal(single('batch', '%APPCMD% list').name, '');
    const text = 'set "A=%windir%\\system32\\inetsrv\\appcmd.exe"\n%A% list site\n';
    assert.deepEqual(found('batch', text).slice(1), ['appcmd list site']);
  });
  it('run others', () =>
    assert.deepEqual(
      found(
        'batch',
        'cmd /c "net stop was & iisreset"\nstart "x" /wait iisreset /stop\npowershell -c "iisreset; gsv w3svc"\n',
      ),
      [
        'cmd /c net stop was & iisreset',
        'net stop was',
        'iisreset',
        'start x /wait iisreset /stop',
        'iisreset /stop',
        'powershell -c iisreset; gsv w3svc',
        'iisreset',
        'get-service w3svc',
      ],
    ));
});

describe('commands of batch in real scripts', () => {
  it('stand in loops over folders that a variable names', () =>
    assert.deepEqual(
      found('batch', 'for /r %SRC% %%f in (*.dcm) do echo %%f\nfor /r "%cd%"\\a %%f in (x) do del x\n'),
      ['echo %%f', 'del x'],
    ));
  it('are continued within the set of a loop', () =>
    assert.deepEqual(found('batch', 'for /f "usebackq" %%i in (`vswhere -latest ^\n  -property P`) do echo 1\n'), [
      'vswhere -latest -property P',
      'echo 1',
    ]));
  it('are no part of a value whose quotes are not in pairs', () =>
    assert.deepEqual(
      found('batch', 'set A=%A:"=%\nset B=%A%\\b.exe\nif exist "%B%" goto execute\nnet stop WAS\n').slice(2),
      ['goto execute', 'net stop WAS'],
    ));
  it('stand between the outer quotes of cmd /c and of loops', () =>
    assert.deepEqual(
      found(
        'batch',
        'cmd /c ""C:\\a b\\appcmd.exe" list site "x""\nfor /f %%i in (\'"findstr x y"\') do echo 2\nfor /f %%i in (\'"C:\\a b\\x.exe"\') do echo 3\n',
      ).slice(1),
      ['appcmd list site x', 'findstr x y', 'echo 2', 'x', 'echo 3'],
    ));
});

describe('commands of PowerShell in real scripts', () => {
  it('may begin like a keyword', () =>
    assert.deepEqual(
      found('powershell', 'Switch-AzureMode Manager\nFor-Each x\nswitch -regex ($x) { a { Get-B } }\n'),
      ['switch-azuremode Manager', 'for-each x', 'get-b'],
    ));
  it('are none in attributes, tables and chained calls', () =>
    assert.deepEqual(
      found(
        'powershell',
        'param([Parameter (Mandatory=$true )]$a)\n$h = @{\n  A = if ($x) { Get-A } else { Get-B }\n  Key = $y\n}\n$p.Add("x").\n  AddParameter("y")\n$z = try { Get-C } catch { Get-D }\nGet-E\n',
      ),
      ['get-a', 'get-b', 'get-c', 'get-d', 'get-e'],
    ));
});

describe('commands of PowerShell', () => {
  it('are told from expressions, strings and comments', () =>
    assert.deepEqual(
      found(
        'powershell',
        "# iisreset\n<# iisreset #>\n$x = 'iisreset'; if ($x -eq 'iisreset') { iisreset }\n@{ iisreset = 1; b = net start was }\n@'\niisreset\n'@\n",
      ),
      ['iisreset', 'net start was'],
    ));
  it('are not read in a command line that is too long for Windows', () => {
    const line = (length: number) => `cmd /c echo ${'x'.repeat(length)} & cmd /c iisreset ${'x'.repeat(length)}\n`;
    const names = (text: string) => findCommands('batch', text).commands.map(({ name }) => name);
    assert.deepEqual(names(line(1_000)), ['cmd', 'echo', 'cmd', 'iisreset']);
    assert.deepEqual(names(line(40_000)), ['cmd', 'cmd']);
  });

  it('are reached in functions through a variable of the script that is set below them', () => {
    const inFunction = 'function f { & $script:tool stop site a }\n';
    const names = (text: string) => findCommands('powershell', text).commands.map(({ name }) => name);
    assert.deepEqual(names(`${inFunction}$script:tool = 'appcmd.exe'\nf\n`), ['appcmd', 'f']);
    assert.deepEqual(names(`${inFunction}$tool = "C:\\x\\appcmd.exe"\nf\n`), ['appcmd', 'f']);
    for (const [why, text] of [
      ['set twice', `${inFunction}$tool = 'appcmd.exe'\n$tool = 'x.exe'\n`],
      ['set in a condition', `${inFunction}if ($a) { $tool = 'appcmd.exe' }\n`],
      ['added to', `${inFunction}$tool = 'appcmd.exe'\n$tool += '.old'\n`],
      ['perhaps a parameter', "function f { & $tool stop site a }\n$tool = 'appcmd.exe'\n"],
      ['not in a function', "& $script:tool stop site a\n$tool = 'appcmd.exe'\n"],
    ] as const)
      assert.ok(!names(text).includes('appcmd'), why);
    assert.deepEqual(names("$a = 'iis'\n$a += 'reset'\n& $a\n"), ['']);
  });

  it('are reached through variables and aliases', () =>
    assert.deepEqual(
      found(
        'powershell',
        '$a = "$env:windir\\system32\\inetsrv\\appcmd.exe"\n& $a list site `\n  /xml\nspsv WAS, W3SVC\n',
      ),
      ['appcmd list site /xml', 'stop-service WAS W3SVC'],
    ));
  it('stand in blocks that are arguments', () => {
    const { commands } = findCommands('powershell', 'Invoke-Command -ComputerName a -ScriptBlock { net stop http }');
    const around = commands[1]?.nesting.at(-1);
    assert.ok(around?.kind === 'argument' && around.of === commands[0]);
  });
  it('are of version 7 where the script says so', () =>
    assert.equal(single('powershell', '#Requires -Version 7.2\niisreset').shell, 'pwsh'));
});

describe('commands in documents', () => {
  const places = (kind: ScriptKind, text: string): string[] =>
    findCommands(kind, text).commands.map(({ shell, start, end }) => `${shell} ${text.slice(start, end)}`);
  it('of Azure DevOps', () =>
    assert.deepEqual(
      places(
        'azure',
        'steps:\n- script: >-\n    net stop\n    WAS\n- task: PowerShell@2\n  inputs:\n    script: "iisreset \\"$(x)\\""\n- bash: ls\n',
      ),
      ['batch net stop\n    WAS', 'powershell iisreset \\"$(x)\\"', 'sh ls'],
    ));
  it('of GitHub', () =>
    assert.deepEqual(
      places(
        'github',
        'jobs:\n  a:\n    runs-on: windows-2022\n    steps:\n    - run: iisreset ${{ x }}\n    - run: net stop was\n      shell: cmd\n',
      ),
      ['pwsh iisreset ${{ x }}', 'batch net stop was'],
    ));
  it('of Dockerfiles', () =>
    assert.deepEqual(
      places(
        'dockerfile',
        '# escape=`\nFROM mcr.microsoft.com/windows/servercore\nRUN net stop was && `\n  iisreset\nSHELL ["powershell", "-Command"]\nRUN iisreset; ls\n',
      ),
      ['batch net stop was', 'batch iisreset', 'powershell iisreset', 'powershell ls'],
    ));
  it('of Jenkins', () =>
    assert.deepEqual(
      places('jenkins', '// bat \'x\'\nbat \'iisreset\'\npowershell(script: """\n iisreset ${y}\n""")\n'),
      ['batch iisreset', 'powershell iisreset ${y}'],
    ));
  it('of Markdown', () =>
    assert.deepEqual(
      places(
        'markdown',
        '`iisreset`\n```cmd\niisreset\n```\n```console\nC:\\>iisreset\nout iisreset\n```\n```\niisreset\n```\n',
      ),
      ['batch iisreset', 'batch iisreset'],
    ));
  it('of VBScript', () =>
    assert.deepEqual(places('vbscript', '\' iisreset\nsh.Run "iisreset /stop", 0\nWScript.Echo "iisreset"\n'), [
      'batch iisreset /stop',
    ]));
  it('are recognised by their names', () => {
    assert.equal(scriptKind('C:\\x\\Deploy.CMD', ''), 'batch');
    assert.equal(scriptKind('.github/workflows/a.yml', ''), 'github');
    assert.equal(scriptKind('values.yml', 'a: 1'), null);
  });
});

describe('hostile scripts', () => {
  const kinds: readonly ScriptKind[] = [
    'batch',
    'powershell',
    'vbscript',
    'azure',
    'jenkins',
    'dockerfile',
    'markdown',
  ];
  for (const piece of [
    '"',
    '(',
    '{',
    '$(',
    '"$(',
    '@{a=',
    "for /f %%i in ('",
    '^\n',
    '%a',
    'set a=%a%%a%\n',
    '<#',
    'cmd /c "',
    'Invoke-Command { ',
    '.run "a" & b',
    "bat '",
    '```cmd\n',
  ])
    it(`of ${JSON.stringify(piece)} again and again take bounded time`, () => {
      const text = piece.repeat(Math.ceil(50_000 / piece.length));
      for (const kind of kinds) {
        const start = performance.now();
        findCommands(kind, text);
        assert.ok(performance.now() - start < 1_500, kind);
      }
    });
});
