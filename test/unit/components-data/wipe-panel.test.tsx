// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { WipePanel } from '../../../components/data/WipePanel.tsx';
import { AppContext } from '../../../components/state/app.tsx';
import type { App } from '../../../components/state/app.tsx';
import { createToasts } from '../../../components/ui/toasts.ts';
import type { Wiped } from '../../../lib/app/rescue/delete-everything.ts';
import { DEFAULT_SETTINGS } from '../../../lib/app/settings/settings.ts';

configure({ asyncUtilTimeout: 8000 });
afterEach(cleanup);

function open(result: Wiped, sinceBackup = 3) {
  const calls: string[] = [];
  const services = {
    settings: {
      subscribe: (listener: (value: unknown) => void) => {
        listener(DEFAULT_SETTINGS);
        return () => undefined;
      },
    },
    log: {
      onChange: (listener: (value: unknown) => void) => {
        listener({ all: 5, trash: 0, needsDetails: 0, sinceBackup, lastBackup: null });
        return () => undefined;
      },
    },
    async deleteEverything() {
      calls.push('deleted');
      return result;
    },
  };
  const app = { services, toasts: createToasts() } as unknown as App; // as: the panel uses these services only
  render(
    <AppContext.Provider value={app}>
      <WipePanel />
    </AppContext.Provider>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Delete everything…' }));
  return calls;
}

const field = () => screen.getByRole('textbox', { name: 'Type DELETE to confirm' });
const confirm = () => screen.getByRole('button', { name: 'Delete everything' });

describe('deleting everything', () => {
  it('offers a backup, and does nothing before the word is typed', () => {
    const calls = open({ ok: true });
    expect(screen.getByText('No backup has been made yet.')).toBeTruthy();
    expect(screen.getByText('3 issues are in no backup.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Make a backup first' })).toBeTruthy();
    fireEvent.click(confirm());
    fireEvent.input(field(), { target: { value: 'DELET' } });
    fireEvent.click(confirm());
    expect(calls).toEqual([]);
  });

  it('deletes once the word is there, in whatever case', () => {
    const calls = open({ ok: true });
    fireEvent.input(field(), { target: { value: ' delete ' } });
    fireEvent.click(confirm());
    expect(calls).toEqual(['deleted']);
  });

  it('says so when another window is in the way', async () => {
    open({ ok: false, code: 'blocked' });
    fireEvent.input(field(), { target: { value: 'DELETE' } });
    fireEvent.click(confirm());
    expect(await screen.findByText(/Another window keeps the log open/)).toBeTruthy();
  });
});
