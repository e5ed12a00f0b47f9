// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { BoardPart } from '../../../components/providers/board/BoardPart.tsx';
import { WithDirectory } from '../../../components/providers/directory-context.tsx';
import { AppContext } from '../../../components/state/app.tsx';
import type { App } from '../../../components/state/app.tsx';
import type { LiveCounts, ProviderBoard } from '../../../lib/app/accounts/account-service.ts';
import { NO_COUNTS } from '../../../lib/app/accounts/provider-desk.ts';
import { board as words } from '../../../lib/i18n/board/board.ts';
import { scoreboardOf } from '../../support/boards.ts';
import { ACME } from '../../support/accounts.ts';
import { directoryOf } from '../../support/directory-things.ts';

afterEach(cleanup);

describe('the board of a provider', () => {
  it('does not say that there is no issue while accounts are still being worked out', async () => {
    let tell: (counts: LiveCounts) => void = () => undefined;
    const empty = { board: scoreboardOf([]) } as ProviderBoard; // as: an empty one shows nothing else
    const accounts = {
      liveBoard: (_id: string, _period: unknown, onValue: (board: ProviderBoard) => void) => {
        onValue(empty);
        return () => undefined;
      },
      liveCounts: (onValue: (counts: LiveCounts) => void) => {
        tell = onValue;
        onValue({ ...NO_COUNTS, following: { done: 3200, total: 100_000 } });
        return () => undefined;
      },
    };
    const view = { directory: directoryOf([]), managed: new Set(), managedProblem: null, conflicts: [] };
    const directory = {
      live: (onValue: (now: typeof view) => void) => {
        onValue(view);
        return () => undefined;
      },
    };
    render(
      <AppContext.Provider
        value={{ services: { accounts, directory } } as unknown as App /* as: what it uses */}
      >
        <WithDirectory>
          <BoardPart provider={ACME} />
        </WithDirectory>
      </AppContext.Provider>,
    );
    expect((await screen.findByRole('status')).textContent).toBe('Recalculating: 3,200 of 100,000 issues');
    expect(screen.queryByText(words.en.empty)).toBeNull();
    await act(() => tell({ ...NO_COUNTS, following: null }));
    expect(await screen.findByText(words.en.empty)).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('');
  });
});
