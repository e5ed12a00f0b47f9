import { useEffect, useState } from 'preact/hooks';
import type { IssueAccount } from '../../lib/domain/accountability/issue-account.ts';
import type { IssueId } from '../../lib/domain/ledger/primitives.ts';
import { useApp } from '../state/app.tsx';

/** The account of an issue, live; null until it is there. That reading fails is said where the issue itself is read. */
export function useAccount(id: IssueId): IssueAccount | null {
  const { accounts } = useApp().services;
  const [account, setAccount] = useState<IssueAccount | null>(null);
  useEffect(() => accounts.liveIssue(id, setAccount, () => setAccount(null)), [accounts, id]);
  return account;
}
