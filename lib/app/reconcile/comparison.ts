import type { Verdict } from '../../domain/reconcile/compare.ts';
import type { Reading } from '../../domain/reconcile/read-time.ts';
import type { Reconciled } from '../../domain/reconcile/reconcile.ts';
import type { TimeField } from '../../domain/reconcile/fields.ts';
import { DAY, HOUR, instantOf, MINUTE, type Ms } from '../../domain/time/instant.ts';
import type { Moment } from '../../domain/accountability/timeline.ts';
import { createFormat, type Format } from '../../i18n/format.ts';
import { wordsOf, type Language } from '../../i18n/area.ts';
import { reconcileWords, type ReconcileWords } from '../../i18n/reconcile/reconcile.ts';
import type { TableEncoding } from '../../export/importers/table/read-table.ts';

/** A result with what its reader has to know about how it came about. */
export type Comparison = Readonly<{
  reconciled: Reconciled;
  language: Language;
  provider: string;
  fileName: string;
  encoding: TableEncoding;
  /** In which their times without a zone were read. */
  theirZone: string;
  /** In which all times are shown. */
  zone: string;
  toleranceMin: number;
  asOf: Ms;
}>;

/** How a comparison says times and verdicts, the same in the document and in the table. */
export type Telling = Readonly<{
  t: ReconcileWords;
  format: Format;
  time(at: Ms): string;
  theirs(reading: Reading | null): string;
  ours(moment: Moment | null): string;
  verdict(verdict: Verdict): string;
  field: Readonly<Record<TimeField, string>>;
}>;

/** A reading of a day without a time: longer than any hour that occurs twice. */
const DAY_LONG = 3 * HOUR;

export function tellingOf({ language, zone }: Pick<Comparison, 'language' | 'zone'>): Telling {
  const t = wordsOf(reconcileWords, language);
  const format = createFormat(language, zone);
  const time = (at: Ms) => `${format.date(instantOf(at))}, ${format.time(instantOf(at))}`;
  return {
    t,
    format,
    time,
    theirs(reading) {
      if (reading === null) return t.doc.missing;
      const { from, to } = reading;
      return to - from > DAY_LONG ? t.doc.dayOnly(format.date(instantOf(from))) : time(from);
    },
    ours(moment) {
      if (moment === null) return t.doc.missing;
      const around = Math.round((moment.latest - moment.at) / MINUTE);
      return around === 0 ? time(moment.at) : `${time(moment.at)} ${t.doc.plusMinus(around)}`;
    },
    verdict: (verdict) => t.table.verdicts[verdict],
    field: { created: t.doc.created, responded: t.doc.responded, resolved: t.doc.resolved },
  };
}

/** `1 day`, `2 h 5 min`: how far two times are apart. */
export function apartText(format: Format, minutes: number): string {
  return format.elapsed(Math.min(Math.abs(minutes) * MINUTE, 100_000 * DAY));
}
