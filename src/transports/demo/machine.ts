import { setAttribute, applyEdits } from '../../engine/config/edits';
import type { SchemaData } from '../../engine/schema/data';
import type { Schema } from '../../engine/schema/schema';
import { attribute, type XmlElement } from '../../engine/xml/tree';
import { parseXml } from '../../engine/xml/parse';
import { Agenda } from './agenda';
import { between } from './chance';
import type { Clock } from './clock';
import { viewConfiguration, type ConfigurationView } from './configuration';
import { Disk } from './disk';
import { eventKinds } from './eventKinds';
import { EventLog, type EventKind } from './eventLog';
import { HttpSys } from './httpSys';
import type { MachineSpec } from './machineSpec';
import { Pools, type PoolTraits } from './pools';
import { Services, type RunningService } from './services';
import { Sites } from './sites';
import { applicationHost } from './text/applicationHost';
import { schemaFiles } from './text/schemaFiles';
import { standardFiles } from './text/standardFiles';
import { Vault } from './vault';

/** What a machine is made of besides its own set-up. */
export interface Material {
  readonly clock: Clock;
  readonly seed: string;
  readonly schema: Schema;
  readonly schemaData: SchemaData;
  /** The text of `shipped.config`. */
  readonly shipped: string;
}

export const CONFIG_FOLDER = 'C:\\Windows\\System32\\inetsrv\\config';
export const APPLICATION_HOST = `${CONFIG_FOLDER}\\applicationHost.config`;
export const DOMAIN = 'contoso.example';

const DAY = 86_400_000;
const NO_TRAITS: PoolTraits = { traffic: 0 };

/**
 * A simulated Windows server with IIS. Its configuration is the text of its files; what runs follows from it, from the
 * commands that it gets, and from the time.
 */
export class Machine {
  readonly spec: MachineSpec;
  readonly seed: string;
  readonly clock: Clock;
  readonly schema: Schema;
  readonly agenda: Agenda;
  readonly disk: Disk;
  readonly events: EventLog;
  readonly services: Services;
  readonly pools: Pools;
  readonly sites: Sites;
  readonly http: HttpSys;
  readonly vault: Vault;
  /** When the farm was made. */
  readonly made: number;
  readonly variables: readonly { readonly name: string; readonly value: string }[];
  /** Whether `iisreset` is allowed, as `/ENABLE` and `/DISABLE` set it. */
  isResetEnabled = true;

  #configuration: ConfigurationView | null = null;
  #lastProcessId: number;

  constructor(spec: MachineSpec, { clock, seed, schema, schemaData, shipped }: Material) {
    this.spec = spec;
    this.seed = `${seed} ${spec.name}`;
    this.clock = clock;
    this.schema = schema;
    this.made = clock.now();
    this.#lastProcessId = between(700, 1_400, this.seed) * 4;
    this.variables = variablesOf(spec);
    this.disk = new Disk(Object.fromEntries(this.variables.map(({ name, value }) => [name.toLowerCase(), value])));
    this.events = new EventLog(`${spec.name}.${DOMAIN}`);
    this.vault = new Vault(spec.accounts ?? {});
    const booted = this.made - DAY;
    this.agenda = new Agenda(booted);
    const products = new Set(spec.products);
    const old = this.made - 40 * DAY;
    for (const [name, text] of schemaFiles(schemaData, products))
      this.disk.write(`${CONFIG_FOLDER}\\schema\\${name}`, text, old);
    for (const [path, text] of Object.entries({ ...standardFiles(spec), ...spec.files }))
      this.disk.write(path, text, old);
    this.disk.makeFolder('C:\\Windows\\System32\\inetsrv\\backup');
    const text = this.#sealed(applicationHost(shipped, schemaData, products, spec.configuration));
    this.disk.write(APPLICATION_HOST, text, this.made - 9 * DAY);
    this.http = new HttpSys(this);
    this.pools = new Pools(this);
    this.sites = new Sites(this);
    this.services = new Services(spec.services, this.agenda, {
      newProcessId: () => this.newProcessId(),
      entered: (service) => {
        this.#entered(service);
      },
      failed: ({ spec: { displayName }, exitCode }) => {
        this.log(eventKinds.serviceFailed, [displayName, `%%${exitCode}`]);
      },
    });
    if (this.services.isRunning('WAS')) this.#startPools();
    if (this.services.isRunning('W3SVC')) this.sites.startAll();
    for (const { minutesAgo, every, act } of spec.happenings ?? []) {
      const again = (): void => {
        act(this);
        if (every) this.agenda.after(every * 60_000, again);
      };
      this.agenda.after(DAY - minutesAgo * 60_000, again);
    }
    this.advance();
  }

