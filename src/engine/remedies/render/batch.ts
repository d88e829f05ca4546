import type { Check, Command, Expectation, Plan, Step, Undo } from '../plan';
import type { Remedy } from '../remedy';
import { oneLine, rightCodes, scriptParts, type ScriptParts } from './scriptParts';

/**
 * A plan as a batch file: refuses to run without an administrator, checks, stops at the first failure and says how to go
 * back; with the argument `undo` it goes back itself. Text in UTF-8 with Windows line ends.
 *
 * @param made when the plan was made, milliseconds since 1970
 * @returns null where the plan holds a command that batch cannot say
 */
export function planBatch(plan: Plan, remedy: Remedy, made: number): string | null {
  if (!hasBatch(plan)) return null;
  const parts = scriptParts(plan, remedy, made);
  const checks = [
    ...parts.prechecks,
    ...parts.steps.flatMap(({ check }) => check ?? []),
    ...parts.verification,
    ...parts.undos.flatMap(({ undo }) => undo.checks ?? []),
  ];
  const numbers = new Map(checks.map((check, i) => [check, i + 1]));
  const call = (check: Check): readonly string[] => [`call :check${numbers.get(check) ?? 0}`];
  const lines = [
    ...opening(parts, plan),
    ...body(parts, plan, call),
    ...ending(parts, plan, call),
    ...[...numbers].flatMap(([check, number]) => checkRoutine(check, number)),
  ];
  const text = lines.join('\r\n');
  // Only then: a console stays in the code page that a script has set.
  const isPlain = /^[\u0000-\u007F]*$/.test(text);
  return `${isPlain ? text : text.replace('\r\nsetlocal', '\r\nchcp.com 65001 >nul\r\nsetlocal')}\r\n`;
}

/** Whether batch can say every command of a plan. */
export const hasBatch = ({ prechecks, steps, verification }: Plan): boolean =>
  [
    ...[...prechecks, ...verification].map(({ command }) => command),
    ...steps.flatMap(({ command, check, undo }) => [
      command,
      check?.command ?? null,
      undo?.command ?? null,
      ...(undo?.checks ?? []).map((one) => one.command),
    ]),
  ].every((one) => one?.cmd !== null);

