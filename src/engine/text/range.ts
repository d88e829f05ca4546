/** A stretch of a text in UTF-16 units, 0-based, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether a place lies in a range; the place just behind it counts, as in an editor's hover. */
export const touches = (range: Range, offset: number): boolean => range.start <= offset && offset <= range.end;

export const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

export const byPlace = (a: Range, b: Range): number => a.start - b.start || b.end - a.end;

/** Finds the range that covers a place; the ranges are in order and do not overlap. */
export function rangeFinder<R extends Range>(ranges: readonly R[]): (offset: number) => R | undefined {
  return (offset) => {
    let low = 0;
    let high = ranges.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const range = ranges[middle];
      if (!range) return undefined;
      if (offset < range.start) high = middle - 1;
      else if (offset >= range.end) low = middle + 1;
      else return range;
    }
    return undefined;
  };
}
