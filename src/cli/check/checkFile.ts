import { readConfig, type ConfigDocument } from '../../engine/config/document';
import { hierarchyOf, type Surroundings } from '../../engine/config/surroundings';
import { checkConfig } from '../../engine/rules/checkConfig';
import type { ConfigRule } from '../../engine/rules/configRule';
import type { Findings } from '../../engine/rules/limit';
import type { RuleChoice } from '../../engine/rules/ruleChoice';
import type { Server } from './serverFiles';

export interface FileCheck {
  /** Absolute path, or the name that standard input goes by. */
  readonly name: string;
  readonly rules: readonly ConfigRule[];
  readonly server: Server;
  /** The files around it. */
  readonly around: Omit<Surroundings, 'server' | 'shipped'>;
  readonly choice: RuleChoice;
  /** How files are named where a finding points into another one. */
  readonly shown: (name: string) => string;
}

/** The check of one file, to be repeated on its text as fixes change it. */
export function fileChecker({ name, rules, server, around, choice, shown }: FileCheck) {
  const { schema, shipped, config } = server;
  return {
    read: (text: string): ConfigDocument | null => readConfig(name, text, schema),
    check(document: ConfigDocument): Findings {
      const hierarchy = hierarchyOf(document, schema, { ...around, server: config, shipped });
      const { findings, leftOut } = checkConfig(document, { rules, schema, hierarchy, choice });
      return { leftOut, findings: findings.map((one) => ({ ...one, related: one.related.map(named) })) };
    },
  };
  function named<R extends { readonly document?: string }>(place: R): R {
    return place.document === undefined ? place : { ...place, document: shown(place.document) };
  }
}
