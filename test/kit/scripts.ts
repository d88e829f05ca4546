import assert from 'node:assert/strict';
import { checkScript } from '../../src/engine/rules/checkScript';
import type { Findings } from '../../src/engine/rules/limit';
import type { Example, Profile } from '../../src/engine/rules/rule';
import { scriptRules } from '../../src/engine/rules/script/index.generated';
import type { ScriptRule } from '../../src/engine/rules/scriptRule';
import type { Script } from '../../src/engine/scripts/command';
import { findCommands } from '../../src/engine/scripts/findCommands';
import { scriptKind } from '../../src/engine/scripts/kind';

/** Checks an example, which names its file. */
export function checkScriptExample(
  { text, file = '' }: Example,
  profile: Profile = 'hardening',
  rules: readonly ScriptRule[] = scriptRules,
): Findings & { readonly script: Script } {
  const kind = scriptKind(file, text);
  assert.ok(kind, `${file} is a script`);
  const script = findCommands(kind, text);
  return { ...checkScript(kind, script, { rules, choice: { profile } }), script };
}
