// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { RestorePanel } from '../../../components/data/RestorePanel.tsx';
import { AppContext } from '../../../components/state/app.tsx';
import type { App } from '../../../components/state/app.tsx';
import { createToasts } from '../../../components/ui/toasts.ts';
import { ledgerId } from '../../../lib/domain/ledger/primitives.ts';
import type { RestoreResult, RestoreSummary } from '../../../lib/app/backup/backup-service.ts';

const LEDGER = ledgerId.parse('01a208b4-e2d0-715b-acec-9b23ee65337a');
configure({ asyncUtilTimeout: 8000 });
afterEach(cleanup);

const SUMMARY: RestoreSummary = {
  ok: true,
  ledgers: [],
  entries: 12,
  added: 9,
  withheld: 0,
  identical: 3,
  erased: 1,
  issues: 4,
  newIssues: 2,
  pictures: 2,
  pictureBytes: 1_500_000,
  missingPictures: 0,
  firstAt: '2026-01-05T07:00:00.000Z',
  lastAt: '2026-03-05T07:00:00.000Z',
  madeAt: '2026-11-20T09:00:00.000Z',
  version: '0.1.0',
  picturesInFile: 2,
  lostPictures: 0,
  unlisted: 0,
  hasSettings: true,
  pack: null,
};

const NEEDED: RestoreResult = { ok: false, code: 'password-needed', where: null };

/** `locked`: what opens the file; without it, it has no password. */
function open(inspected: RestoreResult, locked: string | null = null) {
  const restored: boolean[] = [];
  const plain = new Blob(['PK']);
  const services = {
    backup: {
      liveImports: () => () => undefined,
      inspect: async (files: readonly File[]) =>
        locked === null || files.every(({ size }) => size === plain.size + 1) ? inspected : NEEDED,
      unlock: async (_: readonly File[], password: string) =>
        password === locked
          ? { ok: true, files: [new Blob(['PK!'])] }
          : { ok: false, code: 'wrong-password', where: null },
      restore: async (_: Blob, withSettings: boolean) => {
        restored.push(withSettings);
        return inspected;
      },
    },
  };
  const app = { services, toasts: createToasts() } as unknown as App; // as: the panel uses this service only
  render(
    <AppContext.Provider value={app}>
      <RestorePanel />
    </AppContext.Provider>,
  );
  fireEvent.change(screen.getByLabelText('Choose a backup or pack…', { selector: 'input' }), {
    target: { files: [new File(['PK'], 'casebook-backup.zip')] },
  });
  return restored;
}

describe('the restore panel', () => {
  it('shows what a backup would do before it does anything', async () => {
    const restored = open(SUMMARY);
    expect(await screen.findByText('What casebook-backup.zip would do')).toBeTruthy();
    expect(screen.getByRole('row', { name: 'New entries 9' })).toBeTruthy();
    expect(screen.getByRole('row', { name: 'Entries it erases here 1' })).toBeTruthy();
    expect(restored).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Restore 9 entries' }));
    expect(await screen.findByText('9 entries were restored (2 issues).')).toBeTruthy();
    expect(restored).toEqual([false]);
  });

  it('takes over the settings only when asked to', async () => {
    const restored = open(SUMMARY);
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Also take over the settings' }));
    fireEvent.click(screen.getByRole('button', { name: 'Restore 9 entries' }));
    await screen.findByText('9 entries were restored (2 issues).');
    expect(restored).toEqual([true]);
  });

  it('offers nothing to restore when everything is here', async () => {
    open({ ...SUMMARY, added: 0, erased: 0 });
    expect(await screen.findByText(/There is nothing to restore/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Restore/ })).toBeNull();
  });

  it('says of a pack who signed it, what was kept back, and whose entries come', async () => {
    open({
      ...SUMMARY,
      withheld: 4,
      hasSettings: false,
      ledgers: [{ ledger: LEDGER, code: 'K7', own: false, known: false, entries: 12, added: 9, head: '' }],
      pack: { signature: { state: 'valid', key: 'SHA256:abc' }, reduced: 3 },
    });
    expect(await screen.findByRole('row', { name: /^Signature Valid, key SHA256:abc/ })).toBeTruthy();
    expect(screen.getByRole('row', { name: 'Log K7 12 entries, 9 new' })).toBeTruthy();
    expect(screen.getByRole('row', { name: /^Kept back by the sender.* 4$/ })).toBeTruthy();
    expect(screen.getByRole('row', { name: /shortened copy only.* 3$/ })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Take in 9 entries' }));
    expect(await screen.findByText('9 entries taken in.')).toBeTruthy();
  });

  it('asks for the password of a file that has one, says when it is wrong, and goes on with the right one', async () => {
    open(SUMMARY, 'gabo-mitu-selo');
    const field = await screen.findByLabelText('Password');
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(screen.getByText('casebook-backup.zip has a password')).toBeTruthy();
    const send = (value: string) => {
      fireEvent.input(screen.getByLabelText('Password'), { target: { value } });
      fireEvent.click(screen.getByRole('button', { name: 'Open' }));
    };
    send('gabo-mitu-sela');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('This password does not open the file.');
    expect(screen.getByLabelText('Password')).toHaveProperty('value', '');
    send('gabo-mitu-selo');
    expect(await screen.findByText('What casebook-backup.zip would do')).toBeTruthy();
  });

  it('says how many entries contradict', async () => {
    open({ ok: false, code: 'conflict', where: 'a 2', conflicts: 3 });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('3 entries contradict this log.');
  });

  it('says in one sentence why a file is refused, where, and that nothing was changed', async () => {
    open({ ok: false, code: 'newer-version', where: 'manifest.json' });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain(
      'made by a newer version of Casebook. Update Casebook, then restore it. Nothing was changed.',
    );
    expect(alert.textContent).toContain('manifest.json');
  });
});
