import type { Command, Redirection, Word } from '../../engine/scripts/command';
import { readBatch } from '../../engine/scripts/batch';
import { Collector } from '../../engine/scripts/collector';
import { MappedText } from '../../engine/scripts/mappedText';
import { readPowerShell } from '../../engine/scripts/powershell';
import { byPlace } from '../../engine/text/range';
import { appcmd } from './appcmd/appcmd';
import { readCmdlet, type CmdletUse } from './commands/cmdlet';
import {
  copyItem,
  fileForms,
  getContent,
  getFileHash,
  removeItem,
  rename,
  setContent,
  testPath,
  type Form,
} from './commands/files';
import { programArguments } from './commands/commandLine';
import { fileEdits } from './commands/fileEdits';
import { iisreset } from './commands/iisreset';
import { net } from './commands/net';
import { netsh } from './commands/netsh';
import { taskkill } from './commands/processes';
import { lines, type Program, type Running } from './commands/program';
import { sc } from './commands/sc';
import { getService, restartService, startService, stopService } from './commands/serviceCmdlets';
import { smallPrograms } from './commands/small';
import { webRequest } from './commands/webRequest';
import { wevtutil } from './commands/wevtutil';

const programs: Readonly<Record<string, Program>> = {
  ...smallPrograms,
  appcmd,
  iisreset,
  net,
  net1: net,
  netsh,
  ren: rename,
  sc,
  taskkill,
  wevtutil,
};

type Cmdlet = (use: CmdletUse, running: Running) => boolean | Promise<boolean>;

const cmdlets: Readonly<Record<string, Cmdlet>> = {
  'copy-item': copyItem,
  'get-content': getContent,
  'get-filehash': getFileHash,
  'get-service': getService,
  'remove-item': removeItem,
  'restart-service': restartService,
  'set-content': setContent,
  'start-service': startService,
  'stop-service': stopService,
  'test-path': testPath,
  'start-sleep': async ({ parameter, positional }, { machine, signal }) => {
    const milliseconds = parameter('Milliseconds')?.[0];
    await machine.wait(
      milliseconds ? Number(milliseconds) : Number(parameter('Seconds')?.[0] ?? positional[0] ?? 0) * 1_000,
      signal,
    );
    return true;
  },
  'write-output': ({ positional, more }, { say }) => {
    say(lines(...positional, ...more));
    return true;
  },
};

/** One thing that a text does. */
type Action =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'form'; readonly form: Form; readonly found: readonly string[] }
  /** `if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }` */
  | { readonly kind: 'exitOnFailure' }
  | { readonly kind: 'exit'; readonly code: number | null };

const EXIT_ON_FAILURE = /if\s*\(\s*\$LASTEXITCODE(?:\s*-ne\s*0)?\s*\)\s*\{\s*exit\s+\$LASTEXITCODE\s*;?\s*\}/iy;
const EXIT = /exit(?:\s+(?:(\d{1,10})|\$LASTEXITCODE))?(?=\s*(?:;|$))/iy;
const PREFERENCE = /\$(?:ErrorAction|Progress)Preference\s*=\s*(?:'\w+'|"\w+")/iy;
const forms: readonly Form[] = [fileEdits, ...fileForms, webRequest];
const BETWEEN = /[\s;]+|#[^\r\n]*/y;

/** Why a text is not run: what Windows would say, or that these machines do not know it. */
class Refusal extends Error {}

/**
 * Runs the text of a Windows PowerShell command on a simulated machine.
 *
 * It knows commands that follow each other, `cmd.exe /c`, and a few other statements. Text that holds anything else does
 * nothing at all and says so.
 *
 * @returns the exit code: that of the last program, or 1 where the last statement failed
 */
export async function runPowerShell(text: string, running: Running): Promise<number> {
  let actions: readonly Action[];
  try {
    actions = read(text);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    running.complain(lines(error.message));
    return 1;
  }
  let last = 0;
  let program = 0;
  for (const action of actions) {
    running.signal?.throwIfAborted();
    if (action.kind === 'exit') return action.code ?? program;
    if (action.kind === 'exitOnFailure') {
      if (program !== 0) return program;
      continue;
    }
    if (action.kind === 'form') last = action.form.run(action.found, running) ? 0 : 1;
    else {
      const done = await runCommand(action.command, running);
      last = done.code;
      if (done.isProgram) program = done.code;
    }
  }
  return last;
}

/** The commands of a text; the readers of pipelines and documents stay out of the browser's bundle. */
function commandsOf(text: string, shell: 'powershell' | 'batch'): readonly Command[] {
  const found = new Collector(text);
  if (shell === 'batch') readBatch(new MappedText(text), found);
  else readPowerShell(new MappedText(text), found, shell);
  return found.commands.sort(byPlace);
}

