import { FEATURES, type Feature, type FeatureTimes } from '../protocol/languageServer';

/** So many times are kept of each feature; older ones make room. */
const KEPT = 1_000;

interface Ring {
  count: number;
  readonly times: number[];
}

/** How long the server's features took: the number of all requests, and the last thousand times of each feature. */
export class Timings {
  readonly #rings = new Map<Feature, Ring>(FEATURES.map((feature) => [feature, { count: 0, times: [] }]));

  /** @param milliseconds how long one request took */
  add(feature: Feature, milliseconds: number): void {
    const ring = this.#rings.get(feature);
    if (ring) ring.times[ring.count++ % KEPT] = milliseconds;
  }

  report(): FeatureTimes[] {
    return [...this.#rings].map(([feature, { count, times }]) => {
      const sorted = [...times].sort((a, b) => a - b);
      return {
        feature,
        count,
        p50: percentile(sorted, 0.5),
        p95: percentile(sorted, 0.95),
        max: sorted.at(-1) ?? null,
      };
    });
  }
}

/** The smallest time that this share of all times does not exceed; null where there is none. */
const percentile = (sorted: readonly number[], share: number): number | null =>
  sorted[Math.ceil(sorted.length * share) - 1] ?? null;