/** Text behind `echo` or `rem`: nothing in it is a sign of cmd. */
const plainText = (text: string): string =>
  oneLine(text)
    .replace(/[\^&|<>()"]/g, '^$&')
    .replaceAll('%', '%%');

const rem = (text: string): string => (text === '' ? 'rem' : `rem ${plainText(text)}`);
const echo = (text: string): string => (text === '' ? 'echo.' : `echo ${plainText(text)}`);

const opening = ({ head, steps }: ScriptParts, { server }: Plan): readonly string[] => [
  '@echo off',
  ...head.map(rem),
  rem('With the argument "undo" it takes back what its steps have done, the last one first.'),
  'setlocal EnableExtensions DisableDelayedExpansion',
  // Needs no service and no right but this one.
  'fltmc.exe >nul 2>&1',
  // Windows 2000 does not have it; there only an administrator sees sessions.
  'if errorlevel 1 net.exe session >nul 2>&1',
  'if errorlevel 1 goto :notElevated',
  'if defined PROCESSOR_ARCHITEW6432 goto :wrongBitness',
  'set "OUT=%TEMP%\\iis-doctor-%RANDOM%.txt"',
  `set "STEP=${steps.length}"`,
  'if not "%~2"=="" set "STEP=%~2"',
  'if /i "%~1"=="undo" goto :undo',
  'set "STEP=0"',
  echo(`For the server ${server}. This machine:`),
  'hostname.exe',
];

function body(
  { prechecks, steps, verification, leftovers }: ScriptParts,
  plan: Plan,
  call: (check: Check) => readonly string[],
): readonly string[] {
  return [
    ...prechecks.flatMap((check) => [...call(check), 'if errorlevel 1 goto :refused']),
    ...steps.flatMap((step, i) => stepLines(step, `${i + 1} of ${plan.steps.length}`, i + 1, call)),
    ...(verification.length ? ['', 'echo.', echo('Is everything as it should be?'), 'set "BAD="'] : []),
    ...verification.flatMap((check) => [...call(check), 'if errorlevel 1 set "BAD=1"']),
    ...(leftovers.length ? ['', 'echo.', echo('Left to do:'), ...leftovers.map((one) => echo(`- ${one}`))] : []),
    'if exist "%OUT%" del "%OUT%"',
    ...(verification.length ? ['if defined BAD goto :notRight'] : []),
    echo('Done.'),
    'exit /b 0',
  ];
}

const stepLines = (
  { title, why, command, stops, check, accepts }: Step,
  label: string,
  number: number,
  call: (check: Check) => readonly string[],
): readonly string[] => [
  '',
  'echo.',
  echo(`Step ${label}: ${title}`),
  echo(why),
  ...stops.map((one) => echo(`Stops: ${one}`)),
  `set "STEP=${number}"`,
  ...(command
    ? run(command, accepts, ':failed')
    : [echo('Do this by hand, then press a key. Ctrl+C ends here.'), 'pause >nul']),
  ...(check ? [...call(check), 'if errorlevel 1 goto :failed'] : []),
];

const run = (
  { cmd }: Command,
  accepts: readonly number[] | undefined,
  otherwise: ':failed' | ':undoFailed',
): readonly string[] => [
  ...(cmd ?? '').split('\n'),
  'set "CODE=%errorlevel%"',
  `${rightCodes(accepts)
    .map((code) => `if not "%CODE%"=="${code}" `)
    .join('')}goto ${otherwise}`,
];

function ending(
  { undos }: ScriptParts,
  { undoesItself }: Plan,
  call: (check: Check) => readonly string[],
): readonly string[] {
  const back = undos.length
    ? undoesItself
      ? [echo('What was done is taken back.'), 'call :takeBack']
      : ['echo To take back what was done: "%~f0" undo %STEP%']
    : [echo('Nothing was done that could be taken back.')];
  return [
    '',
    ':notElevated',
    echo('This needs an administrator: open a command prompt by "Run as administrator" and start it there.'),
    'exit /b 5',
    '',
    ':wrongBitness',
    echo('This is a 32-bit command prompt, which sees other programs of IIS. Use the one in System32.'),
    'exit /b 1',
    '',
    ':refused',
    echo('This is not the state that the script was made for, so nothing was done.'),
    'exit /b 1',
    '',
    ':failed',
    'echo.',
    'echo Stopped at step %STEP%. Nothing behind it was done.',
    ...back,
    'exit /b 1',
    '',
    ':notRight',
    echo('All steps are done, but not everything is as it should be: see above.'),
    'exit /b 1',
    '',
    ':undo',
    'call :takeBack',
    'if errorlevel 1 exit /b 1',
    echo('Taken back.'),
    'exit /b 0',
    '',
    ':takeBack',
    'set "BAD="',
    ...undos.flatMap(({ step, undo }) => undoLines(step, undo, call)),
    'if defined BAD exit /b 1',
    'exit /b 0',
  ];
}

const undoLines = (
  step: number,
  { title, command, accepts, checks = [], file }: Undo,
  call: (check: Check) => readonly string[],
): readonly string[] => [
  `if %STEP% lss ${step} goto :kept${step}`,
  echo(`Taking back step ${step}: ${title}`),
  ...(file === undefined
    ? []
    : [
        echo(`Look whether somebody else has changed ${file} since. Then press a key, or end here by Ctrl+C.`),
        'pause >nul',
      ]),
  ...(command.cmd ?? '').split('\n'),
  'set "CODE=%errorlevel%"',
  `${rightCodes(accepts)
    .map((code) => `if not "%CODE%"=="${code}" `)
    .join('')}set "BAD=1"`,
  ...checks.flatMap((check) => [...call(check), 'if errorlevel 1 set "BAD=1"']),
  `:kept${step}`,
];

function checkRoutine({ says, command, expects, within = 0, otherwise }: Check, number: number): readonly string[] {
  return [
    '',
    `:check${number}`,
    `set "LEFT=${within}"`,
    `:again${number}`,
    ...redirected(command.cmd ?? ''),
    ...expectation(expects, number),
    'set /a LEFT-=2',
    `if %LEFT% lss 0 goto :wrong${number}`,
    'ping.exe -n 3 127.0.0.1 >nul',
    `goto :again${number}`,
    `:right${number}`,
    echo(`Right: ${says}`),
    'exit /b 0',
    `:wrong${number}`,
    echo(`Not so: ${says}`),
    'type "%OUT%"',
    echo(otherwise),
    'exit /b 1',
  ];
}

/** The output of all lines goes into one file, the exit code is that of the last one. */
function redirected(cmd: string): readonly string[] {
  return [
    ...cmd.split('\n').map((line, i) => `${line} ${i === 0 ? '>' : '>>'}"%OUT%" 2>&1`),
    'set "CODE=%errorlevel%"',
  ];
}

function expectation(expects: Expectation, number: number): readonly string[] {
  const right = `goto :right${number}`;
  switch (expects.kind) {
    case 'succeeds':
      return [`if "%CODE%"=="0" ${right}`];
    case 'fails':
      return [`if not "%CODE%"=="0" ${right}`];
    case 'contains':
      return [`find.exe /i ${findText(expects.text)} "%OUT%" >nul`, `if not errorlevel 1 ${right}`];
    case 'lacks':
      return [`find.exe /i ${findText(expects.text)} "%OUT%" >nul`, `if errorlevel 1 ${right}`];
    case 'is':
      return expects.text === ''
        ? [`for %%F in ("%OUT%") do if "%%~zF"=="0" ${right}`]
        : [`findstr.exe /x /i /l /c:${findstrText(expects.text)} "%OUT%" >nul`, `if not errorlevel 1 ${right}`];
  }
}

/** find.exe doubles quotes inside. */
const findText = (text: string): string => `"${oneLine(text).replaceAll('"', '""').replaceAll('%', '%%')}"`;

/** findstr.exe takes a backslash for an escape, also in literals. */
const findstrText = (text: string): string => `"${oneLine(text).replace(/[\\"]/g, '\\$&').replaceAll('%', '%%')}"`;
