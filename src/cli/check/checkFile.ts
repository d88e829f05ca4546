import { readConfig } from '../../engine/config/document';
import { hierarchyOf, type Surroundings } from '../../engine/config/surroundings';
import { checkConfig } from '../../engine/rules/checkConfig';
import { checkScript } from '../../engine/rules/checkScript';
import { configRules } from '../../engine/rules/config/index.generated';
import type { Findings } from '../../engine/rules/limit';
import type { RuleChoice } from '../../engine/rules/ruleChoice';
import { scriptRules } from '../../engine/rules/script/index.generated';
import { findCommands } from '../../engine/scripts/findCommands';
import type { ScriptKind } from '../../engine/scripts/kind';
import type { Server } from './serverFiles';

/** The check of one file, to be repeated on its text as fixes change it; null where the text is nothing to check. */
export type FileChecker = (text: string) => Findings | null;

export interface ConfigFileCheck {
  /** Absolute path, or the name that standard input goes by. */
  readonly name: string;
  readonly server: Server;
  /** The files around it. */
  readonly around: Omit<Surroundings, 'server' | 'shipped' | 'dotNet'>;
  readonly choice: RuleChoice;
  /** How files are named where a finding points into another one. */
  readonly shown: (name: string) => string;
}

export const configChecker =
  ({ name, server, around, choice, shown }: ConfigFileCheck): FileChecker =>
  (text) => {
    const { schema, shipped, config, dotNet } = server;
    const document = readConfig(name, text, schema);
    if (!document) return null;
    const hierarchy = hierarchyOf(document, schema, { ...around, server: config, shipped, dotNet });
    const { findings, leftOut } = checkConfig(document, { rules: configRules, schema, hierarchy, choice });
    const named = <R extends { readonly document?: string }>(place: R): R =>
      place.document === undefined ? place : { ...place, document: shown(place.document) };
    return { leftOut, findings: findings.map((one) => ({ ...one, related: one.related.map(named) })) };
  };

export const scriptChecker =
  (kind: ScriptKind, choice: RuleChoice): FileChecker =>
  (text) =>
    checkScript(kind, findCommands(kind, text), { rules: scriptRules, choice });
