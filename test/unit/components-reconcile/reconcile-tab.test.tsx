// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { ReconcileTab } from '../../../components/reconcile/ReconcileTab.tsx';
import { AppContext } from '../../../components/state/app.tsx';
import type { App } from '../../../components/state/app.tsx';
import { LocaleProvider } from '../../../components/state/locale.tsx';
import { createReconcileService } from '../../../lib/app/reconcile/reconcile-service.ts';
import { ACME, DIRECTORY, office } from '../../support/accounts.ts';
import { ok } from '../../support/storage.ts';

configure({ asyncUtilTimeout: 8000 });
afterEach(cleanup);

const files: { name: string; blob: Blob }[] = [];

async function shown(): Promise<void> {
  const desk = office();
  ok(await desk.directory.saveAll(DIRECTORY));
  await desk.follower.settled();
  const { store, reader, now, zone } = desk.deps;
  const kept = new Map<string, unknown>();
  const service = createReconcileService({
    store,
    reader,
    now,
    zone,
    mask: () => Promise.resolve(null),
    local: {
      read: (key) => Promise.resolve(kept.get(key)),
      write: (key, value) => Promise.resolve(void kept.set(key, value)),
    },
    download: (blob, name) => void files.push({ name, blob }),
  });
  const app = {
    services: { reconcile: () => Promise.resolve(service), accounts: desk.accounts },
  } as unknown as App; // as: all that this tab uses
  render(
    <AppContext.Provider value={app}>
      <LocaleProvider locale={{ language: 'en', tag: 'en' }} zone="Europe/Berlin">
        <ReconcileTab provider={ACME} />
      </LocaleProvider>
    </AppContext.Provider>,
  );
}

function choose(text: string): void {
  const input = screen.getByLabelText('Choose ticket export', { selector: 'input' });
  fireEvent.change(input, { target: { files: [new File([text], 'tickets.csv')] } });
}

const preview = () =>
  screen.getByRole('region', { name: 'What goes out, as it goes out' }).shadowRoot?.textContent ?? '';

describe('their tickets on the screen', () => {
  it('ask for what nobody can know, and then show what goes out', async () => {
    await shown();
    choose('Number,Title,Created at\nINC-1,Printer,03/04/2026 10:00');
    await screen.findByText('Choose the order of day and month first.');
    fireEvent.change(screen.getByLabelText('Order of day and month'), { target: { value: 'dmy' } });
    await waitFor(() => expect(preview()).toContain('INC-1'));
    expect(preview()).toContain('Apr 3, 2026');
    fireEvent.click(screen.getByRole('button', { name: 'As table (CSV)' }));
    await screen.findByText(/^Saved as tickets-compared-acme/);
    expect(await files.at(-1)?.blob.text()).toContain('"INC-1"');
  });

  it('say in one sentence why a file is no ticket export', async () => {
    await shown();
    choose('Number,Title\n1,"never closed');
    await screen.findByText('The quotation mark that opens a cell in line 2 is never closed.');
  });
});
