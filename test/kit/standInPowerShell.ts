/**
 * A program that takes the part of `powershell.exe`: it reads lines from its input and prints what the lines of ours
 * would make a real one print. What the servers behind it are like stands in the file that IIS_DOCTOR_STAND_IN names.
 */
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { answerLines, runLines } from './standInBrain';
import type { Behaviour, Host } from './standIn';

const folder = process.env.IIS_DOCTOR_STAND_IN ?? '';
const behaviour = (): Behaviour => JSON.parse(readFileSync(path.join(folder, 'behaviour.json'), 'utf8')) as Behaviour;
const note = (file: string, line: string): void => appendFileSync(path.join(folder, file), `${line}\n`);

note('argv.log', JSON.stringify(process.argv.slice(2)));
note('environment.log', JSON.stringify({ TERM: process.env.TERM, NO_COLOR: process.env.NO_COLOR }));

const ONE_LINE =
  /^& \(\[scriptblock\]::Create\(\[Text\.Encoding\]::UTF8\.GetString\(\[Convert\]::FromBase64String\('(?<base64>[A-Za-z0-9+/=]*)'\)\)\)\)$/;
const LITERAL = /^'(?<text>[^']*)' \+ \$ExecutionContext\.SessionState\.LanguageMode$/;
const JOB =
  /^Invoke-DoctorJob '(?<number>\w+)' '(?<kind>\w+)' '(?<asked>[^']*)' '(?<text>[^']*)' '(?<command>[^']*)'$/m;

const text = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8');
const base64 = (value: string): string => Buffer.from(value).toString('base64');
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

function print(line: string): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(`${line}\n`)) resolve();
    else process.stdout.once('drain', resolve);
  });
}

class PowerShellError extends Error {
  constructor(
    readonly ids: readonly string[],
    readonly codes: readonly number[],
    message: string,
  ) {
    super(message);
  }
}

interface Remote {
  readonly name: string;
  readonly host: Host;
  readonly process: number;
  readonly started: string;
}

const secrets = new Map<string, string>();
const sessions = new Map<string, Remote>();

const hostOf = (name: string): Host => behaviour().hosts?.[name] ?? {};
/** What stands for a process on a server: it is there until somebody ends it. */
const remoteFile = (host: string, process: number): string => path.join(folder, `remote-${host}-${process}.json`);

type Values = Readonly<Record<string, string | number | boolean | readonly string[]>>;

function start(asked: Values): unknown {
  for (const name of asked.secrets as readonly string[]) {
    secrets.set(name, process.env[name] ?? '');
    Reflect.deleteProperty(process.env, name);
  }
  setInterval(() => {
    try {
      process.kill(Number(asked.parent), 0);
    } catch {
      process.exit(1);
    }
  }, 100).unref();
  return { version: '5.1.20348.1' };
}

async function open(asked: Values): Promise<unknown> {
  const name = String(asked.host);
  const host = hostOf(name);
  note('opened.log', JSON.stringify({ ...asked, pid: process.pid }));
  await wait(host.openDelay ?? 0);
  if (host.openCrash === true && takeOnce(`crash-${name}`)) process.exit(9);
  if (host.hangOpen) await hang();
  if (host.certificate && asked.skipCertificate !== true)
    throw new PowerShellError(
      ['12175,PSSessionOpenFailed'],
      [12175, -2146233087],
      'Das SSL-Zertifikat ist nicht gültig.',
    );
  if (host.refuse) throw new PowerShellError(host.refuse.ids ?? [], host.refuse.codes ?? [], host.refuse.message ?? '');
  if (host.password !== undefined && secrets.get(String(asked.secret)) !== host.password)
    throw new PowerShellError(
      ['LogonFailure,PSSessionOpenFailed'],
      [1326, -2146233087],
      host.echo
        ? `refused: ${secrets.get(String(asked.secret)) ?? ''}`
        : 'Der Benutzername oder das Kennwort ist falsch.',
    );
  if (host.language !== undefined && host.language !== 'FullLanguage')
    return { language: host.language, process: 0, started: '' };
  const left = Number(asked.leftProcess);
  if (left > 0 && existsSync(remoteFile(name, left))) {
    const { started } = JSON.parse(readFileSync(remoteFile(name, left), 'utf8')) as { started: string };
    if (started === asked.leftStarted) rmSync(remoteFile(name, left));
  }
  const remote: Remote = { name, host, process: 1000 + Math.floor(Math.random() * 1e6), started: String(Date.now()) };
  writeFileSync(remoteFile(name, remote.process), JSON.stringify({ started: remote.started, works: false }));
  sessions.set(String(asked.key), remote);
  return { language: 'FullLanguage', process: remote.process, started: remote.started };
}

function close(asked: Values): unknown {
  const remote = sessions.get(String(asked.key));
  if (remote) rmSync(remoteFile(remote.name, remote.process), { force: true });
  sessions.delete(String(asked.key));
  return {};
}

const hang = (): Promise<never> => new Promise(() => setInterval(() => undefined, 1000));

/** Whether something happens for the first time in this folder. */
function takeOnce(name: string): boolean {
  const file = path.join(folder, `once-${name}`);
  if (existsSync(file)) return false;
  writeFileSync(file, '');
  return true;
}

