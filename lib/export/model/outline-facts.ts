import { visibleText } from '../../domain/privacy/display.ts';
import { zonedTime } from './local-time.ts';
import type { ReportWords } from './words.ts';

/** A label and what stands beside it; `address` is for texts that are written in a fixed-width face. */
export type Fact = Readonly<{ label: string; value: string; kind?: 'address' | 'code' }>;

export function fact(label: string, value: string | null | undefined, kind?: Fact['kind']): Fact[] {
  if (value === null || value === undefined || value === '') return [];
  return [{ label, value: visibleText(value), ...(kind ? { kind } : {}) }];
}

/** More than this between happening and writing down is said openly. */
const LATE_MS = 15 * 60_000;

export function lateness(
  of: Readonly<{ at: string; recordedAt: string; offsetMin: number }>,
  words: ReportWords,
): string | null {
  const late = Date.parse(of.recordedAt) - Date.parse(of.at) > LATE_MS;
  return late ? words.writtenLater(zonedTime(of.recordedAt, of.offsetMin)) : null;
}

export function howSure(
  of: Readonly<{ certainty: 'exact' | 'documented' | 'recalled'; plusMinusMin?: number | undefined }>,
  words: ReportWords,
): string | null {
  const parts = [
    of.certainty === 'exact' ? null : words.certainty[of.certainty],
    of.plusMinusMin === undefined ? null : words.plusMinus(of.plusMinusMin),
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(', ') : null;
}
