import type { Product } from './products';

/**
 * What the configuration schema of IIS says, as plain data: `schema.json` holds it, and reading a server's own schema
 * files gives it. Whatever has its usual value is left out.
 */
export interface SchemaData {
  /** The documents that the facts were taken from. */
  readonly sources?: readonly string[];
  /** By full path, such as `system.webServer/security/access`. */
  readonly sections: Readonly<Record<string, SectionData>>;
}

export interface ElementData {
  readonly attributes?: Readonly<Record<string, AttributeData>>;
  readonly elements?: Readonly<Record<string, ElementData>>;
  /** Nearly always one; `system.web/profile/properties` has two. */
  readonly collections?: readonly CollectionData[];
  /** Attributes outside the schema are kept (`allowUnrecognizedAttributes`). */
  readonly open?: true;
  /** It holds defaults for the entries of a collection (`isCollectionDefault`). */
  readonly isDefault?: true;
  /** The version that brought it, where known: `IIS 8.5`. */
  readonly since?: string;
}

export interface SectionData extends ElementData {
  readonly product?: Product;
  readonly declaration?: DeclarationData;
  /** Whether the schema files of the server at hand have it; absent where no server is at hand. */
  readonly installed?: boolean;
}

/** A collection; as an element it describes its entries. */
export interface CollectionData extends ElementData {
  /** Name of the element that adds an entry; several with commas where the name itself is data (`allow,deny`). */
  readonly add: string;
  readonly remove?: string;
  readonly clear?: string;
  /** Name of the sibling element that holds defaults for the entries. */
  readonly defaultElement?: string;
  /** Entries of a deeper file come before the inherited ones (`mergeAppend="false"`). */
  readonly prepends?: true;
  /** Entries may have the same key (`allowDuplicates`). */
  readonly duplicates?: true;
}

export type AttributeType = 'bool' | 'enum' | 'flags' | 'uint' | 'int' | 'int64' | 'string' | 'timeSpan';

export interface AttributeData {
  /** Absent: string. */
  readonly type?: Exclude<AttributeType, 'string'>;
  readonly default?: string;
  readonly required?: true;
  readonly key?: 'unique' | 'combined';
  readonly caseSensitive?: true;
  readonly encrypted?: true;
  /** Environment variables are expanded on reading. */
  readonly expanded?: true;
  /** `Infinite` may stand for a number or a time. */
  readonly infinite?: true;
  /** A time is written as a plain number of these. */
  readonly format?: 'seconds' | 'minutes';
  readonly hex?: true;
  /** Names of an enumeration or of flags, each with its number. */
  readonly names?: Readonly<Record<string, number>>;
  /** `validationType` and, behind a blank, `validationParameter`: `integerRange 10,65535`. */
  readonly validation?: string;
  readonly since?: string;
}

export interface DeclarationData {
  readonly allowDefinition?: AllowDefinition;
  readonly overrideModeDefault?: 'Allow' | 'Deny';
  readonly allowLocation?: false;
  /** Locked by its declaration, but the configuration as shipped unlocks it in a location tag for the whole server. */
  readonly unlocked?: true;
}

export type AllowDefinition = 'MachineOnly' | 'MachineToWebRoot' | 'MachineToApplication' | 'AppHostOnly';