/** Everything that a text does, in its order. Throws a Refusal. */
function read(text: string): Action[] {
  const commands = commandsOf(text, 'powershell');
  const own = commands.filter(({ nesting }) => nesting.length === 0);
  if (own.some(({ before, after }) => before === '&&' || before === '||' || after === '&&' || after === '||'))
    throw new Refusal("The token '&&' is not a valid statement separator in this version.");
  const actions: Action[] = [];
  for (let at = 0; at < text.length;) {
    const step = actionAt(text, at, own);
    if (!step) throw new Refusal(`The simulated server does not know this command: ${text.slice(at, at + 200)}`);
    if (step.action) actions.push(step.action);
    at = step.end;
  }
  return actions;
}

function actionAt(
  text: string,
  at: number,
  commands: readonly Command[],
): { action: Action | null; end: number } | null {
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const between = match(BETWEEN) ?? match(PREFERENCE);
  if (between) return { action: null, end: at + between[0].length };
  const failing = match(EXIT_ON_FAILURE);
  if (failing) return { action: { kind: 'exitOnFailure' }, end: at + failing[0].length };
  const exit = match(EXIT);
  if (exit)
    return { action: { kind: 'exit', code: exit[1] === undefined ? null : Number(exit[1]) }, end: at + exit[0].length };
  for (const form of forms) {
    const found = match(form.pattern);
    if (found) return { action: { kind: 'form', form, found }, end: at + found[0].length };
  }
  const command = commands.find(({ start }) => start === at);
  if (!command) return null;
  const end = endOf(text, command);
  return end === null ? null : { action: { kind: 'command', command }, end };
}

/** Behind a command and what may follow it without changing what it does; null where its output goes elsewhere. */
function endOf(text: string, { end, redirections }: Command): number | null {
  const harmless = /(?:\s*(?:2>&1|\d?>\s*\$null|\|\s*Out-(?:Null|String|Host)\b))*/iy;
  harmless.lastIndex = Math.max(end, ...redirections.map((one: Redirection) => one.end));
  harmless.exec(text);
  const isQuiet = redirections.every(({ operator, target }) => operator.includes('&') || /^\$null$/i.test(target));
  return isQuiet ? harmless.lastIndex : null;
}

async function runCommand(command: Command, running: Running): Promise<{ code: number; isProgram: boolean }> {
  const { name } = command;
  if (name === '' && !command.program.isLiteral) {
    running.complain(lines(`The simulated server does not know this command: ${command.program.value}`));
    return { code: 1, isProgram: false };
  }
  const value = (word: Word): string => valueOf(word, running);
  const cmdlet = cmdlets[name];
  if (cmdlet) return { code: (await cmdlet(readCmdlet(command.arguments, value), running)) ? 0 : 1, isProgram: false };
  const words = command.arguments.map(value);
  if (name === 'cmd') return { code: await runBatch(words, running), isProgram: true };
  const program = Object.hasOwn(programs, name) ? programs[name] : undefined;
  if (program) return { code: await program(programArguments(words), running), isProgram: true };
  running.complain(
    lines(
      `${command.program.value} : The term '${command.program.value}' is not recognized as the name of a cmdlet, function, script file, or operable program. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.`,
    ),
  );
  return { code: 1, isProgram: false };
}

/** The value of a word; of variables only those of the environment are known. */
function valueOf({ parts }: Word, { machine }: Running): string {
  const environment = (name: string): string =>
    machine.variables.find((one) => one.name.toLowerCase() === name.toLowerCase())?.value ?? '';
  return parts
    .map(({ kind, text }) =>
      kind === 'text'
        ? text
        : text
            .replace(/\$\{env:([^}]{1,60})\}/gi, (_, name: string) => environment(name))
            .replace(/\$env:(\w{1,60})/gi, (_, name: string) => environment(name)),
    )
    .join('');
}

/** `cmd.exe /c "…"`: commands with `&`, `&&` and `||` between them. */
async function runBatch(words: readonly string[], running: Running): Promise<number> {
  const [option = '', ...rest] = words;
  const text = rest.join(' ');
  const [, absent, then] = /^if not exist "([^"]+)" (.+)$/i.exec(text) ?? [];
  if (absent !== undefined && then !== undefined) {
    const { disk } = running.machine;
    return disk.file(absent) || disk.isFolder(absent) ? 0 : runBatch([option, then], running);
  }
  const commands = commandsOf(text, 'batch');
  const isPlain = commands.every(({ nesting, redirections }) => nesting.length === 0 && redirections.length === 0);
  if (!/^[-/]c$/i.test(option) || !isPlain || !commands.length || commands.some(({ before }) => before === '|')) {
    running.complain(lines(`The simulated server does not know this command: cmd.exe ${words.join(' ')}`));
    return 1;
  }
  let code = 0;
  for (const command of commands) {
    if ((command.before === '&&' && code !== 0) || (command.before === '||' && code === 0)) continue;
    const program = Object.hasOwn(programs, command.name) ? programs[command.name] : undefined;
    if (!program) {
      running.complain(
        lines(
          `'${command.program.value}' is not recognized as an internal or external command,`,
          'operable program or batch file.',
        ),
      );
      code = 1;
    } else
      code = await program(
        command.arguments.map(({ value }) => value),
        running,
      );
  }
  return code;
}
