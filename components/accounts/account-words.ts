import type { IssueAccount } from '../../lib/domain/accountability/issue-account.ts';
import type { Owner } from '../../lib/domain/accountability/owner.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import type { AccountWords } from '../../lib/i18n/accounts/accounts.ts';

/** What the provider is called; without one "the provider" is. */
export function providerName({ provider }: Pick<IssueAccount, 'provider'>, t: AccountWords): string {
  return provider === null ? t.theProvider : visibleText(provider.name);
}

export function ownerWords(owner: Owner, p: string, { bar }: Pick<AccountWords, 'bar'>): string {
  const words = bar.owner[owner];
  return typeof words === 'string' ? words : words(p);
}

/** Whose turn it is, as a sentence. */
export function turnWords(owner: Owner, p: string, { turn }: Pick<AccountWords, 'turn'>): string {
  const words = turn[owner];
  return typeof words === 'string' ? words : words(p);
}
