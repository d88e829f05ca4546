import type { AllowDefinition, AttributeType } from './data';
import type { Product } from './products';

/** An attribute that may stand on an element. Names are compared as written: IIS minds their case. */
export interface AttributeSchema {
  readonly name: string;
  readonly type: AttributeType;
  /** What holds where it is absent; null: none declared, so the type's empty value (empty text, 0, false). */
  readonly defaultValue: string | null;
  readonly required: boolean;
  /** It is a key of the collection by itself. A collection may have several such keys: a site's name and its id. */
  readonly isUniqueKey: boolean;
  /** It is part of the collection's key. */
  readonly isCombinedKey: boolean;
  /** Values are compared exactly, so that keys in different case are different entries. */
  readonly caseSensitive: boolean;
  /** A secret: kept as `[enc:PROVIDER:DATA:enc]`. */
  readonly encrypted: boolean;
  /** Environment variables such as `%SystemDrive%` are expanded on reading. */
  readonly expanded: boolean;
  readonly allowInfinite: boolean;
  /** `string`: a time is written `[d.]hh:mm:ss`; else as a plain number of seconds or minutes. */
  readonly timeSpanFormat: 'string' | 'seconds' | 'minutes';
  readonly displayHex: boolean;
  /** The names of an enumeration or of flags with their numbers, empty for other types. */
  readonly names: ReadonlyMap<string, number>;
  readonly validator: Validator | null;
  /** The version that brought it, where known: `IIS 10.0 (1709)`. */
  readonly since: string | null;
}

/** What a value must fulfil beyond its type. */
export type Validator =
  | {
      readonly kind: 'integerRange';
      readonly min: number;
      readonly max: number;
      /** The value must lie outside the range. */
      readonly exclude: boolean;
    }
  | {
      /** All in seconds. */
      readonly kind: 'timeSpanRange';
      readonly min: number;
      readonly max: number;
      /** The time must be a multiple of it. */
      readonly granularity: number;
      readonly exclude: boolean;
    }
  | { readonly kind: TextValidator };

export type TextValidator =
  | 'nonEmptyString'
  | 'requireTrimmedString'
  | 'applicationPoolName'
  | 'siteName'
  | 'applicationPath'
  | 'virtualDirectoryPath';

/** What may stand on and in an element. Marks that are legal everywhere (`isCommonAttribute`) are not listed. */
export interface ElementSchema {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, AttributeSchema>;
  /** Child elements that stand at most once; entries of the collection are not among them. */
  readonly elements: ReadonlyMap<string, ElementSchema>;
  readonly collection: CollectionSchema | null;
  /** Attributes outside the schema are kept. */
  readonly allowUnrecognizedAttributes: boolean;
  /** It holds defaults for the entries of a collection, such as `siteDefaults`. */
  readonly isCollectionDefault: boolean;
  readonly since: string | null;
}

/** The repeated children of an element and the directives among them. */
export interface CollectionSchema {
  /** By the names of the elements that add an entry, nearly always one. Several names may share one schema (`allow`, `deny`). */
  readonly entries: ReadonlyMap<string, EntrySchema>;
  /** null: there is no such directive here, and writing it is an error. */
  readonly removeElement: string | null;
  readonly clearElement: string | null;
  /** Name of the sibling element that holds defaults for the entries. */
  readonly defaultElement: string | null;
  /** Whether entries of a deeper file come behind the inherited ones (true) or before them. */
  readonly mergeAppend: boolean;
  readonly allowDuplicates: boolean;
}

export interface EntrySchema extends ElementSchema {
  /**
   * What tells entries apart: each key is unique by itself, and all its attributes together make it. Sites have two
   * (`name`; `id`), bindings one of two attributes. Empty: no key is declared.
   */
  readonly keys: readonly (readonly AttributeSchema[])[];
}

export interface SectionSchema extends ElementSchema {
  /** Full path, such as `system.webServer/security/access`. */
  readonly path: string;
  readonly product: Product;
  /** How the configuration as shipped declares it; null where we do not know. */
  readonly declaration: SectionDeclaration | null;
  /** Whether the schema files of the server at hand have it; null where no server is at hand. */
  readonly installed: boolean | null;
}

/** A `<section>` of `<configSections>` as shipped. The declarations of a server at hand win over it. */
export interface SectionDeclaration {
  /** null: everywhere. */
  readonly allowDefinition: AllowDefinition | null;
  readonly overrideModeDefault: 'Allow' | 'Deny';
  /** Whether it may stand in a location tag. */
  readonly allowLocation: boolean;
  /** The configuration as shipped unlocks it in a location tag for the whole server (`handlers`, `modules`). */
  readonly unlocked: boolean;
}

/** What is known of a path in the configuration. */
export type Found =
  | { readonly kind: 'section'; readonly section: SectionSchema }
  | { readonly kind: 'group' }
  /** It exists, but its inside is not described here: .NET or an extension reads it. */
  | { readonly kind: 'unchecked'; readonly by: Foreign }
  | {
      readonly kind: 'unknown';
      /** The path that was probably meant: often the same in another case, which IIS does not accept. */
      readonly meant: string | null;
    };

/** Who reads sections that no schema file describes. */
export interface Foreign {
  /** `.NET Framework`, `Entity Framework` … */
  readonly owner: string;
  /** Where its declaration stands; `configSections`: only in the file that uses it, or above, so it must not be missing. */
  readonly declaredIn: 'machine.config' | 'applicationHost.config' | 'configSections';
}

/** A name below a section group. */
export interface GroupChild {
  readonly name: string;
  readonly path: string;
  readonly kind: 'group' | 'section';
}
