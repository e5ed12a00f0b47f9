// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { AgreementTab } from '../../../components/providers/agreement/AgreementTab.tsx';
import { AvailabilityPart } from '../../../components/providers/board/AvailabilityPart.tsx';
import { WithDirectory } from '../../../components/providers/directory-context.tsx';
import { WithSaving } from '../../../components/providers/use-saving.tsx';
import { AppContext } from '../../../components/state/app.tsx';
import type { App } from '../../../components/state/app.tsx';
import { LocaleProvider } from '../../../components/state/locale.tsx';
import { createToasts } from '../../../components/ui/toasts.ts';
import type { DirectoryView } from '../../../lib/app/directory/directory-service.ts';
import { availabilityWindows } from '../../../lib/domain/accountability/availability-windows.ts';
import { exactly } from '../../../lib/domain/accountability/timeline.ts';
import type { Outage } from '../../../lib/domain/accountability/outages.ts';
import { agreement, type Agreement } from '../../../lib/domain/directory/agreement.ts';
import type { Provider } from '../../../lib/domain/directory/provider.ts';
import { issueId } from '../../../lib/domain/ledger/primitives.ts';
import type { Language } from '../../../lib/i18n/area.ts';
import { directoryOf } from '../../support/directory-things.ts';
import { MINUTE } from '../../support/timelines.ts';

afterEach(cleanup);

const CALENDAR = {
  id: 'c',
  name: 'Office',
  tz: 'UTC',
  versions: [{ validFrom: '2026-01-01', hours: { weekly: {} } }],
};
const care: Agreement = agreement.parse({
  id: 'a',
  providerId: 'p',
  type: 'sla',
  name: 'Care',
  tz: 'UTC',
  versions: [{ validFrom: '2026-01-01', calendarId: 'c', targets: { P1: { responseMin: 60 } } }],
});
const provider: Provider = { id: 'p', name: 'Acme', kind: 'msp', channels: [] };

function inLanguage(language: Language, what: preact.ComponentChildren) {
  const tag = language === 'de' ? 'de-DE' : 'en-GB';
  return (
    <LocaleProvider locale={{ language, tag }} zone="UTC">
      {what}
    </LocaleProvider>
  );
}

/** The tab of the agreement with its form open; what is saved is collected. */
function openForm(language: Language, open: string): unknown[] {
  const saved: unknown[] = [];
  const directory = directoryOf([
    { kind: 'provider', value: provider },
    { kind: 'calendar', value: CALENDAR },
    // Drafts outlive a form: each language has an agreement of its own.
    { kind: 'agreement', value: { ...care, id: language } },
  ]);
  const view: DirectoryView = { directory, managed: new Set(), managedProblem: null, conflicts: [] };
  const services = {
    directory: {
      live(listener: (view: DirectoryView) => void) {
        listener(view);
        return () => undefined;
      },
      save(_: string, value: unknown) {
        saved.push(value);
        return Promise.resolve({ ok: true, masked: 0, undo: null });
      },
    },
  };
  const app = { services: services as unknown as App['services'], toasts: createToasts() }; // as: only what is called
  render(
    <AppContext.Provider value={app}>
      {inLanguage(
        language,
        <WithSaving>
          <WithDirectory>
            <AgreementTab provider={provider} />
          </WithDirectory>
        </WithSaving>,
      )}
    </AppContext.Provider>,
  );
  fireEvent.click(screen.getByRole('button', { name: open }));
  return saved;
}

const write = (name: string | RegExp, value: string) =>
  fireEvent.input(screen.getByRole('textbox', { name }), { target: { value } });
const choose = (name: string | RegExp, value: string) =>
  fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } });

