// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExportDialog } from '../../../components/data/ExportDialog.tsx';
import { AppContext } from '../../../components/state/app.tsx';
import type { App } from '../../../components/state/app.tsx';
import { createToasts } from '../../../components/ui/toasts.ts';
import { createExportService } from '../../../lib/app/export/export-service.ts';
import { DEFAULT_SETTINGS } from '../../../lib/app/settings/settings.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import { makeCapture, makeDescription, seedIssueId, withPicture } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';
import type { TestProfile } from '../../support/storage.ts';
import { bufferOf, openWithOpenssl } from '../../support/openssl-zip.ts';
import { realPicture } from '../export/support.ts';

// A busy machine needs longer than the library's second.
configure({ asyncUtilTimeout: 8000 });

const ALL = { kind: 'all' } as const;
let profile: TestProfile;
let store: Store;
let saved: { blob: Blob; name: string }[];
let app: App;

beforeEach(async () => {
  profile = testProfile(4);
  store = profile.store();
  const picture = realPicture(1, 2000);
  ok(await store.append(withPicture(1, picture), { blobs: [picture] }));
  ok(await store.append([makeCapture(2), makeDescription(2)]));
  saved = [];
  // happy-dom's Blobs do not survive the fake database's cloning; a browser's do.
  const readable: Store = { ...store, pictures: async (hashes) => hashes.map(() => picture) };
  const now = (): Date => new Date(profile.clock.ms);
  const zone = (): string => 'Europe/Berlin';
  const services = {
    exports: createExportService({
      store: readable,
      now,
      zone,
      version: '0.1.0',
      maskPersonal: async () => (text) => text,
      download: (blob, name) => void saved.push({ blob, name }),
    }),
    log: { picture: async () => null },
    settings: { get: async () => DEFAULT_SETTINGS, set: async () => DEFAULT_SETTINGS },
  };
  app = { services, toasts: createToasts() } as unknown as App; // as: the dialog uses these services only
});
afterEach(cleanup);

function open(onClose = () => {}) {
  return render(
    <AppContext.Provider value={app}>
      <ExportDialog open selection={ALL} onClose={onClose} />
    </AppContext.Provider>,
  );
}

