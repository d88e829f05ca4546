import { type Known, type Probe, unknown } from './probe';
import { errorOf, hresultOf, part } from './reading/failures';
import type { RawPart } from './reading/raw';
import { fields, flag, list, text, textIfAny, wrong } from './reading/shape';

export interface IdentifiersAsked extends Readonly<Record<string, unknown>> {
  /** GUIDs in braces. */
  readonly guids: readonly string[];
  readonly sids: readonly string[];
}
/** What a server's registry and accounts say of GUIDs and SIDs. */
export interface Identifiers {
  readonly guids: readonly {
    readonly guid: string;
    /** One for each place where it is registered; an empty list where it is unknown there too. */
    readonly registered: Known<readonly Registration[]>;
  }[];
  readonly sids: readonly { readonly sid: string; readonly account: Known<string> }[];
}
export interface Registration {
  readonly as: 'class' | 'application' | 'interface' | 'typeLibrary' | 'eventProvider';
  readonly name: string;
  /** The program or library behind it, or the service that hosts an application; empty where the registry says none. */
  readonly path: string;
  /** Only in the 32-bit view of the registry, or otherwise there. */
  readonly is32Bit: boolean;
}
/** What `identifiers.ps1` gives. */
export interface RawIdentifiers {
  /** In the order asked. */
  readonly guids: readonly {
    readonly guid: string;
    readonly registered: RawPart<
      readonly {
        readonly as: 'class' | 'application' | 'interface' | 'typeLibrary' | 'eventProvider';
        readonly name: string | null;
        readonly path: string | null;
        readonly is32Bit: boolean;
      }[]
    >;
  }[];
  /** In the order asked; `account` as Windows writes it, `IIS APPPOOL\DefaultAppPool`. */
  readonly sids: readonly { readonly sid: string; readonly account: RawPart<string> }[];
}
export type IdentifiersProbe = Probe<IdentifiersAsked, Identifiers>;

const probe: IdentifiersProbe = {
  id: 'identifiers',
  reads: 'looking up identifiers',
  read(data) {
    const own = fields(data, 'data');
    return {
      guids: list(own('guids'), 'guids', (value, where) => {
        const one = fields(value, where);
        const registered = part(one('registered'), where, (found) => list(found, where, registrationOf), 'key');
        return { guid: text(one('guid'), `${where}.guid`), registered };
      }),
      sids: list(own('sids'), 'sids', (value, where) => {
        const one = fields(value, where);
        return { sid: text(one('sid'), `${where}.sid`), account: accountOf(one('account'), where) };
      }),
    };
  },
};
export default probe;

/** What .NET throws where no account has this SID: an error of its own kind with the number of all system errors. */
const NOT_MAPPED = 0x80131501;

function accountOf(value: unknown, where: string): Known<string> {
  const error = fields(value, where)('error');
  if (error !== undefined) {
    const { hresult, message } = errorOf(error, where);
    if (hresultOf(hresult) === NOT_MAPPED) return unknown('notFound', message);
  }
  return part(value, where, text);
}

const kinds: readonly Registration['as'][] = ['class', 'application', 'interface', 'typeLibrary', 'eventProvider'];

function registrationOf(value: unknown, where: string): Registration {
  const own = fields(value, where);
  const kind = kinds.find((one) => one === own('as'));
  if (!kind) throw wrong(`${where}.as`, 'a kind of registration');
  return {
    as: kind,
    name: textIfAny(own('name'), `${where}.name`),
    path: textIfAny(own('path'), `${where}.path`),
    is32Bit: flag(own('is32Bit'), `${where}.is32Bit`),
  };
}
