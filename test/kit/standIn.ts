import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { dataFolders } from '../../src/build/dataFolders';
import { root } from './knowledge';

/** How a server behind the stand-in for `powershell` behaves; nothing: well, and at once. */
export interface Host {
  /** The machine of the simulated farm that it is; else it gives back what it is asked. */
  readonly machine?: string;
  readonly openDelay?: number;
  readonly hangOpen?: boolean;
  readonly openCrash?: boolean;
  /** The certificate of the host cannot be checked. */
  readonly certificate?: boolean;
  readonly refuse?: { readonly ids?: readonly string[]; readonly codes?: readonly number[]; readonly message?: string };
  readonly password?: string;
  /** Says the wrong password in its error, as no server should. */
  readonly echo?: boolean;
  readonly language?: string;
  readonly askDelay?: number;
  readonly crash?: 'once' | 'always';
  readonly hang?: true | 'once';
  /** Hangs with a program below it. */
  readonly children?: boolean;
  readonly broken?: boolean;
  readonly antimalware?: boolean;
  readonly garbage?: boolean;
  readonly noise?: boolean;
  /** An answer of so many bytes. */
  readonly bytes?: number;
}

export interface Behaviour {
  /** The local process itself. */
  readonly local?: {
    readonly startDelay?: number;
    readonly startCrash?: boolean;
    readonly profileNoise?: boolean;
    readonly standardError?: boolean;
    readonly language?: string;
    /** Refuses every script with that error id. */
    readonly refuses?: string;
  };
  readonly hosts?: Readonly<Record<string, Host>>;
}

/** A stand-in for `powershell` with a folder of its own, in which it leaves notes of what it was told. */
export class StandIn {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'iis-doctor-powershell-'));
  readonly program = path.join(this.folder, 'powershell');
  readonly #before = process.env.IIS_DOCTOR_STAND_IN;

  private constructor(code: string) {
    const script = path.join(this.folder, 'powershell.cjs');
    writeFileSync(script, code);
    writeFileSync(this.program, `#!/bin/sh\nexec '${process.execPath}' '${script}' "$@"\n`, { mode: 0o755 });
    this.behave({});
    process.env.IIS_DOCTOR_STAND_IN = this.folder;
    process.env.IIS_DOCTOR_STAND_IN_DATA = dataFolders.map((folder) => path.join(root, folder)).join(path.delimiter);
  }

  static async create(): Promise<StandIn> {
    return new StandIn(await bundled());
  }

  /** From now on; what happens once happens again. */
  behave(behaviour: Behaviour): void {
    for (const name of readdirSync(this.folder)) if (name.startsWith('once-')) rmSync(path.join(this.folder, name));
    writeFileSync(path.join(this.folder, 'behaviour.json'), JSON.stringify(behaviour));
  }

  /** The lines of one of its notes. */
  notes(name: string): string[] {
    const file = path.join(this.folder, `${name}.log`);
    return readdirSync(this.folder).includes(`${name}.log`) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
  }

  /** Whether something works for us on a server, by the notes of its processes there. */
  remote(host: string): { readonly works: boolean }[] {
    return readdirSync(this.folder)
      .filter((name) => name.startsWith(`remote-${host}-`))
      .map((name) => JSON.parse(readFileSync(path.join(this.folder, name), 'utf8')) as { works: boolean });
  }

  /** Everything that stands in its folder beside the program. */
  everything(): string {
    return readdirSync(this.folder)
      .filter((name) => name !== 'powershell.cjs' && name !== 'behaviour.json')
      .map((name) => readFileSync(path.join(this.folder, name), 'utf8'))
      .join('\n');
  }

  dispose(): void {
    if (this.#before === undefined) Reflect.deleteProperty(process.env, 'IIS_DOCTOR_STAND_IN');
    else process.env.IIS_DOCTOR_STAND_IN = this.#before;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

let code: Promise<string> | undefined;

/** The program in one file, so that it starts as fast as Node does. */
const bundled = (): Promise<string> =>
  (code ??= build({
    entryPoints: [path.join(root, 'test/kit/standInPowerShell.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? ''));

/** A port on which something answers, as WinRM would; close it. */
export function listening(): Promise<{ readonly port: number; readonly server: Server }> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.on('error', () => undefined));
    server.listen(0, () => {
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address ? address.port : 0 });
    });
  });
}
