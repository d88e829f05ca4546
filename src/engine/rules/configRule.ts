import type { ConfigDocument, SectionUse } from '../config/document';
import type { Hierarchy } from '../config/hierarchy';
import type { ElementUse } from '../config/walk';
import type { AttributeSchema } from '../schema/model';
import type { Schema } from '../schema/schema';
import type { ValueProblem } from '../schema/values';
import type { XmlAttribute, XmlElement } from '../xml/tree';
import type { Report, RuleInfo } from './rule';

/** A rule for configuration files: one file in `rules/config/`, which is found there by its name. */
export interface ConfigRule extends RuleInfo {
  /**
   * Looks at a document and reports what is wrong. Rules that look at certain sections ask `sections` for them; rules
   * that look at everything return a listener, which is called in one common walk over all elements that the schema
   * describes.
   */
  readonly check: (context: ConfigContext) => ElementListener | undefined;
}

export interface ElementListener {
  readonly element?: (use: ElementUse) => void;
  /** An element that the schema does not allow in its parent. */
  readonly unknownElement?: (element: XmlElement, parent: ElementUse) => void;
  /** An attribute that the schema does not allow on its element. */
  readonly unknownAttribute?: (attribute: XmlAttribute, use: ElementUse) => void;
  /** A value that IIS refuses. */
  readonly badValue?: (found: BadValue) => void;
}

export interface BadValue {
  readonly problem: ValueProblem;
  readonly attribute: XmlAttribute;
  readonly schema: AttributeSchema;
  readonly use: ElementUse;
}

/** What a rule sees. */
export interface ConfigContext {
  readonly document: ConfigDocument;
  readonly schema: Schema;
  /** The files above the document, and what holds at a path when all of them are put together. */
  readonly hierarchy: Hierarchy;
  /** The sections of this path in the document, those in location tags among them; none in a transform. */
  readonly sections: (path: string) => readonly SectionUse[];
  readonly report: (report: Report) => void;
}

/** Only gives the literal its type. */
export const defineConfigRule = (rule: ConfigRule): ConfigRule => rule;