/** What goes wrong with a host before its answer; null to go on. */
async function trouble(name: string, host: Host, number: string): Promise<unknown> {
  if (host.crash !== undefined && (host.crash === 'always' || takeOnce(`crash-${name}`))) process.exit(9);
  if (host.hang === true || (host.hang === 'once' && takeOnce(`hang-${name}`))) await hang();
  if (host.children === true) {
    const { spawn } = await import('node:child_process');
    spawn('sleep', ['4242'], { stdio: 'inherit' });
    await hang();
  }
  if (host.broken === true && takeOnce(`broken-${name}`))
    return {
      state: 'Broken',
      failures: [{ ids: ['PSSessionStateBroken'], codes: [], category: 'OpenError', message: 'broken' }],
    };
  if (host.antimalware === true)
    return {
      state: 'Opened',
      failures: [{ ids: ['ScriptContainedMaliciousContent'], codes: [], category: 'ParserError', message: 'blocked' }],
    };
  if (host.garbage === true) {
    for (const line of [
      '�\u0000\u0001',
      `IIS-DOCTOR ${number} `,
      `IIS-DOCTOR ${number} system %%%`,
      '{"ok":',
      '\u001b[31mx',
    ])
      await print(line);
    return { state: 'Opened', failures: [] };
  }
  return null;
}

async function ask(number: string, asked: Values, question: string): Promise<unknown> {
  const remote = sessions.get(String(asked.key));
  const name = remote?.name ?? 'local';
  const host = hostOf(name);
  if (remote) writeFileSync(remoteFile(name, remote.process), JSON.stringify({ started: remote.started, works: true }));
  await wait(host.askDelay ?? 0);
  const wrong = await trouble(name, host, number);
  if (wrong !== null) return wrong;
  if (host.noise === true) {
    await print('Willkommen auf diesem Server! '.repeat(20));
    process.stdout.write('\u001b[?1h\u001b=PS C:\\> ');
  }
  const lines = await answerLines(question, name, host.machine);
  if (host.bytes !== undefined) await big(lines[0] ?? '', host.bytes);
  else for (const line of lines) await print(line);
  if (host.noise === true) process.stderr.write('WARNUNG: etwas anderes\n'.repeat(2000));
  if (remote)
    writeFileSync(remoteFile(name, remote.process), JSON.stringify({ started: remote.started, works: false }));
  return { state: 'Opened', failures: [] };
}

/** An answer of so many bytes, in the small pieces in which it comes through a pipe. */
async function big(line: string, bytes: number): Promise<void> {
  const [prefix = '', number = '', probe = ''] = line.split(' ');
  const answer = `${prefix} ${number} ${probe} ${base64(`{"ok":true,"data":"${'x'.repeat(bytes)}"}`)}\n`;
  for (let at = 0; at < answer.length; at += 4096)
    if (!process.stdout.write(answer.slice(at, at + 4096)))
      await new Promise((resolve) => process.stdout.once('drain', resolve));
}

async function run(number: string, asked: Values, command: string): Promise<unknown> {
  const remote = sessions.get(String(asked.key));
  const name = remote?.name ?? 'local';
  const wrong = await trouble(name, hostOf(name), number);
  if (wrong !== null) return wrong;
  note('commands.log', JSON.stringify({ name, command }));
  const { lines, exitCode } = await runLines(command, hostOf(name).machine);
  for (const line of lines)
    await print(`IIS-DOCTOR ${number} .out ${base64(`{"ok":true,"data":${JSON.stringify(line)}}`)}`);
  return { state: 'Opened', failures: [], exitCode };
}

async function work(job: Record<string, string>): Promise<unknown> {
  const { number = '', kind = '' } = job;
  const asked = JSON.parse(text(job.asked ?? '')) as Values;
  if (kind === 'start') return start(asked);
  if (kind === 'open') return open(asked);
  if (kind === 'close') return close(asked);
  if (kind === 'ask') return ask(number, asked, text(job.text ?? ''));
  return run(number, asked, text(job.command ?? ''));
}

async function execute(script: string): Promise<void> {
  const job = JOB.exec(script)?.groups;
  if (!job) {
    for (const line of await answerLines(script, 'local', hostOf('local').machine)) await print(line);
    return;
  }
  const tell = (what: string, data: unknown): Promise<void> =>
    print(`IIS-DOCTOR ${job.number ?? ''} ${what} ${base64(`{"ok":true,"data":${JSON.stringify(data)}}`)}`);
  try {
    await tell('.done', await work(job));
  } catch (error) {
    if (!(error instanceof PowerShellError)) throw error;
    const { ids, codes, message } = error;
    await tell('.failed', { ids, codes, category: 'OpenError', message });
  }
}

async function line(received: string): Promise<void> {
  note('stdin.log', received);
  const { local } = behaviour();
  const encoded = ONE_LINE.exec(received)?.groups?.base64;
  const literal = LITERAL.exec(received)?.groups?.text;
  if (literal !== undefined) await print(literal + (local?.language ?? 'FullLanguage'));
  else if (encoded === undefined) process.stderr.write(`${received} : CommandNotFoundException\n`);
  else if (local?.refuses !== undefined) process.stderr.write(`FullyQualifiedErrorId : ${local.refuses}\n`);
  else await execute(text(encoded));
}

async function main(): Promise<void> {
  const { local } = behaviour();
  await wait(local?.startDelay ?? 0);
  if (local?.startCrash === true) process.exit(3);
  if (local?.profileNoise === true) process.stdout.write('Loading personal profile took 1234ms.\r\nPS C:\\Users\\op> ');
  if (local?.standardError === true) process.stderr.write('x'.repeat(200_000));
  for await (const received of createInterface({ input: process.stdin, crlfDelay: Infinity })) await line(received);
  // Like the real one, it takes its sessions with it when it ends by itself.
  for (const key of sessions.keys()) close({ key });
}

void main().then(() => process.exit(0));
