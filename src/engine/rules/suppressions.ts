import type { Range } from '../text/range';
import type { LineMap } from '../text/lineMap';
import type { Finding } from './rule';

/** A comment that silences rules: `iis-doctor-disable-next-line rule-id, other-id: reason`. */
export interface Suppression extends Range {
  readonly kind: 'next-line' | 'line' | 'file';
  /** Empty: it names no rule, which silences nothing. */
  readonly rules: readonly string[];
  readonly reason: string;
  /** 1-based; the line that it is for, null for the whole file. */
  readonly line: number | null;
  /** The last line that it is for: a tag that begins on its line may be spread over more. */
  readonly lastLine: number | null;
}

const DIRECTIVE =
  /iis-doctor-disable-(next-line|line|file)(?![\w-])[ \t]*((?:[a-z\d-]{1,80}(?:[ \t]*,[ \t]*|[ \t]+(?=[a-z\d-]))?){0,50})(?:\s*:\s*([^\r\n]{0,500}))?/g;

/**
 * Reads the suppressions in the comments of a document.
 *
 * @param comments where the comments are, their marks included
 * @param tagAt the start tag that begins at a place; where it ends decides how far a suppression of the next line reaches
 */
export function readSuppressions(
  text: string,
  comments: readonly Range[],
  lines: LineMap,
  tagAt: (offset: number) => Range | null = () => null,
): Suppression[] {
  return comments.flatMap(({ start, end }) => {
    const comment = text.slice(start, end);
    if (!comment.includes('iis-doctor-disable-')) return [];
    return [...comment.matchAll(DIRECTIVE)].map((match): Suppression => {
      const [whole, kind = '', ids = '', reason = ''] = match;
      const line = lines.position(kind === 'next-line' ? end : start).line;
      return {
        start: start + match.index,
        end: start + match.index + whole.trimEnd().length,
        kind: kind as Suppression['kind'],
        rules: ids.split(/[\s,]+/).filter((id) => id !== '' && !/^-+$/.test(id)),
        reason: reason.replace(/-->$/, '').trim(),
        line: kind === 'file' ? null : kind === 'line' ? line : line + 1,
        lastLine: kind === 'file' ? null : kind === 'line' ? line : (lastLineOf(text, end, lines, tagAt) ?? line + 1),
      };
    });
  });
}

/** The last line of the tag with which the line behind a comment begins. */
function lastLineOf(
  text: string,
  comment: number,
  lines: LineMap,
  tagAt: (offset: number) => Range | null,
): number | null {
  const next = /[^\S\n]*\n[^\S\n]*(?=<)/y;
  next.lastIndex = comment;
  const tag = next.test(text) ? tagAt(next.lastIndex) : null;
  return tag && lines.position(tag.end - 1).line;
}

/** What is left of the findings, and the suppressions with each rule of theirs that silenced nothing. */
export interface Suppressed {
  readonly findings: readonly Finding[];
  readonly unused: readonly { readonly suppression: Suppression; readonly rule: string | null }[];
}

const covers = ({ line: first, lastLine }: Suppression, line: number): boolean =>
  first === null || (line >= first && line <= (lastLine ?? first));

/** Takes out the findings that a suppression is for. A finding belongs to the line that it begins in. */
export function suppress(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  lines: LineMap,
): Suppressed {
  if (!suppressions.length) return { findings, unused: [] };
  const used = new Set<string>();
  const key = (suppression: Suppression, rule: string): string => `${suppression.start} ${rule}`;
  const left = findings.filter(({ rule, start }) => {
    const { line } = lines.position(start);
    const by = suppressions.find((one) => one.rules.includes(rule) && covers(one, line));
    if (by) used.add(key(by, rule));
    return !by;
  });
  const unused = suppressions.flatMap((suppression) => {
    const names: readonly (string | null)[] = suppression.rules.length ? suppression.rules : [null];
    return names
      .filter((rule) => rule === null || !used.has(key(suppression, rule)))
      .map((rule) => ({ suppression, rule }));
  });
  return { findings: left, unused };
}
