import { randomBytes, timingSafeEqual } from 'node:crypto';
import { accessSync, chmodSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The files that ship beside the extension, and the program that runs the first. */
export interface HelperFiles {
  /** The bundled `helper.ts`. */
  readonly helper: string;
  /** `askpass.sh`, for systems with a Unix shell. */
  readonly script: string;
  /** Node.js, or an Electron that can be it. */
  readonly node: string;
}

/** Answers a question of `ssh`; null: no. */
export type Answer = (prompt: string, hint: string) => Promise<string | null>;

/** Somebody whose `ssh` may ask. */
export interface Admission {
  /** What its `ssh` must find in its environment. */
  readonly variables: Readonly<Record<string, string>>;
  /** From now on its token is worth nothing; whoever still waits gets no answer. */
  end(): void;
}

/** Sockets of Unix have short names. */
const LONGEST = 100;
/** More than this is no question. */
const QUESTION = 20_000;

/** Where the helper that `ssh` starts brings its questions: a socket in a folder of our own, or a pipe of Windows. */
export class Askpass {
  readonly #admitted = new Map<string, { readonly answer: Answer; readonly sockets: Set<Socket> }>();

  private constructor(
    private readonly files: HelperFiles,
    private readonly platform: string,
    private readonly folder: string,
    private readonly address: string,
    private readonly server: Server,
  ) {
    server.on('connection', (socket) => this.#hear(socket));
    server.on('error', () => undefined);
  }

  /** @param platform the platform of this machine, as Node names it */
  static async create(files: HelperFiles, platform: string): Promise<Askpass> {
    // Only its owner may enter it.
    const folder = platform === 'win32' ? '' : await mkdtemp(path.join(shortFolder(), 'iis-doctor-'));
    const name = `iis-doctor-${randomBytes(16).toString('hex')}`;
    const address = platform === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(folder, 's');
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(address, resolve);
    });
    server.unref();
    if (platform !== 'win32') makeExecutable(files.script);
    return new Askpass(files, platform, folder, address, server);
  }

  admit(answer: Answer): Admission {
    const token = randomBytes(24).toString('hex');
    const sockets = new Set<Socket>();
    this.#admitted.set(token, { answer, sockets });
    const { helper, node, script } = this.files;
    const first = {
      NODE_OPTIONS: `--require ${JSON.stringify(helper.replaceAll('\\', '/'))}`,
      IIS_DOCTOR_ASKPASS_FIRST: '1',
    };
    const windows = { ...first, ELECTRON_RUN_AS_NODE: '1', SSH_ASKPASS: node };
    return {
      variables: {
        SSH_ASKPASS_REQUIRE: 'force',
        IIS_DOCTOR_ASKPASS_SOCKET: this.address,
        IIS_DOCTOR_ASKPASS_TOKEN: token,
        IIS_DOCTOR_ASKPASS_NODE: node,
        IIS_DOCTOR_ASKPASS_HELPER: helper,
        ...(this.platform === 'win32' ? windows : { SSH_ASKPASS: script }),
      },
      end: () => {
        this.#admitted.delete(token);
        for (const socket of sockets) socket.destroy();
      },
    };
  }

  #hear(socket: Socket): void {
    let received = '';
    socket.setEncoding('utf8');
    socket.on('error', () => undefined);
    socket.on('data', (piece: string) => {
      received += piece;
      if (received.length > QUESTION) socket.destroy();
      else if (received.endsWith('\n')) void this.#reply(socket, received);
    });
  }

  async #reply(socket: Socket, question: string): Promise<void> {
    let answer: string | null = null;
    try {
      const { token, prompt, hint } = JSON.parse(question) as Partial<Record<string, unknown>>;
      const admitted = this.#find(String(token));
      if (admitted) {
        admitted.sockets.add(socket);
        socket.on('close', () => admitted.sockets.delete(socket));
        answer = await admitted.answer(String(prompt), String(hint));
      }
    } catch {
      answer = null;
    }
    socket.end(JSON.stringify({ answer }));
  }

  #find(token: string): { readonly answer: Answer; readonly sockets: Set<Socket> } | null {
    const given = Buffer.from(token);
    for (const [known, admitted] of this.#admitted)
      if (given.length === known.length && timingSafeEqual(given, Buffer.from(known))) return admitted;
    return null;
  }

  /** Never rejects. */
  async dispose(): Promise<void> {
    for (const { sockets } of this.#admitted.values()) for (const socket of sockets) socket.destroy();
    this.#admitted.clear();
    await new Promise((resolve) => this.server.close(resolve));
    if (this.folder) await rm(this.folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

const shortFolder = (): string => (tmpdir().length > LONGEST - 30 ? '/tmp' : tmpdir());

/** An installation may have lost it. */
function makeExecutable(file: string): void {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, 0o755);
  }
}
