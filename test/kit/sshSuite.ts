import type { HelperFiles } from '../../src/transports/ssh/askpass';
import type { ServerAddress } from '../../src/transports/session';
import { ensureOpenSsh, NoOpenSsh, type OpenSsh } from './openssh';
import { eventually, lives } from './powershellPool';
import { helperFiles, sshOver } from './sshOver';
import { SshServer } from './sshServer';
import { StandIn } from './standIn';

/** What tests against a real OpenSSH server share. */
export class SshSuite {
  openSsh!: OpenSsh;
  standIn!: StandIn;
  server!: SshServer;
  files!: HelperFiles;
  #isReady = false;
  #made: ReturnType<typeof sshOver>[] = [];
  #more: SshServer[] = [];

  /** Begins it in the current suite; skips all its tests where there is no OpenSSH. */
  static inSuite(): SshSuite {
    const suite = new SshSuite();
    let remove = (): void => undefined;
    before(async function () {
      this.timeout(180_000);
      try {
        suite.openSsh = ensureOpenSsh();
      } catch (error) {
        if (!(error instanceof NoOpenSsh)) throw error;
        console.log(`      SKIPPED: ${error.message}`);
        this.skip();
      }
      suite.standIn = await StandIn.create();
      suite.server = await SshServer.start(suite.openSsh, suite.standIn);
      const files = await helperFiles();
      suite.files = files;
      remove = files.remove;
      suite.#isReady = true;
    });
    afterEach(async () => {
      if (!suite.#isReady) return;
      for (const { transport } of suite.#made.splice(0)) await transport.dispose();
      await eventually('nothing is left on the server', () => !suite.remote().some(lives), 10_000);
      for (const server of suite.#more.splice(0)) await server.stop();
    });
    after(async () => {
      remove();
      if (!suite.#isReady) return;
      await suite.server.stop();
      suite.standIn.dispose();
    });
    return suite;
  }

  /** The transport over a client of that key. */
  over(program = this.server.client('key'), options: Parameters<typeof sshOver>[2] = {}): ReturnType<typeof sshOver> {
    const made = sshOver(program, this.files, options);
    this.#made.push(made);
    return made;
  }

  /** Another server, for one test. */
  async another(options: Parameters<typeof SshServer.start>[2]): Promise<SshServer> {
    const server = await SshServer.start(this.openSsh, this.standIn, options);
    this.#more.push(server);
    return server;
  }

  /** The processes on the server that have answered for it, the ended ones too. */
  remote(): number[] {
    return this.standIn.notes('pids').map(Number);
  }
}

export const at = (host: string, more: Partial<ServerAddress> = {}): ServerAddress => ({
  name: host,
  transport: 'ssh',
  host,
  ...more,
});
