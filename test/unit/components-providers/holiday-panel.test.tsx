// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { HolidayPanel } from '../../../components/providers/HolidayPanel.tsx';
import { LocaleProvider } from '../../../components/state/locale.tsx';
import type { Exceptions } from '../../../lib/domain/directory/day-off.ts';
import type { OpeningHours } from '../../../lib/domain/time/calendar.ts';

configure({ asyncUtilTimeout: 15_000 });
afterEach(cleanup);

const WINDOWS: [string, string][] = [['09:00', '17:00']];
const HOURS: OpeningHours = {
  weekly: { mon: WINDOWS, tue: WINDOWS, wed: WINDOWS, thu: WINDOWS, fri: WINDOWS },
};

async function open(tag = 'en-DE', source?: string) {
  const applied: { exceptions: Exceptions; source: string }[] = [];
  render(
    <LocaleProvider locale={{ language: tag.startsWith('de') ? 'de' : 'en', tag }} zone="UTC">
      <HolidayPanel
        calendar={source === undefined ? {} : { source }}
        hours={HOURS}
        from="2026-11-28"
        onApply={(change) => applied.push(change)}
      />
    </LocaleProvider>,
  );
  const fold = screen.getByRole('group');
  fold.setAttribute('open', '');
  fireEvent(fold, new Event('toggle'));
  return applied;
}

describe('the holidays of a country', { timeout: 40_000 }, () => {
  it('are those of the reader’s country until somebody chooses, and become plain dates', async () => {
    const applied = await open();
    const states = await screen.findByLabelText('State or part of the country');
    fireEvent.change(states, { target: { value: 'BY' } });
    const year = await screen.findByRole('group', { name: /^2026/ });
    const epiphany = within(year).getByRole('checkbox', { name: /Epiphany/ });
    expect(epiphany).toHaveProperty('checked', true);
    expect(within(year).getByRole('checkbox', { name: /Christmas Eve.*closed from 14:00/ })).toHaveProperty(
      'checked',
      false,
    );
    fireEvent.click(epiphany);
    fireEvent.click(screen.getByRole('button', { name: /^Put \d+ days into the calendar$/ }));
    expect(applied).toHaveLength(1);
    expect(applied[0]?.source).toBe('DE-BY');
    expect(applied[0]?.exceptions).toMatchObject({ '2026-06-04': [], '2027-01-06': [] });
    expect(applied[0]?.exceptions).not.toHaveProperty('2026-01-06');
    expect(await screen.findByText(/days stand among the exceptions now/)).toBeTruthy();
  });

  it('are those from which the calendar has its days already', async () => {
    await open('en-US', 'DE-BY-A, closures.ics');
    expect(await screen.findByLabelText('Country')).toHaveProperty('value', 'DE');
    expect(screen.getByLabelText('Region')).toHaveProperty('value', 'A');
  });

  it('can be ticked and unticked by the year', async () => {
    await open();
    const year = await screen.findByRole('group', { name: /^2026/ });
    fireEvent.click(within(year).getByRole('button', { name: 'Tick all of 2026' }));
    fireEvent.click(within(year).getByRole('button', { name: 'Tick none of 2026' }));
    expect(screen.getByRole('group', { name: '2026: none' })).toBeTruthy();
  });

  it('speak German', async () => {
    await open('de-AT');
    expect(await screen.findAllByRole('checkbox', { name: /Nationalfeiertag/ })).toHaveLength(2);
  });
});

describe('the days of a calendar file', { timeout: 40_000 }, () => {
  const file = (text: string) => new File([text], 'closures.ics', { type: 'text/calendar' });
  async function choose(text: string) {
    const applied = await open();
    fireEvent.click(screen.getByLabelText('From a calendar file'));
    const input = await screen.findByLabelText('Choose an .ics file…', { selector: 'input' });
    fireEvent.change(input, { target: { files: [file(text)] } });
    return applied;
  }
  const calendar = (...events: string[]) =>
    [
      'BEGIN:VCALENDAR',
      ...events.map((event) => `BEGIN:VEVENT\r\n${event}\r\nEND:VEVENT`),
      'END:VCALENDAR',
    ].join('\r\n');

  it('are listed and taken, without the change of the clock', async () => {
    const applied = await choose(
      calendar(
        'SUMMARY:Inventory\r\nDTSTART;VALUE=DATE:20261230\r\nDTEND;VALUE=DATE:20270101',
        'SUMMARY:Daylight saving time ends\r\nDTSTART;VALUE=DATE:20261025',
        'SUMMARY:Meeting\r\nDTSTART:20261201T090000\r\nDTEND:20261201T100000',
      ),
    );
    expect(await screen.findByRole('checkbox', { name: /Daylight saving/ })).toHaveProperty('checked', false);
    expect(screen.getByText('1 entry has a time of day and was left out.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Put 2 days into the calendar' }));
    expect(applied[0]).toEqual({
      exceptions: { '2026-12-30': [], '2026-12-31': [] },
      source: 'closures.ics',
    });
  });

  it('are refused in one sentence when the file is something else', async () => {
    const applied = await choose('Hello');
    expect((await screen.findByRole('alert')).textContent).toBe(
      'This is not a calendar file (.ics), or it is damaged. Nothing was changed.',
    );
    expect(applied).toEqual([]);
  });
});
