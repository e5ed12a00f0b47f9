import { reconcileWords } from '../../lib/i18n/reconcile/reconcile.ts';
import { useFormat, useText } from '../state/locale.tsx';
import type { Refused } from './use-comparison.ts';

/** One sentence for each reason why a file is no ticket export. */
export function useProblemText(): (refused: Refused) => string {
  const t = useText(reconcileWords).problem;
  const format = useFormat();
  return (refused) => {
    switch (refused.code) {
      case 'other-kind':
        if (refused.kind === 'empty') return t.empty;
        return refused.kind === 'zip' || refused.kind === 'packed' ? t.workbook : t.otherKind;
      case 'too-large':
        return t.tooLarge(format.bytes(refused.limit));
      case 'binary':
        return t.binary;
      case 'not-a-table':
      case 'cancelled':
        return t.noTable;
      case 'no-rows':
        return t.noRows;
      case 'quote-open':
        return t.quoteOpen(format.number(refused.line));
      case 'cell-too-long':
        return t.cellTooLong(format.number(refused.line));
      case 'too-many-rows':
        return t.tooManyRows(format.number(refused.limit));
      case 'too-many-cells':
        return t.tooManyCells(format.number(refused.limit));
      case 'too-many-columns':
        return t.tooManyColumns(format.number(refused.line));
    }
  };
}
