import { onAbort, orAborted } from '../powershell/abort';
import { ProcessGone, PowerShellProcess, type ProcessSettings } from '../powershell/process';
import type { Secrets } from '../powershell/secrets';
import type { ServerAddress, Surroundings } from '../session';
import { TransportError, type Fault } from '../transportError';
import type { Askpass } from './askpass';
import { canAsk, clientArguments, ownNames, triedWith, type ClientVersion } from './client';
import { faultOfEnding, tellingLines } from './faults';
import { Interview } from './interview';
import type { Keeper } from './keeper';
import type { SshSettings } from './settings';
import { SshChannel } from './sshChannel';
import type { Connector } from './sshSession';

export interface SshParts {
  readonly program: string;
  readonly version: ClientVersion;
  readonly server: ServerAddress;
  readonly surroundings: Surroundings;
  readonly askpass: Askpass;
  readonly settings: SshSettings;
  readonly keeper: Keeper;
  readonly secrets: Secrets;
}

/** What an `ssh` that cannot ask us says where it had to. */
const WANTS_TO_ASK: ReadonlySet<Fault> = new Set<Fault>(['signInRefused', 'hostKeyUnknown']);
/** Longer than anybody takes for a password, in milliseconds: its own time limit stops while somebody is asked. */
const FOR_EVER = 86_400_000;

/** Connects to one server, as often as its session needs it. */
export class SshConnector implements Connector {
  readonly tried: string;
  #names: Promise<string[]> | null = null;
  /** What was answered for the last connection is kept out of every text while it stands. */
  #interview: Interview | null = null;

  constructor(private readonly parts: SshParts) {
    this.tried = triedWith(parts.server);
  }

  async connect(signal: AbortSignal): Promise<PowerShellProcess> {
    const { server, surroundings, askpass, secrets, settings } = this.parts;
    signal.throwIfAborted();
    const attempt = new AbortController();
    const deadline = new Deadline(settings.limits.start, () => attempt.abort(new TransportError('timedOut')));
    const interview = new Interview({
      ...{ server, surroundings, secrets },
      ownNames: () => this.#ownNames(),
      waiting: (isWaiting) => (isWaiting ? deadline.stop() : deadline.begin()),
      refused: (fault) => attempt.abort(new TransportError(fault)),
    });
    this.#interview?.end();
    this.#interview = interview;
    const admission = askpass.admit((prompt, hint) => interview.answer(prompt, hint));
    surroundings.phase('connecting');
    deadline.begin();
    const { process, channel } = this.#start(admission.variables);
    const either = AbortSignal.any([signal, attempt.signal]);
    const deaf = onAbort(either, () => void process.kill());
    try {
      await orAborted(process.ready(either), either);
      return process;
    } catch (error) {
      await process.kill();
      signal.throwIfAborted();
      throw attempt.signal.aborted ? attempt.signal.reason : this.#told(error, channel);
    } finally {
      deaf();
      deadline.stop();
      admission.end();
    }
  }

  #start(asks: Readonly<Record<string, string>>): { process: PowerShellProcess; channel: SshChannel } {
    const { program, version, server, surroundings, settings, keeper } = this.parts;
    const args = clientArguments(server, version);
    const variables = canAsk(version) ? asks : {};
    const signedIn = (): void => surroundings.phase('starting');
    const limited: ProcessSettings = { ...settings, limits: { ...settings.limits, start: FOR_EVER } };
    const made: { channel?: SshChannel } = {};
    const process = new PowerShellProcess(
      limited,
      (hearing) => (made.channel = new SshChannel({ program, args, variables, signedIn }, hearing)),
      { secrets: [], parent: 0 },
    );
    const { channel } = made;
    if (!channel) throw new Error('A process opens its channel at once.');
    const { pid } = channel;
    if (pid !== undefined) {
      keeper.add(pid);
      void channel.ended.then(() => keeper.remove(pid));
    }
    return { process, channel };
  }

  /** Why there is no PowerShell. */
  #told(error: unknown, channel: SshChannel): unknown {
    if (!(error instanceof ProcessGone)) return error;
    const { said } = channel.ending;
    const fault = faultOfEnding(channel.ending);
    const told = !canAsk(this.parts.version) && WANTS_TO_ASK.has(fault) ? 'clientTooOld' : fault;
    const detail = this.hide(tellingLines(said));
    this.parts.surroundings.log(`${this.tried}: ${told} (${detail.replace(/\s+/g, ' ')})`);
    return new TransportError(told, detail, this.tried);
  }

  #ownNames(): Promise<string[]> {
    const { program, server, version } = this.parts;
    return (this.#names ??= ownNames(program, server, version));
  }

  hide(text: string): string {
    return this.parts.secrets.hide(text);
  }

  dispose(): void {
    this.#interview?.end();
  }
}

/** A time limit that can be stopped; whenever it begins again, it begins anew. */
class Deadline {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly milliseconds: number,
    private readonly passed: () => void,
  ) {}

  begin(): void {
    this.stop();
    this.#timer = setTimeout(this.passed, this.milliseconds);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
