import { MappedTextBuilder, type MappedText } from './mappedText';

/**
 * A command line as `cmd /c` runs it: where it begins with a quote, the first and the last one are taken off, unless
 * they are the only ones and a path of a program stands between them.
 */
export function withoutOuterQuotes(line: MappedText): MappedText {
  const { text } = line;
  const start = text.search(/\S/);
  const end = text.trimEnd().length;
  if (text[start] !== '"' || text[end - 1] !== '"' || end - start < 2) return line;
  const inner = text.slice(start + 1, end - 1);
  if (!inner.includes('"') && (!/\s/.test(inner) || /^[^\s"]*[\\/:%]/.test(inner))) return line;
  const built = new MappedTextBuilder();
  built.append(line, start + 1, end - 1);
  return built.build(line.host);
}
