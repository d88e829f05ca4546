import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './knowledge';

/** OpenSSH cannot be had on this machine; the message says why. */
export class NoOpenSsh extends Error {}

/** A server and client of OpenSSH. */
export interface OpenSsh {
  readonly sshd: string;
  readonly ssh: string;
  readonly keygen: string;
  /** Where its libraries lie that this machine does not have. */
  readonly libraries: string;
  /** A library that gives a program other users than this machine has; null: there is none. */
  readonly users: string | null;
}

const PACKAGES = ['openssh-server', 'openssh-client', 'libnss-wrapper', 'libwrap0'];

/**
 * The installed OpenSSH, else Debian's packages unpacked below `.vscode-test`, once. Nothing is installed. Throws
 * {@link NoOpenSsh}.
 */
export function ensureOpenSsh(): OpenSsh {
  if (process.platform !== 'linux') throw new NoOpenSsh('The tests against a real OpenSSH server need Linux.');
  const folder = path.join(root, '.vscode-test/kit/openssh');
  if (!existsSync(path.join(folder, 'complete'))) unpack(folder);
  const unpacked = path.join(folder, 'root');
  const program = (name: string): string => {
    const found = [name, path.join(unpacked, name)].find((file) => existsSync(file));
    if (found === undefined) throw new NoOpenSsh(`There is no ${name}.`);
    return found;
  };
  const wrapper = readdirSync(unpacked, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith('/libnss_wrapper.so'),
  );
  const made: OpenSsh = {
    sshd: program('/usr/sbin/sshd'),
    ssh: program('/usr/bin/ssh'),
    keygen: program('/usr/bin/ssh-keygen'),
    libraries: wrapper === undefined ? '' : path.join(unpacked, path.dirname(wrapper)),
    users: wrapper === undefined ? null : path.join(unpacked, wrapper),
  };
  const { stdout } = spawnSync('ldd', [made.sshd], {
    env: { ...process.env, LD_LIBRARY_PATH: made.libraries },
    encoding: 'utf8',
  });
  const missing = [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name);
  if (missing.length) throw new NoOpenSsh(`sshd needs ${missing.join(', ')}, which this machine does not have.`);
  return made;
}

function unpack(folder: string): void {
  console.log('      Unpacking OpenSSH below .vscode-test, once …');
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['root', 'lists/partial', 'cache/archives/partial'])
    mkdirSync(path.join(folder, name), { recursive: true });
  // Lists and packages of our own: neither needs rights nor changes anything.
  const own = ['-qq', '-o', `Dir::State::lists=${folder}/lists`, '-o', `Dir::Cache=${folder}/cache`];
  const run = (file: string, args: readonly string[]): void => {
    try {
      execFileSync(file, args, {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'pipe'],
        encoding: 'utf8',
        timeout: 120_000,
      });
    } catch (error) {
      throw new NoOpenSsh(`OpenSSH could not be had: ${file} ${args[0] ?? ''}: ${(error as Error).message}`);
    }
  };
  run('apt-get', [...own, 'update']);
  run('apt-get', [...own, 'download', ...PACKAGES]);
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.deb')))
    run('dpkg-deb', ['-x', name, path.join(folder, 'root')]);
  writeFileSync(path.join(folder, 'complete'), '');
}
