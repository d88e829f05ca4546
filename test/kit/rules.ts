import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readConfig, type ConfigDocument } from '../../src/engine/config/document';
import { hierarchyOf } from '../../src/engine/config/surroundings';
import { checkConfig } from '../../src/engine/rules/checkConfig';
import { configRules } from '../../src/engine/rules/config/index.generated';
import type { ConfigRule } from '../../src/engine/rules/configRule';
import type { Findings } from '../../src/engine/rules/limit';
import type { Example, Profile } from '../../src/engine/rules/rule';
import type { RuleChoice } from '../../src/engine/rules/ruleChoice';
import { root } from './knowledge';
import { schema } from './schema';

const configOf = (name: string, text: string, known = schema): ConfigDocument => {
  const document = readConfig(name, text, known);
  assert.ok(document, `${name} is a configuration file`);
  return document;
};

/** The configuration as shipped with IIS 10. */
export const shipped = configOf(
  'applicationHost.config',
  readFileSync(path.join(root, 'src/engine/config/data/shipped.config'), 'utf8'),
);

/** A whole file: what has no root element of its own is put into `<configuration>`. */
export const wholeFile = (text: string): string =>
  /^\uFEFF?\s*(?:<\?xml|<configuration[\s>])/.test(text) ? text : `<configuration>\n${text}\n</configuration>`;

/** Reads an example as the file that it stands for. */
export function exampleDocument(example: string | Example, known = schema): ConfigDocument {
  const { text, file = 'web.config' } = asExample(example);
  return configOf(file, wholeFile(text), known);
}

export const asExample = (example: string | Example): Example =>
  typeof example === 'string' ? { text: example } : example;

const FRAMEWORK = 'C:/Windows/Microsoft.NET/Framework64/v4.0.30319/Config/';

/** Checks an example with the files that it names around it. */
export function checkExample(
  example: string | Example,
  choice: RuleChoice | Profile = 'hardening',
  rules: readonly ConfigRule[] = configRules,
): Findings & { readonly document: ConfigDocument } {
  const { server, machine, rootWeb, path: at, missing = [], schemas } = asExample(example);
  const known = schemas ? schema.forServer(schemas) : schema;
  const document = exampleDocument(example, known);
  const hierarchy = hierarchyOf(document, known, {
    server: server === undefined ? null : configOf('applicationHost.config', wholeFile(server), known),
    shipped,
    dotNet: [
      ...(machine === undefined ? [] : [configOf(`${FRAMEWORK}machine.config`, wholeFile(machine), known)]),
      ...(rootWeb === undefined ? [] : [configOf(`${FRAMEWORK}web.config`, wholeFile(rootWeb), known)]),
    ],
    path: at ?? null,
    external: new Map(missing.map((name) => [name, null])),
  });
  const chosen = typeof choice === 'string' ? { profile: choice } : choice;
  return { ...checkConfig(document, { rules, schema: known, hierarchy, choice: chosen }), document };
}
