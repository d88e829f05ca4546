import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { killTree } from '../../src/transports/powershell/killTree';
import type { OpenSsh } from './openssh';
import { listening, type StandIn } from './standIn';

/** What a server is to be like. */
export interface SshServerOptions {
  /** Whether it has a `powershell.exe`; absent: yes. */
  readonly powershell?: boolean;
  /** Lines for its configuration. */
  readonly lines?: readonly string[];
}

export const PASSWORD = 'S3cr3t of op';
export const PASSPHRASE = 'S3cr3t of a key';
/** Made by `openssl passwd -6`. */
const hashed = (): string => execFileSync('openssl', ['passwd', '-6', PASSWORD], { encoding: 'utf8' }).trim();

/**
 * A real OpenSSH server on this machine, with keys, users and a port of its own, whose `powershell.exe` is the stand-in;
 * and a client with a configuration of its own.
 */
export class SshServer {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'iis-doctor-sshd-'));
  readonly user: string;
  /** Whether it takes {@link PASSWORD}. */
  readonly takesPasswords: boolean;
  port = 0;
  #process: ChildProcess | null = null;

  private constructor(
    private readonly openSsh: OpenSsh,
    readonly standIn: StandIn,
    private readonly options: SshServerOptions,
  ) {
    // Only root may read the password of another name; sshd of root needs a user of its own.
    this.takesPasswords = process.getuid?.() === 0 && openSsh.users !== null;
    this.user = this.takesPasswords ? 'op' : userInfo().username;
    for (const name of ['host', 'key', 'other']) this.makeKey(name, '');
    this.makeKey('locked', PASSPHRASE);
    writeFileSync(
      this.file('authorized'),
      readFileSync(this.file('key.pub'), 'utf8') + readFileSync(this.file('locked.pub'), 'utf8'),
    );
  }

  static async start(openSsh: OpenSsh, standIn: StandIn, options: SshServerOptions = {}): Promise<SshServer> {
    const made = new SshServer(openSsh, standIn, options);
    await made.#start();
    return made;
  }

  file(name: string): string {
    return path.join(this.folder, name);
  }

  makeKey(name: string, passphrase: string): void {
    rmSync(this.file(name), { force: true });
    execFileSync(this.openSsh.keygen, ['-q', '-t', 'ed25519', '-N', passphrase, '-C', '', '-f', this.file(name)]);
  }

  /** How the key of the host shows itself. */
  get fingerprint(): string {
    const printed = execFileSync(this.openSsh.keygen, ['-l', '-f', this.file('host.pub')], { encoding: 'utf8' });
    return printed.split(' ')[1] ?? '';
  }

  async #start(): Promise<void> {
    const { port, server } = await listening();
    await new Promise((resolve) => server.close(resolve));
    this.port = port;
    const bin = this.file('bin');
    mkdirSync(bin);
    if (this.options.powershell !== false) symlinkSync(this.standIn.program, path.join(bin, 'powershell.exe'));
    const variables = {
      PATH: `${bin}:/usr/bin:/bin`,
      IIS_DOCTOR_STAND_IN: this.standIn.folder,
      IIS_DOCTOR_STAND_IN_DATA: process.env.IIS_DOCTOR_STAND_IN_DATA ?? '',
    };
    const lines = [
      `Port ${String(port)}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${this.file('host')}`,
      `AuthorizedKeysFile ${this.file('authorized')}`,
      'UsePAM no',
      'StrictModes no',
      'PermitRootLogin yes',
      'KbdInteractiveAuthentication no',
      `PasswordAuthentication ${this.takesPasswords ? 'yes' : 'no'}`,
      'PidFile none',
      'MaxStartups 100',
      `SetEnv ${Object.entries(variables)
        .map(([name, value]) => `"${name}=${value}"`)
        .join(' ')}`,
      ...(this.options.lines ?? []),
    ];
    writeFileSync(this.file('sshd_config'), `${lines.join('\n')}\n`);
    const env: NodeJS.ProcessEnv = { ...process.env, LD_LIBRARY_PATH: this.openSsh.libraries };
    if (this.takesPasswords) Object.assign(env, this.#users());
    const child = spawn(this.openSsh.sshd, ['-D', '-e', '-f', this.file('sshd_config')], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#process = child;
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (piece: string) => (said += piece));
    for (let tries = 0; !(await answers(port)); tries++) {
      if (child.exitCode !== null || tries > 200) throw new Error(`sshd did not start: ${said}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** The users that it knows: one by the name of `op`, who is who runs this. */
  #users(): NodeJS.ProcessEnv {
    mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
    const write = (name: string, lines: readonly string[]): string => {
      writeFileSync(this.file(name), `${lines.join('\n')}\n`);
      return this.file(name);
    };
    return {
      LD_PRELOAD: this.openSsh.users ?? '',
      NSS_WRAPPER_PASSWD: write('passwd', [
        'sshd:x:65534:65534::/run/sshd:/usr/sbin/nologin',
        `op:x:0:0:op:${this.folder}:/bin/sh`,
      ]),
      NSS_WRAPPER_GROUP: write('group', ['root:x:0:', 'nogroup:x:65534:']),
      NSS_WRAPPER_SHADOW: write('shadow', ['sshd:*:19000:0:99999:7:::', `op:${hashed()}:19000:0:99999:7:::`]),
    };
  }

  /**
   * A client of its own, which knows this server by every name without a dot.
   *
   * @param key the name of its key; null: none
   * @param more lines of a script before the real client is started, such as another `-V`
   */
  client(key: string | null, { known = true, script = '' }: { known?: boolean; script?: string } = {}): string {
    const name = `client-${Math.random().toString(36).slice(2)}`;
    const config = [
      'Host *.*',
      '  HostName %h',
      'Host *',
      '  HostName 127.0.0.1',
      `  Port ${String(this.port)}`,
      `  User ${this.user}`,
      `  UserKnownHostsFile ${this.file(`${name}.known`)}`,
      '  GlobalKnownHostsFile /dev/null',
      '  IdentitiesOnly yes',
      '  IdentityAgent none',
      key === null ? '  PubkeyAuthentication no' : `  IdentityFile ${this.file(key)}`,
    ];
    const [type, value] = readFileSync(this.file('host.pub'), 'utf8').split(' ');
    writeFileSync(
      this.file(`${name}.known`),
      known ? `[127.0.0.1]:${String(this.port)} ${type ?? ''} ${value ?? ''}\n` : '',
    );
    writeFileSync(this.file(`${name}.config`), `${config.join('\n')}\n`);
    const program = this.file(name);
    writeFileSync(
      program,
      `#!/bin/sh\nprintf '%s\\n' "$@" >>'${program}.args'\n${script}\nexec '${this.openSsh.ssh}' -F '${program}.config' "$@"\n`,
      { mode: 0o755 },
    );
    return program;
  }

  async stop(): Promise<void> {
    const child = this.#process;
    if (child?.pid !== undefined && child.exitCode === null) {
      const ended = once(child, 'exit');
      await killTree(child.pid);
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
