import type { Check, Plan, Step, Undo } from '../plan';
import type { Remedy } from '../remedy';

/** What a script is made of, in either language. */
export interface ScriptParts {
  /** Lines of the comment at its head, each without line ends. */
  readonly head: readonly string[];
  readonly prechecks: readonly Check[];
  readonly steps: readonly Step[];
  readonly verification: readonly Check[];
  /** The inverse of each step that has one, the last first. Steps count from 1. */
  readonly undos: readonly { readonly step: number; readonly undo: Undo }[];
  readonly leftovers: readonly string[];
}

/** A text as one line: what servers call things may hold line ends, which would begin a command. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\u0000-\u001F\u007F\u0085\u2028\u2029]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();

/** @param made milliseconds since 1970 */
export function scriptParts(plan: Plan, remedy: Remedy, made: number): ScriptParts {
  const { title, server, verdict, evidence, prechecks, steps, verification, leftovers, files = [], runs } = plan;
  const time = new Date(made).toISOString().slice(0, 16).replace('T', ' ');
  const section = (heading: string, items: readonly string[]): readonly string[] =>
    items.length ? ['', heading, ...items.map((one) => `- ${one}`)] : [];
  const head = [
    title,
    '',
    `Made by IIS Doctor for the server ${server} on ${time} UTC, from the state that it had then.`,
    `For ${remedy.versions}. Needs: ${remedy.rights}.`,
    ...(runs ? [] : ['IIS Doctor does not run this itself: read it before you do.']),
    '',
    verdict,
    ...section(
      'To be saved beside it:',
      files.map(({ name, says }) => `${name}: ${says}`),
    ),
    ...section('What speaks for it:', evidence),
    ...section('What it does not do:', remedy.doesNot),
    ...section('What people do wrong here:', remedy.doNot),
  ].map(oneLine);
  const undos = steps.flatMap(({ undo }, i) => (undo ? [{ step: i + 1, undo }] : [])).reverse();
  return { head, prechecks, steps, verification, undos, leftovers };
}

/** The exit codes that are right for a command. */
export const rightCodes = (accepts: readonly number[] = []): readonly number[] => [0, ...accepts];
