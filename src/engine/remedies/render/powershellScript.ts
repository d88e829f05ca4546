import { psLiteral } from '../commands/quoting';
import type { Check, Expectation, Plan, Step, Undo } from '../plan';
import type { Remedy } from '../remedy';
import { oneLine, rightCodes, scriptParts } from './scriptParts';

/**
 * A plan as a script for Windows PowerShell 3.0 to 5.1: refuses to run without an administrator, checks, stops at the
 * first failure and says how to go back; with `-Undo` it goes back itself. Text with a byte-order mark, without which
 * Windows PowerShell reads the ANSI code page, and Windows line ends.
 *
 * @param made when the plan was made, milliseconds since 1970
 */
export function planPowershell(plan: Plan, remedy: Remedy, made: number): string {
  const { head, prechecks, steps, verification, undos, leftovers } = scriptParts(plan, remedy, made);
  const total = steps.length;
  const lines = [
    ...head.map((line) => (line === '' ? '#' : `# ${line}`)),
    '# With -Undo it takes back what its steps have done, the last one first; with -From from that step on.',
    `param([switch] $Undo, [int] $From = ${total})`,
    '',
    ...FUNCTIONS,
    '',
    'function Undo-Steps([int] $from) {',
    '  $isGood = $true',
    ...undos.flatMap(({ step, undo }) => undoLines(step, undo)),
    '  return $isGood',
    '}',
    '',
    'function Stop-Here([int] $step) {',
    "  Write-Host ''",
    "  Write-Host ('Stopped at step ' + $step + '. Nothing behind it was done.')",
    ...afterFailure(undos.length > 0, plan.undoesItself ?? false).map((line) => `  ${line}`),
    '  exit 1',
    '}',
    '',
    'if (-not (Test-Administrator)) {',
    '  Write-Host \'This needs an administrator: open Windows PowerShell by "Run as administrator" and start it there.\'',
    '  exit 5',
    '}',
    'if ($env:PROCESSOR_ARCHITEW6432) {',
    "  Write-Host 'This is a 32-bit PowerShell, which sees other programs of IIS. Use the one in System32.'",
    '  exit 1',
    '}',
    'if ($Undo) {',
    '  if (Undo-Steps $From) { exit 0 }',
    '  exit 1',
    '}',
    `Write-Host ${literal(`For the server ${plan.server}. This machine: `)} $env:COMPUTERNAME`,
    ...prechecks.map((check) => `if (-not (${checkCall(check)})) { Stop-Here 0 }`),
    ...steps.flatMap((step, i) => stepLines(step, i + 1, total)),
    ...(verification.length ? ['', '$isRight = $true', "Write-Host ''"] : []),
    ...verification.map((check) => `if (-not (${checkCall(check)})) { $isRight = $false }`),
    ...leftovers.map((one) => `Write-Host ${literal(`Left to do: ${one}`)}`),
    ...(verification.length
      ? [
          'if (-not $isRight) {',
          "  Write-Host 'All steps are done, but not everything is as it should be: see above.'",
          '  exit 1',
          '}',
        ]
      : []),
    "Write-Host 'Done.'",
    'exit 0',
  ];
  return `\uFEFF${lines.join('\n').replaceAll('\n', '\r\n')}\r\n`;
}

const literal = (text: string): string => psLiteral(oneLine(text));

