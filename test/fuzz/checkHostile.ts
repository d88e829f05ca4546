import { readConfig } from '../../src/engine/config/document';
import { hierarchyOf } from '../../src/engine/config/surroundings';
import { checkConfig } from '../../src/engine/rules/checkConfig';
import { configRules } from '../../src/engine/rules/config/index.generated';
import { applySafeFixes } from '../../src/engine/rules/applyFixes';
import { findingsText } from '../../src/engine/render/findingsText';
import type { Findings } from '../../src/engine/rules/limit';
import { shipped } from '../kit/rules';
import { schema } from '../kit/schema';

/** What a check of a text may take of a processor, in ms: so much at once and so much for each character. */
const allowance = ({ length }: string): number => 2_000 + length * 0.005;
const MOST_FINDINGS = 500;

/** Checks a text, whatever it is. @returns what is wrong with the check; null: nothing */
export function objection(name: string, text: string): string | null {
  const started = process.cpuUsage();
  let findings: Findings;
  try {
    findings = check(name, text);
    const report = { files: [{ path: name, text, ...findings }], rules: new Map() };
    const shown = findingsText(report, { colours: false });
    if (shown.length > 2_000_000) return `${shown.length} characters of output`;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const took = process.cpuUsage(started).user / 1000;
  if (took > allowance(text)) return `took ${took.toFixed(0)} ms for ${text.length} characters`;
  const bad = findings.findings.find(({ start, end, message }) => start > end || end > text.length || message === '');
  if (bad) return `${bad.rule} reports ${bad.start} to ${bad.end} of ${text.length}: ${bad.message}`;
  if (findings.findings.length > MOST_FINDINGS) return `${findings.findings.length} findings`;
  const isFull = findings.findings.length === MOST_FINDINGS;
  return findings.leftOut.size && !isFull ? 'findings were left out, although there was room' : null;
}

/** Applies the safe fixes to a text. @returns what is wrong with that; null: nothing */
export function fixObjection(name: string, text: string): string | null {
  try {
    applySafeFixes(text, (one) => check(name, one).findings);
    return null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

function check(name: string, text: string): Findings {
  const document = readConfig(name, text, schema);
  if (!document) return { findings: [], leftOut: new Map() };
  const hierarchy = hierarchyOf(document, schema, { server: null, shipped });
  return checkConfig(document, { rules: configRules, schema, hierarchy, choice: { profile: 'hardening' } });
}