  /** Lets happen what is due by now. */
  advance(): void {
    this.agenda.run(this.clock.now());
  }

  /** Lets time pass on this machine. */
  async wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    await this.clock.wait(milliseconds, signal);
    this.advance();
  }

  /** What `applicationHost.config` says; while it is not well-formed, what it said before. */
  get configuration(): ConfigurationView {
    const text = this.disk.text(APPLICATION_HOST) ?? '';
    if (this.#configuration?.text === text) return this.#configuration;
    const view = viewConfiguration(APPLICATION_HOST, text, this.schema);
    if (view) this.#configuration = view;
    if (!this.#configuration) throw new Error(`${this.spec.name} has no configuration.`);
    return this.#configuration;
  }

  /** Whether `applicationHost.config` can be read at all. */
  get isConfigurationReadable(): boolean {
    return this.configuration.text === this.disk.text(APPLICATION_HOST);
  }

  traits(pool: string): PoolTraits {
    return (
      Object.entries(this.spec.traits).find(([name]) => name.toLowerCase() === pool.toLowerCase())?.[1] ?? NO_TRAITS
    );
  }

  /** Writes a file; where it is the server's configuration, pools and sites follow. */
  writeFile(path: string, content: string | Uint8Array): void {
    const isConfiguration = this.disk.full(path).toLowerCase() === APPLICATION_HOST.toLowerCase();
    const before = new Set(isConfiguration ? this.configuration.sites.map(({ name }) => name.toLowerCase()) : []);
    this.disk.write(path, content, this.agenda.time);
    if (!isConfiguration) return;
    this.pools.follow();
    this.sites.follow(before);
  }

  log(kind: EventKind, values: readonly (string | number)[] = [], binary = '', userSid = ''): void {
    this.events.write(kind, this.agenda.time, values, { binary, userSid });
  }

  newProcessId(): number {
    this.#lastProcessId += between(2, 90, this.seed, this.#lastProcessId) * 4;
    return this.#lastProcessId;
  }

  #entered({ spec: { name, displayName }, state }: RunningService): void {
    if (state === 'running' || state === 'stopped') this.log(eventKinds.serviceState, [displayName, state]);
    if (state !== 'running' && state !== 'stopped') return;
    const isOn = state === 'running';
    if (name === 'WAS' && isOn) this.#startPools();
    else if (name === 'WAS') this.pools.endAll();
    else if (name === 'W3SVC') {
      if (isOn) this.sites.startAll();
      else this.sites.endAll();
      this.pools.listen(isOn);
    }
  }

  /** WAS writes a configuration of its own for each pool before it starts them. */
  #startPools(): void {
    for (const pool of this.configuration.pools) {
      const name = pool.text('name');
      this.disk.write(
        `C:\\inetpub\\temp\\appPools\\${name}\\${name}.config`,
        '<configuration />\r\n',
        this.agenda.time,
      );
    }
    this.pools.startAll();
  }

  /** Passwords that the set-up writes plainly are put under lock and key, as IIS does. */
  #sealed(text: string): string {
    const edits = [...everyElement(parseXml(text))].flatMap((element) => {
      const password = element.name === 'processModel' ? attribute(element, 'password') : undefined;
      return password === undefined ? [] : [setAttribute(element, 'password', this.vault.seal(password))];
    });
    return applyEdits(text, edits);
  }
}

function* everyElement(elements: readonly XmlElement[]): Generator<XmlElement> {
  for (const element of elements) {
    yield element;
    yield* everyElement(element.children);
  }
}

const variablesOf = (spec: MachineSpec): { name: string; value: string }[] => [
  { name: 'SystemDrive', value: 'C:' },
  { name: 'SystemRoot', value: 'C:\\Windows' },
  { name: 'windir', value: 'C:\\Windows' },
  { name: 'ProgramFiles', value: 'C:\\Program Files' },
  { name: 'ProgramFiles(x86)', value: 'C:\\Program Files (x86)' },
  { name: 'ProgramData', value: 'C:\\ProgramData' },
  { name: 'ALLUSERSPROFILE', value: 'C:\\ProgramData' },
  { name: 'PUBLIC', value: 'C:\\Users\\Public' },
  { name: 'TEMP', value: 'C:\\Windows\\TEMP' },
  { name: 'COMPUTERNAME', value: spec.name },
];
