import type { IssueId } from '../../domain/ledger/primitives.ts';
import type { Language } from '../../i18n/area.ts';

export const PACK_KINDS = ['conversation', 'review', 'issue', 'claim', 'handover'] as const;
export type PackKind = (typeof PACK_KINDS)[number];

/** What somebody chooses besides the scope; nothing of it needs another look at the log. */
export type PackOrder = Readonly<{
  kind: PackKind;
  /** Of the pack, whatever the screen speaks. */
  language: Language;
  /** Own cover note; '' for none. */
  note: string;
  /** Own questions, one per line: the agenda. */
  questions: string;
  /** What we will change on our side, one per line. */
  ours: string;
  /** Issues that are counted, but not described. */
  leftOut: ReadonlySet<IssueId>;
  /** Decisions of last time and promises that are counted, but not described: ids of `PromiseItem`. */
  untold: ReadonlySet<string>;
  /** Issues whose pictures are shown. */
  pictured: ReadonlySet<IssueId>;
  /** Whom a mail draft is for: id of a `Receiver`, '' for nobody, null for whoever fits the kind. */
  to: string | null;
  /** Of a pack about a single issue. */
  issueId: IssueId | null;
}>;

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
