// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { DirectoryFile } from '../../../components/providers/DirectoryFile.tsx';
import { AppContext, type App } from '../../../components/state/app.tsx';
import { createToasts } from '../../../components/ui/toasts.ts';
import type { DirectoryFileService } from '../../../lib/app/directory/directory-file-service.ts';

configure({ asyncUtilTimeout: 8000 });
afterEach(cleanup);

type Looked = Awaited<ReturnType<DirectoryFileService['inspect']>>;

const team = (id: string, name: string) => ({ kind: 'team', value: { id, name } }) as const;
const PLAN: Looked = {
  ok: true,
  madeAt: '2026-11-28T10:00:00.000Z',
  version: '0.1.0',
  fresh: [team('a', 'Sales'), team('b', '\u202Eevil')],
  changed: [team('c', 'Stock')],
  same: [team('d', 'Office')],
  refused: [{ kind: 'provider', name: 'Acme', reason: 'invalid', place: 3 }],
};

function open(looked: Looked, made = 4) {
  const calls: string[] = [];
  const service: DirectoryFileService = {
    make: async ({ withReporters }) => {
      calls.push(`make ${withReporters}`);
      return { blob: new Blob(), fileName: 'casebook-directory_2026-11-28.json', things: made };
    },
    deliver: () => void calls.push('deliver'),
    inspect: async () => looked,
    apply: async (_, { replaceChanged }) => {
      calls.push(`apply ${replaceChanged}`);
      const undo = async () => {
        calls.push('undo');
        return { ok: true, masked: 0, undo: null } as const;
      };
      return { ok: true, fresh: 2, changed: replaceChanged ? 1 : 0, undo };
    },
  };
  const app = { services: { directoryFile: service }, toasts: createToasts() } as unknown as App; // as: it uses this service only
  render(
    <AppContext.Provider value={app}>
      <DirectoryFile />
    </AppContext.Provider>,
  );
  return calls;
}

function choose() {
  fireEvent.change(screen.getByLabelText('Take in a set-up file…', { selector: 'input' }), {
    target: { files: [new File(['{}'], 'set-up.json')] },
  });
}

describe('the set-up file', () => {
  it('is counted thing by thing before anything is taken, then taken, then undone', async () => {
    const calls = open(PLAN);
    choose();
    const row = within(await screen.findByRole('row', { name: /^Teams/ }));
    expect(row.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['2', '1', '1', '0']);
    expect(screen.getByText(/Provider no. 3/).textContent).toContain('Acme: not as Casebook writes it');
    expect(screen.getByText('⟦U+202E⟧evil')).toBeTruthy();
    expect(calls).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Take in 3 things' }));
    expect(await screen.findByText('2 new things, 1 replaced.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('The set-up is as it was before.')).toBeTruthy();
    expect(calls).toEqual(['apply true', 'undo']);
  });

  it('leaves what is different here when that is wanted', async () => {
    const calls = open(PLAN);
    choose();
    fireEvent.click(await screen.findByLabelText('Replace 1 that is different here'));
    fireEvent.click(screen.getByRole('button', { name: 'Take in 2 things' }));
    await screen.findByText('2 new things, 0 replaced.');
    expect(calls).toEqual(['apply false']);
  });

  it('can be left without a change', async () => {
    const calls = open(PLAN);
    choose();
    fireEvent.click(await screen.findByRole('button', { name: 'Leave everything as it is' }));
    expect(screen.queryByRole('table')).toBeNull();
    expect(calls).toEqual([]);
  });

  it('is refused in one sentence when it is something else', async () => {
    open({ ok: false, code: 'not-directory' });
    choose();
    expect((await screen.findByRole('alert')).textContent).toBe(
      'This is a file of another kind, not a set-up file of Casebook. Nothing was changed.',
    );
  });

  it('says so when everything is here already', async () => {
    open({ ...PLAN, fresh: [], changed: [], refused: [] });
    choose();
    expect(await screen.findByText('Everything in this file is here already.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Take in \d/ })).toBeNull();
  });

  it('is written without the names of those who report, unless somebody wants them', async () => {
    const calls = open(PLAN);
    fireEvent.click(screen.getByRole('button', { name: 'Save the set-up as a file' }));
    expect(await screen.findByText(/with 4 things was handed to your downloads/)).toBeTruthy();
    fireEvent.click(screen.getByLabelText('Also the names of those who report problems'));
    fireEvent.click(screen.getByRole('button', { name: 'Save the set-up as a file' }));
    await expect.poll(() => calls).toEqual(['make false', 'deliver', 'make true', 'deliver']);
  });

  it('is not written when there is nothing in it', async () => {
    const calls = open(PLAN, 0);
    fireEvent.click(screen.getByRole('button', { name: 'Save the set-up as a file' }));
    expect(await screen.findByText('There is nothing to hand on yet.')).toBeTruthy();
    expect(calls).toEqual(['make false']);
  });
});
