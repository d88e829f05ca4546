import { checkConfig } from '../../rules/checkConfig';
import { configRules } from '../../rules/config/index.generated';
import { DEFAULT_PROFILE } from '../../rules/rule';
import type { PlacedFile, ReadConfiguration } from './configurationOf';
import { lineOf } from './problems';

/** The rules about what IIS does not read at all, by the error that it gives then. */
const RULES: ReadonlyMap<string, string> = new Map([
  ['xml-not-well-formed', '0x8007000D'],
  ['wrong-root-element', '0x8007000D'],
  ['config-sections-not-first', '0x8007000D'],
  ['unknown-section', '0x8007000D'],
  ['section-not-installed', '0x8007000D'],
  ['undeclared-section', '0x80070032'],
  ['unknown-element', '0x8007000D'],
  ['unknown-attribute', '0x8007000D'],
  ['attribute-on-group', '0x8007000D'],
  ['duplicate-section', '0x8007000D'],
  ['repeated-element', '0x8007000D'],
  ['missing-attribute', '0x8007000D'],
  ['invalid-boolean', '0x8007000D'],
  ['invalid-number', '0x8007000D'],
  ['invalid-time-span', '0x8007000D'],
  ['value-out-of-range', '0x8007000D'],
  ['unknown-name', '0x8007000D'],
  ['empty-value', '0x8007000D'],
  ['duplicate-section-declaration', '0x800700B7'],
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
    rules: configRules.filter(({ id }) => RULES.has(id)),
    schema,
    hierarchy: file.hierarchy,
    choice: { profile: DEFAULT_PROFILE, severities: new Map() },
  });
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, start, message }) => ({
      file,
      rule,
      hresult: RULES.get(rule) ?? '',
      line: lineOf(file, start),
      message: message.split('\n', 1).join(),
    }));
}
