/** A list that holds at least one item. */
export type NonEmpty<T> = readonly [T, ...T[]];

/**
 * What a reader should do about a thing: `benign` = nothing, it is expected; `look` = decide by what else happens;
 * `act` = something is broken and the fix is known.
 */
export type Verdict = 'benign' | 'look' | 'act';

/** Where a statement is known from. */
export interface Source {
  /** Title of the document, as a person would search for it. */
  readonly document: string;
  /** Its public address, where there is one. */
  readonly url?: string;
  /** The short claim relied upon, in our own words. */
  readonly says: string;
  /** Day it was read, `YYYY-MM-DD`. */
  readonly read: string;
}

/**
 * Everything said to a reader about one thing. All texts are plain sentences in which only `code` in back-ticks is
 * marked up. A hover shows name, verdict, meaning, the first check, the fix, the first "do not" and the first source.
 */
export interface Answer {
  /** kebab-case; a fact's id is unique over all facts. */
  readonly id: string;
  /** The field's name for the thing, at most 60 characters: `RuntimeBroker`. */
  readonly name: string;
  /** null: the answer only names the thing. */
  readonly verdict: Verdict | null;
  /**
   * Replaces the verdict's usual label where another one is more exact: `by design`. At most 40 characters. That of a COM
   * class may end with the records in which it holds: `usually harmless in DCOM 10010, 10016`.
   */
  readonly verdictText?: string;
  /** What it is and why the verdict holds, one or two sentences, at most 260 characters. */
  readonly meaning: string;
  readonly causes?: readonly string[];
  /** What to look at first; the hover shows the first one (at most 160 characters). */
  readonly checks?: readonly string[];
  /** What repairs it, at most 200 characters. */
  readonly fix?: string;
  /** The fix step by step, for the full explanation; each step one sentence or command. */
  readonly steps?: readonly string[];
  /** Circulating advice that does harm; the hover shows the first one (at most 160 characters). */
  readonly doNot?: readonly string[];
  /** Further paragraphs for the full explanation. */
  readonly more?: readonly string[];
  /** Empty only for answers computed from the thing itself, such as the parts of an unknown HRESULT. */
  readonly sources: readonly Source[];
}

/** What a GUID is in the system; one value can have several roles. */
export type GuidRole =
  | 'CLSID'
  | 'AppID'
  | 'IID'
  | 'type library'
  | 'ETW provider'
  | 'trace event class'
  | 'COM+ application'
  | 'HTTP.sys application';

/** Which numbering a code belongs to. */
export type CodeKind = 'HRESULT' | 'NTSTATUS' | 'Win32';

/** What a recognised phrase is. */
export type PhraseKind = 'account' | 'command' | 'message' | 'name';

/** How the engine recognises the thing that a fact is about. */
export type Key =
  | {
      readonly kind: 'guid';
      /** Upper case, with hyphens, without braces. */ readonly guid: string;
      readonly roles: NonEmpty<GuidRole>;
      /** The value means this only where the text gives it one of these roles: all zeros stand for many things. */
      readonly onlyInRole?: true;
    }
  | {
      readonly kind: 'code';
      readonly code: CodeKind;
      /** Unsigned 32-bit value. */ readonly value: number;
      readonly symbol?: string;
    }
  | {
      readonly kind: 'sid';
      /** A whole SID, a prefix that ends in `-`, or one in which `*` stands for the numbers of a domain: `S-1-5-21-*-512`. */
      readonly sid: string;
    }
  | {
      readonly kind: 'event';
      /** Canonical provider name, see {@link Provider}. */
      readonly provider: string;
      readonly eventId: number;
      /** Only where each named parameter has one of these values (compared without case, braces and runs of blanks). */
      readonly where?: Readonly<Record<string, NonEmpty<string>>>;
      /** Only where the record, or the prose around it, matches. */
      readonly context?: RegExp;
    }
  | {
      readonly kind: 'status';
      /** HTTP status: `500`. */
      readonly status: number;
      /** IIS sub-status: `19`. Absent: the status whatever its sub-status. */
      readonly substatus?: number;
      /** Only where the text around it matches: some sub-statuses mean one thing to one module, another to the next. */
      readonly context?: RegExp;
    }
  | {
      readonly kind: 'reason';
      /** Reason phrase of an HTTP.sys error log, as written there: `Timer_ConnectionIdle`. */
      readonly reason: string;
    }
  | {
      readonly kind: 'field';
      /** Field of a W3C or HTTPERR log, as `#Fields` writes it: `time-taken`. */
      readonly field: string;
    }
  | {
      readonly kind: 'phrase';
      readonly as: PhraseKind;
      /**
       * Sticky, case-insensitive pattern (flags `iy`; `y` where only the capitals tell a name from a word: WAS). It is
       * tried only where one of its `anchors` begins, at a word boundary. Must run in linear time.
       */
      readonly pattern: RegExp;
      /** Lower-case literal beginnings of everything the pattern matches; one blank stands for any run of blanks. */
      readonly anchors: NonEmpty<string>;
    };

/** An event that often stands in the same log as another one, because of the same trouble. */
export interface Companion {
  /** Canonical provider name. */
  readonly provider: string;
  readonly eventId: number;
  /** What it means that both are there, one sentence of at most 160 characters. */
  readonly says: string;
}

/** Something we know, by hand, with its source. */
export interface Fact extends Answer {
  readonly keys: NonEmpty<Key>;
  /** Only for facts about events: the records that belong to this one where they stand near it. */
  readonly companions?: NonEmpty<Companion>;
  /**
   * Only for facts about events: what the record means depends on the COM class that it names. Where we have an answer
   * with a verdict for that class, it comes first.
   */
  readonly componentDecides?: true;
  readonly sources: NonEmpty<Source>;
  /** Texts in which the engine must find this fact. */
  readonly samples: NonEmpty<string>;
  /** Texts in which the engine must not find this fact. */
  readonly notSamples: NonEmpty<string>;
}

/** An event source with every spelling it is written in. */
export interface Provider {
  /** The manifest's name: `Microsoft-Windows-DistributedCOM`. */
  readonly name: string;
  /** The name people say: `DCOM`. */
  readonly label: string;
  /** Other spellings, compared without case. */
  readonly aliases: readonly string[];
}

/** The shape of one event: what its insertions are called and how its message reads. */
export interface EventType {
  readonly provider: string;
  readonly eventId: number;
  /** Names of the insertions in their order (`param1`, `param2` … of event XML). */
  readonly parameters: readonly string[];
  /**
   * The English message with named groups called like the parameters (flags `i`), for records that carry only text.
   * Write blanks with `\s+`, because pasted messages are wrapped. Must run in linear time.
   */
  readonly message?: RegExp;
  /** A literal piece of the message, lower case, by which a record without any header is found; a blank stands for any run of blanks. */
  readonly anchor?: string;
}

/** One file of knowledge: a provider, a product, a family of codes. */
export interface Family {
  readonly providers?: readonly Provider[];
  readonly eventTypes?: readonly EventType[];
  readonly facts: readonly Fact[];
}

/** Declares a family; exists so that a misspelt field does not compile. */
export const defineFamily = (family: Family): Family => family;
