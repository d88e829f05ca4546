import { LanguageClient } from '../kit/languageClient';
import { bundle } from '../../src/build/bundle';

/** From an edit of a script to its diagnostics, over the language server as it ships. */
const EDITS = Number(process.env.EDITS ?? 15);

const repeated = (piece: (i: number) => string, length: number): string => {
  const pieces: string[] = [];
  for (let i = 0, so = 0; so < length; i++) {
    const one = piece(i);
    pieces.push(one);
    so += one.length;
  }
  return pieces.join('');
};
const batch = (i: number): string =>
  `set SITE=Shop${i % 7}\r\nif exist "%windir%\\system32\\inetsrv\\appcmd.exe" (\r\n  %windir%\\system32\\inetsrv\\appcmd.exe stop site "%SITE%" >nul 2>&1 || echo failed\r\n)\r\nrem step ${i}\r\nnet stop WAS /y && net start W3SVC\r\nxcopy /s /y "C:\\build\\%SITE%" "D:\\web\\%SITE%"\r\n`;
const powershell = (i: number): string =>
  `function Restart-Shop${i} {\n  param([string]$Name = 'a')\n  # step\n  if ($Name -eq "Shop$i") {\n    Stop-Service -Name W3SVC -Force\n    Write-Host "restarting $($x.Name) at $(Get-Date)"\n    Start-Service -Name W3SVC\n  }\n}\n`;
const step = (i: number): string =>
  `  - task: PowerShell@2\n    displayName: 'Step ${i}'\n    inputs:\n      targetType: inline\n      script: |\n        Stop-WebAppPool -Name "$(Pool)"\n        Restart-Service W3SVC -Force\n  - script: |\n      net stop WAS /y && net start W3SVC\n    displayName: restart\n`;

const cases: readonly (readonly [name: string, file: string, text: string, goal: number])[] = [
  ['batch, 100 kB', 'a.cmd', repeated(batch, 100_000), 100],
  ['PowerShell, 100 kB', 'a.ps1', repeated(powershell, 100_000), 100],
  [
    'pipeline, 5,000 lines',
    'azure-pipelines.yml',
    `steps:\n${Array.from({ length: 500 }, (_, i) => step(i)).join('')}`,
    100,
  ],
  ['batch, 2 MB', 'b.cmd', repeated(batch, 2_000_000), 1_500],
  ['PowerShell, 2 MB', 'b.ps1', repeated(powershell, 2_000_000), 1_500],
];

async function measure([name, file, text, goal]: (typeof cases)[number]): Promise<void> {
  const client = new LanguageClient(['dist/server.js', '--stdio']);
  await client.initialize();
  const uri = `file:///bench/${file}`;
  const versionOf = async (version: number): Promise<void> => {
    for (;;) if ((await client.nextDiagnostics(60_000)).version === version) return;
  };
  const opened = performance.now();
  await client.open(uri, text);
  await versionOf(1);
  const open = performance.now() - opened;
  const edits: number[] = [];
  const end = { line: text.split('\n').length - 1, character: 0 };
  for (let i = 0; i < EDITS; i++) {
    const before = performance.now();
    await client.change(uri, i + 2, [{ range: { start: end, end }, text: '\n' }]);
    await versionOf(i + 2);
    edits.push(performance.now() - before);
  }
  await client.stop();
  edits.sort((a, b) => a - b);
  const at = (share: number): string => (edits[Math.ceil(edits.length * share) - 1] ?? NaN).toFixed(0);
  console.log(`${name.padEnd(24)} open ${open.toFixed(0)} ms  edit ${at(0.5)} / ${at(0.95)} ms (goal ${goal})`);
}

async function main(): Promise<void> {
  await bundle({ production: true });
  console.log('scripts: to the diagnostics, half within / 95 of 100 within');
  for (const one of cases) await measure(one);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
