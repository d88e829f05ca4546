import type { Known, Probe } from './probe';
import type { RawPart } from './reading/raw';

export interface IdentifiersAsked extends Readonly<Record<string, unknown>> {
  /** GUIDs in braces. */
  readonly guids: readonly string[];
  readonly sids: readonly string[];
}
/** What a server's registry and accounts say of GUIDs and SIDs. */
export interface Identifiers {
  readonly guids: readonly {
    readonly guid: string;
    /** One for each place where it is registered; empty where it is unknown there too. */
    readonly registered: readonly {
      readonly as: 'class' | 'application' | 'interface' | 'typeLibrary' | 'eventProvider';
      readonly name: string;
      /** The program or library behind it, if the registry says. */
      readonly path: string;
      /** 32-bit view of the registry. */
      readonly is32Bit: boolean;
    }[];
  }[];
  readonly sids: readonly { readonly sid: string; readonly account: Known<string> }[];
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
