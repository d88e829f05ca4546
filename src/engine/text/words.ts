interface Branch {
  readonly next: Map<string, Branch>;
  /** Whether a phrase ends here. */
  ends: boolean;
}

/**
 * The source of a pattern for any of many phrases, the longest one that fits. Phrases share their first words in it, so
 * that a place of a text is compared with one word of many phrases at once, not with all phrases one by one.
 *
 * @param phrases words with one blank between them
 * @param gap the source of what may stand between two words
 */
export function anyPhrasePattern(phrases: readonly string[], gap: string): string {
  const root: Branch = { next: new Map(), ends: false };
  for (const phrase of phrases) {
    let branch = root;
    for (const word of phrase.split(' ')) {
      let next = branch.next.get(word);
      if (!next) branch.next.set(word, (next = { next: new Map(), ends: false }));
      branch = next;
    }
    branch.ends = true;
  }
  return sourceOf(root, gap);
}

function sourceOf({ next }: Branch, gap: string): string {
  // A longer word first, where another one is its beginning.
  const words = [...next].sort(([a], [b]) => b.length - a.length);
  const byLetter = new Map<string, string[]>();
  for (const [word, branch] of words) {
    const rest = branch.next.size ? `(?:${gap}${sourceOf(branch, gap)})${branch.ends ? '?' : ''}` : '';
    const letter = word.charAt(0);
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), escaped(word.slice(1)) + rest]);
  }
  const alternatives = [...byLetter].map(
    ([letter, rests]) => `${escaped(letter)}${rests.length > 1 ? `(?:${rests.join('|')})` : (rests[0] ?? '')}`,
  );
  return alternatives.length > 1 ? `(?:${alternatives.join('|')})` : (alternatives[0] ?? '');
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
