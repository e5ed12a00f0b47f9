// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { ImportsPart } from '../../../components/data/ImportsPart.tsx';
import { AppContext } from '../../../components/state/app.tsx';
import type { App } from '../../../components/state/app.tsx';
import { createToasts } from '../../../components/ui/toasts.ts';
import type { TakenIn } from '../../../lib/app/backup/backup-service.ts';

configure({ asyncUtilTimeout: 8000 });
afterEach(cleanup);

const LATEST: TakenIn = {
  importId: 'two',
  at: '2026-11-28T10:00:00.000Z',
  entries: 7,
  codes: ['K7'],
  bar: null,
};
const BEFORE: TakenIn = { ...LATEST, importId: 'one', at: '2026-11-20T10:00:00.000Z', bar: 'later-import' };

function open(answer: unknown) {
  const asked: string[] = [];
  const services = {
    backup: {
      liveImports: (tell: (taken: readonly TakenIn[]) => void) => {
        tell([LATEST, BEFORE]);
        return () => undefined;
      },
      takeBack: async (importId: string) => {
        asked.push(importId);
        return answer;
      },
    },
  };
  const toasts = createToasts();
  const app = { services, toasts } as unknown as App; // as: the part uses these only
  render(
    <AppContext.Provider value={app}>
      <ImportsPart />
    </AppContext.Provider>,
  );
  return { asked, toasts };
}

describe('what was taken in', () => {
  it('can be taken back, the latest first, after a question that says what happens', async () => {
    const { asked, toasts } = open({ ok: true, entries: 7, ledgers: 1 });
    expect(screen.getAllByRole('button')).toHaveLength(1);
    screen.getByText(/after what came later from the same log/);
    fireEvent.click(screen.getByRole('button', { name: /^Take back what came/ }));
    await screen.findByText(/7 entries of log K7 leave this log/);
    expect(asked).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Take back' }));
    await expect.poll(() => toasts.shown.value.map(({ text }) => text)).toEqual(['7 entries taken back.']);
    expect(asked).toEqual(['two']);
    expect(screen.queryByText('Take this back?')).toBeNull();
  });

  it('stays where it cannot be taken back, with a sentence that says why', async () => {
    const { toasts } = open({ ok: false, code: 'not-undoable' });
    fireEvent.click(screen.getByRole('button', { name: /^Take back what came/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Take back' }));
    await screen.findByText(/cannot be taken back any more/);
    expect(toasts.shown.value).toEqual([]);
  });
});
