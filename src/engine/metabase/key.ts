import type { MetabasePlace } from './place';

/** A value as the three tools write it, each with its own quotes. */
export interface Value {
  readonly kind: 'boolean' | 'number' | 'text' | 'time';
  readonly text: string;
}

/** What a setting belongs to since IIS 7. Names of sites and pools are literal, or placeholders in capitals. */
export type Target =
  | { readonly of: 'pool'; readonly pool: string }
  | { readonly of: 'poolDefaults' }
  | { readonly of: 'site'; readonly site: string }
  | { readonly of: 'siteDefaults' }
  | { readonly of: 'vdir' | 'app'; readonly site: string; readonly path: string }
  /** `site` null: for the whole server. */
  | { readonly of: 'section'; readonly section: string; readonly site: string | null; readonly path: string };

/** One thing to do, said by no tool yet. */
export type Step =
  | { readonly do: 'set'; readonly on: Target; readonly attribute: string; readonly value: Value }
  | { readonly do: 'show'; readonly on: Target; readonly attribute: string }
  | {
      readonly do: 'add';
      readonly on: Target;
      /** Dotted path of the collection; empty: the section itself. */
      readonly collection: string;
      readonly fields: readonly (readonly [name: string, value: string])[];
    }
  /** A command of its own; the line of appcmd without the program, null where a tool has none. */
  | {
      readonly do: 'run';
      readonly appcmd: string | null;
      readonly webAdministration: string | null;
      readonly iisAdministration: string | null;
    };

/** What a key at a place means since IIS 7. */
export interface Successor {
  readonly steps: readonly Step[];
  /** What the steps leave out, or what else must be known. */
  readonly note?: string;
}

/** A key of the metabase. */
export interface MetabaseKey {
  readonly name: string;
  readonly meaning: string;
  /** The places at which it may stand. */
  readonly at: readonly MetabasePlace['at'][];
  /** Its value must not be shown. */
  readonly isSecret?: true;
  /** Why it has none, or a function that gives it; `values` null: it is read. */
  readonly successor: string | ((place: MetabasePlace, values: readonly string[] | null) => Successor);
}
