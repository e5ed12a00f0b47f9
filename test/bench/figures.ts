/** Milliseconds (or another unit) of repeated runs, in the order they were measured. */
export type Sample = readonly number[];

function sorted(sample: Sample): Sample {
  return sample.toSorted((a, b) => a - b);
}

export function quantile(sample: Sample, share: number): number {
  const inOrder = sorted(sample);
  const place = (inOrder.length - 1) * share;
  const low = inOrder[Math.floor(place)] ?? Number.NaN;
  const high = inOrder[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}

export const median = (sample: Sample): number => quantile(sample, 0.5);

const short = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** `12.3 (11.0–15.2) ms` */
export function spread(sample: Sample, unit = 'ms'): string {
  return `${short(median(sample))} (${short(quantile(sample, 0))}–${short(quantile(sample, 1))}) ${unit}`;
}

/** One line of docs/performance.md. */
export type Figure = Readonly<{
  what: string;
  ours: string;
  /** What it was measured against, in the same run. */
  against: string;
  ratio: string;
  /** The bar in words; '' where the figure is only told. */
  bar: string;
  ok: boolean;
}>;

/** A figure without a bar. */
export const told = (what: string, ours: string, against = ''): Figure => ({
  what,
  ours,
  against,
  ratio: '',
  bar: '',
  ok: true,
});

type Comparison = Readonly<{
  what: string;
  ours: Sample;
  against: Sample;
  /** Names the comparison: `blank popup`. */
  named: string;
  /** Highest ratio allowed. */
  atMost?: number;
  unit?: string;
}>;

/** Ratio of the two medians against its bar. */
export function compare({ what, ours, against, named, atMost, unit = 'ms' }: Comparison): Figure {
  const ratio = median(ours) / median(against);
  return {
    what,
    ours: spread(ours, unit),
    against: `${named} ${spread(against, unit)}`,
    ratio: `${ratio.toFixed(2)}×`,
    bar: atMost === undefined ? '' : `≤ ${atMost}×`,
    ok: atMost === undefined || ratio <= atMost,
  };
}

export type SectionResult = Readonly<{
  figures: readonly Figure[];
  /** How it was measured, one sentence each. */
  notes: readonly string[];
}>;
