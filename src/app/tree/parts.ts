import type { Known, Shortfall } from '../../engine/probes/probe';
import { AnswerError } from '../../engine/probes/probe';
import { markdownCode, markdownText } from '../../engine/render/escape';
import { TransportError } from '../../transports/transportError';
import { RefusedAnswer } from '../asking';
import type { Kept } from '../connection';
import { faultTexts, shortfallSteps, shortfallTexts } from '../faultTexts';
import type { TreeNode } from './treeNode';

/** In place of something that the server did not tell. */
export function shortfallNode(id: string, what: string, { reason, detail }: Shortfall): TreeNode {
  return {
    id: `${id}/shortfall`,
    kind: 'note',
    label: what,
    description: shortfallTexts[reason],
    icon: reason === 'needsAdministrator' ? 'shield' : 'info',
    tone: 'quiet',
    tooltip: () => paragraphs(`${what}: ${shortfallTexts[reason]}.`, shortfallSteps[reason], detail),
  };
}

/** While the first answer is on its way. */
export const readingNode = (id: string, what: string): TreeNode => ({
  id: `${id}/reading`,
  kind: 'phase',
  label: `Reading ${what}…`,
  icon: 'loading~spin',
  tone: 'quiet',
});

/** Nothing is there, and that is what the server said. */
export const emptyNode = (id: string, label: string): TreeNode => ({
  id: `${id}/empty`,
  kind: 'note',
  label,
  tone: 'quiet',
});

/** Cause, and what to try next, of a question or a connection that failed. */
export function problemNode(id: string, server: string, error: Error): TreeNode {
  const { says, next, detail } = problemOf(error);
  return {
    id: `${id}/problem`,
    kind: 'problem',
    label: says,
    description: next,
    icon: 'error',
    tone: 'error',
    tooltip: () => paragraphs(says, next, detail),
    target: { server },
  };
}

/** What an error comes to, for a person. */
export function problemOf(error: Error): { says: string; next: string; detail: string; tried: string } {
  if (error instanceof TransportError) return { ...faultTexts[error.fault], detail: error.detail, tried: error.tried };
  if (error instanceof RefusedAnswer) {
    const { message, hresult, category } = error.error;
    const isDenied = hresult === '0x80070005' || category === 'PermissionDenied';
    return {
      says: isDenied ? 'The server refused: access denied.' : 'The question failed on the server.',
      next: isDenied ? shortfallSteps.needsAdministrator : 'The details say what it reported.',
      detail: [message, hresult, category].filter(Boolean).join('\n'),
      tried: '',
    };
  }
  if (error instanceof AnswerError) return { ...faultTexts.answerNotUnderstood, detail: error.message, tried: '' };
  return { ...faultTexts.failed, detail: error.message, tried: '' };
}

/** Our sentences as Markdown, and behind them what somebody else said. */
const paragraphs = (says: string, next: string, detail: string): string =>
  [markdownText(says), markdownText(next), detail && markdownCode(detail, 1_000)].filter(Boolean).join('\n\n');

/**
 * The nodes of an answer: what is being read, what failed, what the server would not tell, or what it told.
 *
 * @param pick the part of the answer
 */
export function nodesOf<A, T>(
  at: { readonly id: string; readonly server: string; readonly what: string },
  kept: Kept<A> | null,
  pick: (answer: A) => Known<T>,
  show: (value: T) => readonly TreeNode[],
): readonly TreeNode[] {
  if (kept?.value === undefined)
    return kept?.error ? [problemNode(at.id, at.server, kept.error)] : [readingNode(at.id, at.what)];
  const part = pick(kept.value);
  return part.known ? show(part.value) : [shortfallNode(at.id, capital(at.what), part.shortfall)];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** How many of a list are known; nothing while it is not. */
export function countOf<A>(kept: Kept<A> | null, pick: (answer: A) => Known<readonly unknown[]>): string | undefined {
  if (kept?.value === undefined) return undefined;
  const part = pick(kept.value);
  return part.known ? String(part.value.length) : shortfallTexts[part.shortfall.reason];
}

/** A table of names and values as Markdown. */
export const facts = (rows: readonly (readonly [string, string])[]): string =>
  rows
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `**${name}** ${markdownCode(value, 400)}`)
    .join('  \n');
