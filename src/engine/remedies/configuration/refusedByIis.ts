import { checkConfig } from '../../rules/checkConfig';
import attributeOnGroup from '../../rules/config/attribute-on-group';
import configSectionsNotFirst from '../../rules/config/config-sections-not-first';
import duplicateSection from '../../rules/config/duplicate-section';
import duplicateSectionDeclaration from '../../rules/config/duplicate-section-declaration';
import emptyValue from '../../rules/config/empty-value';
import invalidBoolean from '../../rules/config/invalid-boolean';
import invalidNumber from '../../rules/config/invalid-number';
import invalidTimeSpan from '../../rules/config/invalid-time-span';
import missingAttribute from '../../rules/config/missing-attribute';
import repeatedElement from '../../rules/config/repeated-element';
import sectionNotInstalled from '../../rules/config/section-not-installed';
import undeclaredSection from '../../rules/config/undeclared-section';
import unknownAttribute from '../../rules/config/unknown-attribute';
import unknownElement from '../../rules/config/unknown-element';
import unknownName from '../../rules/config/unknown-name';
import unknownSection from '../../rules/config/unknown-section';
import valueOutOfRange from '../../rules/config/value-out-of-range';
import wrongRootElement from '../../rules/config/wrong-root-element';
import xmlNotWellFormed from '../../rules/config/xml-not-well-formed';
import type { ConfigRule } from '../../rules/configRule';
import { DEFAULT_PROFILE } from '../../rules/rule';
import type { PlacedFile, ReadConfiguration } from './configurationOf';
import { lineOf } from './problems';

/**
 * The rules about what IIS does not read at all, by the error that it gives then. Named one by one: the editor carries the
 * remedies, and need not carry every rule.
 */
const RULES: ReadonlyMap<ConfigRule, string> = new Map([
  [xmlNotWellFormed, '0x8007000D'],
  [wrongRootElement, '0x8007000D'],
  [configSectionsNotFirst, '0x8007000D'],
  [unknownSection, '0x8007000D'],
  [sectionNotInstalled, '0x8007000D'],
  [undeclaredSection, '0x80070032'],
  [unknownElement, '0x8007000D'],
  [unknownAttribute, '0x8007000D'],
  [attributeOnGroup, '0x8007000D'],
  [duplicateSection, '0x8007000D'],
  [repeatedElement, '0x8007000D'],
  [missingAttribute, '0x8007000D'],
  [invalidBoolean, '0x8007000D'],
  [invalidNumber, '0x8007000D'],
  [invalidTimeSpan, '0x8007000D'],
  [valueOutOfRange, '0x8007000D'],
  [unknownName, '0x8007000D'],
  [emptyValue, '0x8007000D'],
  [duplicateSectionDeclaration, '0x800700B7'],
]);

/** Something that IIS does not read, and that a person has to mend. */
export interface Refused {
  readonly file: PlacedFile;
  readonly rule: string;
  /** `0x8007000D` */
  readonly hresult: string;
  readonly line: number;
  /** One line. */
  readonly message: string;
}

/** What IIS does not read in a file, in the order of the file. */
export function refusedIn({ schema }: ReadConfiguration, file: PlacedFile): readonly Refused[] {
  const { findings } = checkConfig(file.document, {
    rules: [...RULES.keys()],
    schema,
    hierarchy: file.hierarchy,
    choice: { profile: DEFAULT_PROFILE, severities: new Map() },
  });
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, start, message }) => ({
      file,
      rule,
      hresult: hresultOf(rule),
      line: lineOf(file, start),
      message: message.split('\n', 1).join(),
    }));
}

const hresultOf = (rule: string): string => [...RULES].find(([{ id }]) => id === rule)?.[1] ?? '';