describe('the export dialog', () => {
  it('lists exactly what goes out before anything is written', async () => {
    open();
    const list = await screen.findByRole('list', { name: 'Issues that go out' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
    expect(screen.getByText(/^2 issues, 1 picture, about/)).toBeTruthy();
    expect(saved).toEqual([]);
  });

  it('leaves out an issue that was taken out, and writes the ledger down afterwards', async () => {
    open();
    fireEvent.click(await screen.findByRole('checkbox', { name: /^Leave out .*-0001$/ }));
    fireEvent.click(screen.getByRole('radio', { name: 'Data' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Export 1 issue' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    const value = JSON.parse((await saved[0]?.blob.text()) ?? '') as {
      issues: { id: string }[];
      leftOut: object;
    }; // as: our own export
    expect(value.issues.map((issue) => issue.id)).toEqual([seedIssueId(2)]);
    expect(value.leftOut).toMatchObject({ issues: 1, pictures: 1 });
    await screen.findByText(/was written, read back and handed to your downloads/);
    const { ledger, n } = await store.own();
    const last = (await store.entries(ledger, n, 1))[0];
    expect(last?.kind).toBe('pack.exported');
  });

  it('says so when the file was made but the log could not note it', async () => {
    const { exports } = app.services;
    const deliver = async () => false;
    app = { ...app, services: { ...app.services, exports: { ...exports, deliver } } };
    open();
    fireEvent.click(await screen.findByRole('button', { name: 'Export 2 issues' }));
    expect(await screen.findByText(/the log could not note that it was exported/)).toBeTruthy();
  });

  it('masks personal data only when asked', async () => {
    open();
    const box = await screen.findByRole('checkbox', { name: /^Also mask e-mail addresses/ });
    expect(box).toHaveProperty('checked', false);
  });

  it('shows on demand everything that goes out of an issue', async () => {
    open();
    const buttons = await screen.findAllByRole('button', { name: /^Show everything that goes out of/ });
    const [first] = buttons;
    if (!first) throw new Error('There is no issue to open.');
    fireEvent.click(first);
    expect(await screen.findByText('Identifier')).toBeTruthy();
    expect(screen.getByText(String(seedIssueId(1)))).toBeTruthy();
  });

  it('looks again when a group of fields is left out', async () => {
    open();
    fireEvent.click(await screen.findByRole('checkbox', { name: 'All pictures' }));
    expect(await screen.findByText(/^2 issues, no pictures, about/)).toBeTruthy();
  });

  it.each([
    ['hands over what was written while the preview was read', 60_000, true],
    ['writes anew what was written so long ago that its time would mislead', 6 * 60_000, false],
  ])('%s', async (_, readFor, early) => {
    open();
    await screen.findByRole('button', { name: 'Export 2 issues' });
    fireEvent.click(screen.getByRole('radio', { name: 'Data' }));
    await new Promise((later) => setTimeout(later, 800));
    const written = new Date(profile.clock.ms).toISOString();
    profile.clock.ms += readFor;
    expect(saved).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Export 2 issues' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    const value = JSON.parse((await saved[0]?.blob.text()) ?? '') as { exportedAt: string }; // as: our own export
    expect(value.exportedAt <= written).toBe(early);
  });

  it('writes anew what was written ahead of a change elsewhere in the log', async () => {
    open();
    await screen.findByRole('button', { name: 'Export 2 issues' });
    fireEvent.click(screen.getByRole('radio', { name: 'Data' }));
    await new Promise((later) => setTimeout(later, 800));
    ok(await store.append(makeCapture(3)));
    const { n, link } = await store.own();
    fireEvent.click(screen.getByRole('button', { name: 'Export 2 issues' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    const value = JSON.parse((await saved[0]?.blob.text()) ?? '') as { ledgers: object[]; issues: object[] }; // as: our own export
    expect(value.ledgers).toMatchObject([{ n, link }]);
    expect(value.issues).toHaveLength(2);
  });

  it('asks for a password of some length, typed twice, before anything leaves with one', async () => {
    open();
    await screen.findByRole('button', { name: 'Export 2 issues' });
    fireEvent.click(screen.getByRole('radio', { name: 'Data' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Protect with a password' }));
    const type = (label: string, value: string) =>
      fireEvent.input(screen.getByLabelText(label), { target: { value } });
    const press = () => fireEvent.click(screen.getByRole('button', { name: 'Export 2 issues' }));
    type('Password', 'elevenchars');
    expect(screen.queryByRole('alert')).toBeNull();
    press();
    expect((await screen.findByRole('alert')).textContent).toBe('Too short: use at least 12 characters.');
    type('Password', 'twelve chars');
    type('Password again', 'twelve Chars');
    press();
    expect(await screen.findByText('The two passwords are not the same.')).toBeTruthy();
    expect(saved).toEqual([]);
    type('Password again', 'twelve chars');
    press();
    await screen.findByText(/^It opens only with the password/);
    const [file] = saved;
    if (file === undefined) throw new Error('Nothing was saved.');
    expect(file.name).toMatch(/_protected\.zip$/);
    const { name, bytes } = openWithOpenssl(await bufferOf(file.blob), 'twelve chars');
    expect(name).toBe('casebook.json');
    expect(JSON.parse(bytes.toString('utf8'))).toHaveProperty('issues');
    expect(document.body.innerHTML).not.toContain('twelve');
  });

  it('suggests a password, shows it, and says what it protects and what not', async () => {
    open();
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Protect with a password' }));
    const field = screen.getByLabelText('Password');
    expect(field).toHaveProperty('type', 'password');
    fireEvent.click(screen.getByRole('button', { name: 'Suggest a password' }));
    expect(screen.getByLabelText('Password')).toBe(field);
    expect(field).toHaveProperty('type', 'text');
    expect(field).toHaveProperty('value', expect.stringMatching(/^(?:[a-z]{4}-){6}[a-z]{4}$/));
    expect(screen.queryByLabelText('Password again')).toBeNull();
    const told = screen.getByRole('list', { name: 'What the password protects' }).textContent;
    for (const part of ['names of the files', 'Still to be seen', 'does not keep', 'Windows Explorer'])
      expect(told).toContain(part);
  });

  it('exports nothing when an issue changed meanwhile, and says which', async () => {
    open();
    await screen.findByRole('button', { name: 'Export 2 issues' });
    ok(await store.append({ ...makeDescription(1), at: '2026-05-01T00:00:00.000Z' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Export 2 issues' }));
    expect(await screen.findByText(/changed while you were looking/)).toBeTruthy();
    expect(saved).toEqual([]);
  });
});
