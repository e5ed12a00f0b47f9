import type { Rate } from '../../domain/accountability/statistics/compliance.ts';
import type { Durations } from '../../domain/accountability/statistics/durations.ts';
import { MINUTE } from '../../domain/time/instant.ts';
import type { BoardWords } from '../../i18n/board/board.ts';
import type { Format } from '../../i18n/format.ts';

/** How figures may be said: counts below 5, the 95 % interval below 30, n always. */
export type FigureWords = Readonly<{
  rate(rate: Rate): string;
  /** Minutes; with how many, and how many are still open. */
  median(durations: Durations): string;
  percent(percent: number): string;
  minutes(minutes: number): string;
}>;

/** The same words for the same figure, on the screen and in what is handed over. */
export function figureWords(t: BoardWords, format: Format): FigureWords {
  const percent = (value: number) => format.percent(value / 100);
  const withOpen = (text: string, open: number) =>
    open > 0 ? `${text}, ${t.openToo(format.number(open))}` : text;
  return {
    percent,
    minutes: (minutes) => format.worked(minutes * MINUTE),
    rate({ hits, n, percent: share, wilson95, manner }) {
      if (n === 0 || share === null) return t.rate.none;
      const of = format.number(n);
      if (manner === 'counts') return t.rate.counts(format.number(hits), of);
      if (manner === 'percent' || wilson95 === null) return t.rate.percent(percent(share), of);
      return t.rate.interval(percent(share), of, percent(wilson95[0]), percent(wilson95[1]));
    },
    median({ n, median, open }) {
      if (median === null) return withOpen(t.rate.none, open);
      return withOpen(`${format.worked(median * MINUTE)} (${t.number(format.number(n))})`, open);
    },
  };
}
