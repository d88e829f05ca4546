/**
 * The arguments as a program gets them that Windows PowerShell starts: it puts those with blanks into quotes, changes
 * nothing else, and the program takes the line apart by the rules of the C runtime.
 */
export const programArguments = (words: readonly string[]): readonly string[] =>
  takeApart(words.map((word) => (/\s/.test(word) && !word.startsWith('"') ? `"${word}"` : word)).join(' '));

function takeApart(line: string): readonly string[] {
  const found: string[] = [];
  let word: string | null = null;
  let isInside = false;
  for (let i = 0; i < line.length; i++) {
    const [slashes = ''] = /^\\*/.exec(line.slice(i)) ?? [];
    const isBeforeQuote = line[i + slashes.length] === '"';
    if (slashes !== '') {
      word = (word ?? '') + (isBeforeQuote ? '\\'.repeat(Math.floor(slashes.length / 2)) : slashes);
      i += slashes.length - 1;
      if (isBeforeQuote && slashes.length % 2 === 1) {
        word += '"';
        i++;
      }
    } else if (line[i] === '"') {
      isInside = !isInside;
      word ??= '';
    } else if (line[i] === ' ' && !isInside) {
      if (word !== null) found.push(word);
      word = null;
    } else word = (word ?? '') + (line[i] ?? '');
  }
  if (word !== null) found.push(word);
  return found;
}