/** Output of programs is compared as text; what they write to standard error is no error by itself. */
const FUNCTIONS = [
  'function Test-Administrator {',
  '  $identity = [Security.Principal.WindowsIdentity]::GetCurrent()',
  '  $principal = New-Object Security.Principal.WindowsPrincipal($identity)',
  '  return $principal.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)',
  '}',
  '',
  '# Whether the exit code is right and no cmdlet has failed.',
  'function Test-Step([scriptblock] $command, [int[]] $codes) {',
  "  $ErrorActionPreference = 'Stop'",
  '  $global:LASTEXITCODE = 0',
  '  try { & $command | Out-Host } catch { Write-Host $_; return $false }',
  '  if ($codes -contains $LASTEXITCODE) { return $true }',
  "  Write-Host ('It ended with exit code ' + $LASTEXITCODE + '.')",
  '  return $false',
  '}',
  '',
  '# Whether a question is answered as it should be; asks again until the seconds are over.',
  'function Test-Check([string] $says, [scriptblock] $command, [scriptblock] $isRight, [int] $within, [string] $otherwise) {',
  "  $ErrorActionPreference = 'Continue'",
  '  $until = [DateTime]::UtcNow.AddSeconds($within)',
  '  while ($true) {',
  '    $global:LASTEXITCODE = 0',
  '    $said = ((& $command 2>&1 | ForEach-Object { "$_" }) -join "`n").Trim()',
  '    if (& $isRight $said $LASTEXITCODE) {',
  "      Write-Host ('Right: ' + $says)",
  '      return $true',
  '    }',
  '    if ([DateTime]::UtcNow -ge $until) { break }',
  '    Start-Sleep -Seconds 2',
  '  }',
  "  Write-Host ('Not so: ' + $says)",
  '  Write-Host $said',
  '  Write-Host $otherwise',
  '  return $false',
  '}',
] as const;

const stepCall = (command: string, codes: readonly number[]): string =>
  `Test-Step {\n${command}\n} @(${codes.join(', ')})`;

function stepLines(
  { title, why, command, stops, check, accepts }: Step,
  number: number,
  total: number,
): readonly string[] {
  return [
    '',
    "Write-Host ''",
    `Write-Host ${literal(`Step ${number} of ${total}: ${title}`)}`,
    `Write-Host ${literal(why)}`,
    ...stops.map((one) => `Write-Host ${literal(`Stops: ${one}`)}`),
    ...(command
      ? [`if (-not (${stepCall(command.powershell, rightCodes(accepts))})) { Stop-Here ${number} }`]
      : ["Read-Host 'Do this by hand, then press Enter. Ctrl+C ends here' | Out-Null"]),
    ...(check ? [`if (-not (${checkCall(check)})) { Stop-Here ${number} }`] : []),
  ];
}

const checkCall = ({ says, command, expects, within = 0, otherwise }: Check): string =>
  `Test-Check ${literal(says)} {\n${command.powershell}\n} { param($said, $code) ${expectation(expects)} } ${within} ${literal(otherwise)}`;

function expectation(expects: Expectation): string {
  switch (expects.kind) {
    case 'succeeds':
      return '$code -eq 0';
    case 'fails':
      return '$code -ne 0';
    case 'contains':
      return `$said.IndexOf(${psLiteral(expects.text)}, [StringComparison]::OrdinalIgnoreCase) -ge 0`;
    case 'lacks':
      return `$said.IndexOf(${psLiteral(expects.text)}, [StringComparison]::OrdinalIgnoreCase) -lt 0`;
    case 'is':
      return `[string]::Equals($said, ${psLiteral(expects.text)}, [StringComparison]::OrdinalIgnoreCase)`;
  }
}

const undoLines = (step: number, { title, command, accepts, checks = [], file }: Undo): readonly string[] => [
  `  if ($from -ge ${step}) {`,
  `    Write-Host ${literal(`Taking back step ${step}: ${title}`)}`,
  ...(file === undefined
    ? []
    : [
        `    Read-Host ${literal(`Look whether somebody else has changed ${file} since. Then press Enter, or end here by Ctrl+C`)} | Out-Null`,
      ]),
  `    if (-not (${stepCall(command.powershell, rightCodes(accepts))})) { $isGood = $false }`,
  ...checks.map((check) => `    if (-not (${checkCall(check)})) { $isGood = $false }`),
  '  }',
];

function afterFailure(hasUndos: boolean, undoesItself: boolean): readonly string[] {
  if (!hasUndos) return ["Write-Host 'Nothing was done that could be taken back.'"];
  return undoesItself
    ? ["Write-Host 'What was done is taken back.'", 'Undo-Steps $step | Out-Null']
    : ["Write-Host ('To take back what was done: ' + $MyInvocation.ScriptName + ' -Undo -From ' + $step)"];
}
