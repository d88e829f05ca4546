/** Scripts of any length that are like real ones: no two pieces are the same, some have findings, most have none. */

type Piece = (i: number) => string;

const batch: Piece = (i) =>
  [
    `rem step ${i}, Typed`,
    `set SITE=Shop${i % 7}`,
    'if exist "%windir%\\system32\\inetsrv\\appcmd.exe" (',
    '  %windir%\\system32\\inetsrv\\appcmd.exe stop site "%SITE%" >nul 2>&1 || echo failed',
    ')',
    i % 10 ? 'net stop WAS /y && net start W3SVC' : 'iisreset /restart',
    `xcopy /s /y "C:\\build\\%SITE%" "D:\\web\\%SITE%${i}"`,
    '',
  ].join('\r\n');
const powershell: Piece = (i) =>
  [
    `function Restart-Shop${i} {`,
    "  param([string]$Name = 'a')",
    '  # Typed',
    `  if ($Name -eq "Shop$i") {`,
    i % 10 ? '    Restart-WebAppPool -Name $Name' : '    iisreset',
    '    Write-Host "restarted $($x.Name) at $(Get-Date)"',
    '    Get-ChildItem -Path "D:\\web\\$Name" -Recurse | Where-Object { $_.Length -gt 1MB } | Remove-Item',
    '  }',
    '}',
    '',
  ].join('\n');
const vbscript: Piece = (i) =>
  [
    `' Typed ${i}`,
    'Set shell = CreateObject("WScript.Shell")',
    `tool = "C:\\tools\\step${i}.exe"`,
    'shell.Run tool & " /quiet ""C:\\build""", 0, True',
    i % 10 ? 'WScript.Echo "done"' : 'shell.Run "iisreset", 0, True',
    `Set pool = GetObject("IIS://localhost/W3SVC/AppPools/Shop${i}")`,
    '',
  ].join('\r\n');
const azure: Piece = (i) =>
  [
    '  - task: PowerShell@2',
    `    displayName: 'Step ${i}'`,
    '    inputs:',
    '      targetType: inline',
    '      script: |',
    '        # Typed',
    '        Stop-WebAppPool -Name "$(Pool)"',
    i % 10 ? '        Start-WebAppPool -Name "$(Pool)"' : '        iisreset',
    '  - script: |',
    '      net stop WAS /y && net start W3SVC',
    '    displayName: restart',
    '',
  ].join('\n');
const gitlab: Piece = (i) =>
  [
    `deploy${i}:`,
    '  tags: [windows]',
    '  script:',
    '    - Stop-WebAppPool -Name "Shop"',
    `    - "Copy-Item -Recurse build D:\\\\web\\\\shop${i} # Typed"`,
    i % 10 ? '    - Start-WebAppPool -Name "Shop"' : '    - iisreset',
    '',
  ].join('\n');
const markdown: Piece = (i) =>
  [`## Step ${i}`, '', 'Typed: stop the pool, then run', '', '```cmd', batch(i).trimEnd(), '```', '', ''].join('\n');
const dockerfile: Piece = (i) =>
  [
    '# Typed',
    `RUN powershell -Command "Install-Package Shop${i}; Write-Host done"`,
    'RUN net stop WAS /y && \\',
    '    net start W3SVC',
    i % 10 ? 'COPY . /inetpub/wwwroot' : 'RUN iisreset',
    '',
  ].join('\n');

const kinds: Readonly<Record<string, { readonly head: string; readonly piece: Piece }>> = {
  'a.cmd': { head: '@echo off\r\n', piece: batch },
  'a.ps1': { head: '', piece: powershell },
  'a.vbs': { head: 'Option Explicit\r\n', piece: vbscript },
  'azure-pipelines.yml': { head: 'steps:\n', piece: azure },
  '.gitlab-ci.yml': { head: 'stages: [deploy]\n', piece: gitlab },
  'README.md': { head: '# Runbook\n\n', piece: markdown },
  Dockerfile: { head: 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\n', piece: dockerfile },
};

function grow(file: string, isEnough: (text: string) => boolean): string {
  const { head, piece } = kinds[file] ?? { head: '', piece: batch };
  const pieces = [head];
  // Asked for now and then: putting millions of characters together takes time.
  for (let i = 0; i % 100 !== 0 || !isEnough(pieces.join('')); i++) pieces.push(piece(i));
  return pieces.join('');
}

/** At least so many characters of a script with that name. */
export const scriptOf = (file: string, length: number): string => grow(file, (text) => text.length >= length);

/** A pipeline of Azure DevOps with at least so many lines. */
export const pipelineOf = (lines: number): string =>
  grow('azure-pipelines.yml', (text) => text.split('\n').length > lines);