describe('the form of an agreement', () => {
  it('says in one sentence what it cannot take, leads there, and saves a version beside the old one', async () => {
    const saved = openForm('en', 'Change from a date…');
    choose('Availability', 'agreed');
    write('Promised, in percent', '101');
    fireEvent.click(screen.getByRole('button', { name: 'Add a credit tier' }));
    const added = screen.getByRole('textbox', { name: /^Tier 1: availability/ });
    await waitFor(() => expect(document.activeElement).toBe(added));
    write(/^Tier 1: availability/, '99');
    fireEvent.click(screen.getByRole('button', { name: 'Save version' }));
    const field = screen.getByRole('textbox', { name: 'Promised, in percent' });
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
      'Write a share above 0 and up to 100, like 99.9.',
      'Write a whole number from 1 to 100.',
    ]);
    expect(saved).toEqual([]);

    write('Promised, in percent', '99.5');
    write(/^Tier 1: credit/, '10');
    write('What a claim needs', 'times\nlogs');
    write('Misses', '3');
    write('Within months', '6');
    fireEvent.click(screen.getByRole('button', { name: 'Save version' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    const { versions } = agreement.parse(saved[0]);
    expect(versions[0]).toEqual(care.versions[0]);
    expect(versions[1]).toMatchObject({
      targets: { P1: { responseMin: 60 } },
      availability: { targetMilliPercent: 99_500 },
      creditTiers: [{ belowMilliPercent: 99_000, creditPercent: 10 }],
      claim: { requiredEvidence: ['times', 'logs'] },
      chronicFailure: { misses: 3, inMonths: 6 },
    });
  });

  it('speaks German and takes the comma', async () => {
    const saved = openForm('de', 'Geltendes berichtigen …');
    choose('Verfügbarkeit', 'agreed');
    write('Zugesagt, in Prozent', '99,95');
    fireEvent.click(screen.getByRole('button', { name: 'Fassung speichern' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(agreement.parse(saved[0]).versions).toMatchObject([
      { availability: { targetMilliPercent: 99_950 } },
    ]);
  });
});

describe('availability on the board', () => {
  const AT = Date.UTC(2026, 2, 10, 9);
  const ISSUE = issueId.parse('0198c0de-0000-7000-8000-000000000001');
  const outage = (sure: boolean): Outage => ({
    issue: ISSUE,
    agreement: 'a',
    sure,
    spans: [{ from: exactly(AT), to: exactly(AT + 90 * MINUTE) }],
  });
  const [base] = care.versions;
  if (!base) throw new Error('It has a version.');
  const version = {
    ...base,
    availability: {
      targetMilliPercent: 99_900,
      unit: 'minutes',
      wholeMinutesOnly: false,
      excludesMaintenance: true,
    },
    creditTiers: [{ belowMilliPercent: 99_900, creditPercent: 10 }],
  } as const;
  const promised = agreement.parse({ ...care, versions: [version] });
  function show(language: Language, outages: readonly Outage[]) {
    const asOf = Date.UTC(2026, 3, 2);
    const windows = availabilityWindows({
      agreement: promised,
      outages,
      period: { from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 3, 1) },
      observedSince: 0,
      asOf,
    });
    render(
      inLanguage(
        language,
        <AvailabilityPart of={{ agreement: promised, windows }} named={false} asOf={asOf} />,
      ),
    );
    return within(screen.getByRole('row', { name: /2026/ }));
  }

  it('says what was achieved, how long it was down, what comes back, and leads to the issue', () => {
    const row = show('en', [outage(true)]);
    for (const text of ['March 2026', 'Not kept', '99.798%', '99.9%', '1 h 30 min', '10%'])
      expect(row.getAllByText(text)).toBeTruthy();
    expect(row.getByRole('link').getAttribute('href')).toBe(`#/log/${ISSUE}`);
  });

  it('says why it cannot be shown, and what it may have been, in German too', () => {
    const row = show('de', [outage(false)]);
    for (const text of [
      'März 2026',
      'Nicht zu zeigen',
      'Probleme ohne Priorität oder ohne Meldung können Ausfälle gewesen sein.',
      '99,798\u00A0% bis 100\u00A0%',
      '0 min bis 1 h 30 min',
      'keine',
      'bis zu 10\u00A0%',
    ])
      expect(row.getAllByText(text, { normalizer: (raw) => raw })).toBeTruthy();
  });
});
