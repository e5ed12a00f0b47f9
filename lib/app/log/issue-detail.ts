import type { EntryId, IssueId, LedgerId, Sha256Hex } from '../../domain/ledger/primitives.ts';
import type { Issue } from '../../domain/issue/issue.ts';
import type { LedgerHead } from '../../storage/types/ledger.ts';
import type { Store } from '../../storage/types/store.ts';

/** Place and checksum of one of the issue's lines, also of one whose content was erased. */
export type LineFacts = Readonly<{
  id: EntryId;
  ledger: LedgerId;
  /** Readable code of the ledger, `K7`. */
  code: string;
  /** Written in this browser profile. */
  own: boolean;
  n: number;
  sha256: Sha256Hex;
  erased: boolean;
}>;

export type IssueDetail = Readonly<{
  issue: Issue;
  lines: ReadonlyMap<EntryId, LineFacts>;
  /** End of this profile's chain at the time of reading. */
  head: LedgerHead;
}>;

export async function issueDetail(store: Store, id: IssueId): Promise<IssueDetail | null> {
  const [{ issue, lines }, ledgers, head] = await Promise.all([
    store.issueWithLines(id),
    store.ledgers(),
    store.own(),
  ]);
  if (issue === null) return null;
  const byId = new Map(ledgers.map((ledger) => [ledger.ledger, ledger]));
  return {
    issue,
    head,
    lines: new Map(
      lines.map((line) => [
        line.id,
        {
          id: line.id,
          ledger: line.ledger,
          code: byId.get(line.ledger)?.code ?? '',
          own: byId.get(line.ledger)?.own ?? false,
          n: line.n,
          sha256: line.sha256,
          erased: line.json === null,
        },
      ]),
    ),
  };
}
