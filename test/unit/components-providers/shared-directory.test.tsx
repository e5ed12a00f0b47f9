// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { AgreementTab } from '../../../components/providers/agreement/AgreementTab.tsx';
import { Notices } from '../../../components/providers/conflicts/Notices.tsx';
import { WithDirectory } from '../../../components/providers/directory-context.tsx';
import { SystemsTab } from '../../../components/providers/systems/SystemsTab.tsx';
import { WithSaving } from '../../../components/providers/use-saving.tsx';
import { AppContext } from '../../../components/state/app.tsx';
import type { App } from '../../../components/state/app.tsx';
import { LocaleProvider } from '../../../components/state/locale.tsx';
import { createToasts } from '../../../components/ui/toasts.ts';
import type { DirectoryView } from '../../../lib/app/directory/directory-service.ts';
import { foldDirectory } from '../../../lib/domain/directory/directory.ts';
import type { DirectoryConflict, Rival } from '../../../lib/domain/directory/directory.ts';
import type { DirectoryThing } from '../../../lib/domain/directory/read-entry.ts';
import type { Provider } from '../../../lib/domain/directory/provider.ts';
import type { System } from '../../../lib/domain/directory/system.ts';

const provider: Provider = { id: 'p', name: 'Acme', kind: 'msp', channels: [] };
const erp: System = {
  id: 's',
  name: 'ERP',
  providerId: 'p',
  patterns: [{ kind: 'host', pattern: 'erp.acme.example' }],
  environment: 'prod',
  criticality: 2,
  aliases: [],
};
const things: readonly DirectoryThing[] = [
  { kind: 'provider', value: provider },
  { kind: 'system', value: erp },
  {
    kind: 'agreement',
    value: {
      id: 'a',
      providerId: 'p',
      type: 'sla',
      name: 'Support',
      tz: 'UTC',
      versions: [{ validFrom: '2026-01-01', calendarId: 'c', targets: { P1: { responseMin: 60 } } }],
    },
  },
];

/** Written in another ledger at another time; only what the screen reads of an entry. */
function rival(value: System | null, ledger: string, holds: boolean): Rival {
  const entry = { ledger, n: 4, recordedAt: '2026-11-03T10:00:00.000Z' };
  const thing = value === null ? null : ({ kind: 'system', value } as const);
  return { thing, holds, entry: entry as Rival['entry'] }; // as: the rest of the entry is not shown
}

function setUp(
  part: Partial<DirectoryView>,
  conflicts: readonly DirectoryConflict[],
  what: preact.ComponentChildren,
) {
  const asked: unknown[] = [];
  const done = (said: unknown) => {
    asked.push(said);
    return Promise.resolve({ ok: true, masked: 0, undo: null });
  };
  const directory = { ...foldDirectory([], things), conflicts };
  const view: DirectoryView = { directory, managed: new Set(), managedProblem: null, conflicts, ...part };
  const services = {
    directory: {
      live(listener: (view: DirectoryView) => void) {
        listener(view);
        return () => undefined;
      },
      newId: () => 'new',
      save: (_: string, value: unknown) => done(value),
      saveAll: (all: unknown) => done(all),
      retire: (kind: string, id: string) => done(`retire ${kind} ${id}`),
    },
  };
  const app = { services: services as unknown as App['services'], toasts: createToasts() }; // as: only what is called
  render(
    <AppContext.Provider value={app}>
      <LocaleProvider locale={{ language: 'en', tag: 'en-GB' }} zone="Europe/Berlin">
        <WithSaving>
          <WithDirectory>
            <Notices />
            {what}
          </WithDirectory>
        </WithSaving>
      </LocaleProvider>
    </AppContext.Provider>,
  );
  return { asked, app };
}

afterEach(cleanup);

describe('a thing that was changed in two places', () => {
  const theirs: System = { ...erp, name: 'ERP and warehouse', criticality: 1 };
  const conflict: DirectoryConflict = {
    kind: 'system',
    id: 's',
    versions: [rival(erp, 'ours', true), rival(theirs, 'theirs', false)],
  };

  it('is announced, and shown side by side where the versions differ', () => {
    setUp({}, [conflict], <SystemsTab provider={provider} />);
    expect(screen.getByRole('link', { name: 'Look at ERP' }).getAttribute('href')).toBe(
      '#/providers/p/systems',
    );
    const part = within(screen.getByRole('region', { name: 'ERP was changed in two places' }));
    expect(part.getByText('ERP and warehouse')).toBeTruthy();
    expect(part.getByText('We cannot work without it')).toBeTruthy();
    expect(part.getByText(/holds now/)).toBeTruthy();
    // What both say the same is left out.
    expect(part.queryByText('Everything on erp.acme.example')).toBeNull();
  });

  it('is settled by keeping one of them', async () => {
    const { asked, app } = setUp({}, [conflict], <SystemsTab provider={provider} />);
    fireEvent.click(screen.getByRole('button', { name: 'Keep this one (Version 2)' }));
    await waitFor(() => expect(asked).toEqual([[{ kind: 'system', value: theirs }]]));
    await waitFor(() => expect(app.toasts.shown.value[0]?.text).toBe('ERP: settled.'));
  });

  it('may have been retired in one of them', async () => {
    const gone = { ...conflict, versions: [rival(erp, 'ours', true), rival(null, 'theirs', false)] };
    const { asked } = setUp({}, [gone], <SystemsTab provider={provider} />);
    fireEvent.click(screen.getByRole('button', { name: 'Keep this one (Version 2)' }));
    await waitFor(() => expect(asked).toEqual(['retire system s']));
  });
});

describe('what the organisation gave', () => {
  it('is marked, and offers nothing to change', () => {
    setUp({ managed: new Set(['s', 'a']) }, [], <SystemsTab provider={provider} />);
    expect(screen.getByText('Set by your organisation')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Edit ERP' })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull();
    expect(screen.queryByRole('textbox', { name: 'Add an address to ERP' })).toBeNull();
    cleanup();
    setUp({ managed: new Set(['s', 'a']) }, [], <AgreementTab provider={provider} />);
    expect(screen.getByText('Set by your organisation')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Change from a date/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Retire Support' })).toBeNull();
  });

  it('and cannot be read is said on every page', () => {
    setUp({ managedProblem: 'unreadable' }, [], null);
    expect(screen.getByText(/What your organisation set up cannot be read/)).toBeTruthy();
  });
});
