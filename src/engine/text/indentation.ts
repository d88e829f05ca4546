/** Lines of a text, 0-based, `endLine` included. */
export interface LineBlock {
  readonly startLine: number;
  readonly endLine: number;
}

const TAB = 4;

/**
 * The blocks that the indentation of a text makes, outer and inner ones in order of their first line: a line and the
 * lines below it that stand further in. Blank lines belong to the block above them.
 */
export function indentedBlocks(text: string): LineBlock[] {
  const lines = text.split('\n');
  const blocks: LineBlock[] = [];
  // Read from the end; each level remembers the last line before which a block of it would end.
  const levels: { indent: number; endsBefore: number }[] = [];
  for (let line = lines.length - 1; line >= 0; line--) {
    const indent = indentOf(lines[line] ?? '');
    if (indent === null) continue;
    let inner = false;
    while ((levels.at(-1)?.indent ?? -1) > indent) {
      levels.pop();
      inner = true;
    }
    const level = levels.at(-1);
    const endsBefore = level?.endsBefore ?? lines.length;
    if (inner && endsBefore - 1 > line) blocks.push({ startLine: line, endLine: endsBefore - 1 });
    if (level?.indent === indent) level.endsBefore = line;
    else levels.push({ indent, endsBefore: line });
  }
  return blocks.reverse();
}

/** The width of the blanks that a line begins with; null for a blank line. */
function indentOf(line: string): number | null {
  let width = 0;
  for (const sign of line) {
    if (sign === ' ') width++;
    else if (sign === '\t') width += TAB - (width % TAB);
    else return sign === '\r' ? null : width;
  }
  return null;
}
