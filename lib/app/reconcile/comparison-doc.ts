import { TIME_FIELDS } from '../../domain/reconcile/fields.ts';
import type { Verdict } from '../../domain/reconcile/compare.ts';
import { visibleText } from '../../domain/privacy/display.ts';
import type { Column, PackDoc } from '../../export/packs/doc.ts';
import { tellingOf, type Comparison } from './comparison.ts';
import { line, part } from './comparison-blocks.ts';
import { counts, doubtful, facts, missing } from './comparison-parts.ts';
import { fieldRows, sideBySide } from './comparison-rows.ts';

/** More than these are read by nobody on paper: the table has them all. */
const MOST_ANNEX = 500;

/** The comparison as its reader will meet it, on the screen and in the file. */
export function comparisonDoc(of: Comparison): PackDoc {
  const telling = tellingOf(of);
  const { t } = telling;
  const { pairs } = of.reconciled;
  const fieldColumns: readonly Column[] = [
    { label: t.doc.ticket },
    { label: t.doc.issue, kind: 'free' },
    { label: t.doc.what },
    { label: t.doc.byThem, kind: 'them' },
    { label: t.doc.byUs, kind: 'us' },
    { label: t.doc.difference },
  ];
  const fields = (wanted: (verdict: Verdict) => boolean) =>
    pairs.flatMap((pair) => fieldRows(telling, pair, wanted));
  const { methods } = t.doc;
  return {
    language: of.language,
    title: t.doc.title(visibleText(of.provider)),
    issues: pairs.length,
    pages: [
      { kind: 'text', line: line(t.doc.lead) },
      facts(telling, of),
      ...counts(telling, of),
      ...part(
        telling,
        t.doc.differences,
        fieldColumns,
        fields((verdict) => verdict === 'differs'),
      ),
      ...missing(telling, of),
      ...part(
        telling,
        t.doc.oneSided,
        fieldColumns,
        fields((verdict) => verdict === 'only-theirs' || verdict === 'only-ours'),
      ),
      ...doubtful(telling, of),
    ],
    annex: [
      ...part(
        telling,
        t.doc.sideBySide,
        [
          { label: t.doc.ticket },
          { label: t.doc.issue, kind: 'free' },
          ...TIME_FIELDS.map((field) => ({ label: telling.field[field] })),
          { label: t.doc.priority },
          { label: t.doc.status },
        ],
        pairs.slice(0, MOST_ANNEX).map((pair) => sideBySide(telling, pair)),
        MOST_ANNEX,
        pairs.length,
      ),
      { kind: 'text', line: line(t.doc.sideBySideHint), quiet: true },
      { kind: 'heading', level: 2, text: t.doc.method },
      {
        kind: 'list',
        items: [
          methods.number,
          methods.times(t.screen.minutes(of.toleranceMin)),
          methods.several,
          methods.priority,
          methods.status,
          methods.trash,
        ].map((text) => line(text)),
      },
    ],
  };
}
