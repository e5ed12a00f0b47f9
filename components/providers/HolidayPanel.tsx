import { useEffect, useMemo, useState } from 'preact/hooks';
import { placeText, type PlaceCode } from '../../lib/app/holidays/holiday-book.ts';
import type { DayOff, Exceptions } from '../../lib/domain/directory/day-off.ts';
import type { WorkingCalendar } from '../../lib/domain/directory/working-calendar.ts';
import type { OpeningHours } from '../../lib/domain/time/calendar.ts';
import { holidays } from '../../lib/i18n/holidays/holidays.ts';
import { useLocale, useText } from '../state/locale.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { DayList } from './holidays/DayList.tsx';
import { FileChoice } from './holidays/FileChoice.tsx';
import { countTicked, exceptionsWith, offersOf, sourcesWith, tickedAtFirst } from './holidays/offers.ts';
import { PlaceChoice } from './holidays/PlaceChoice.tsx';
import { useHolidayBook } from './holidays/use-holiday-book.ts';
import './setup.css';

type Props = Readonly<{
  /** Where its days came from so far is kept. */
  calendar: Pick<WorkingCalendar, 'source'>;
  /** The hours that are edited. */
  hours: OpeningHours;
  /** Today as plain date. */
  from: string;
  /** All exceptions the hours are to have from now on; nothing is saved by this. */
  onApply: (change: Readonly<{ exceptions: Exceptions; source: string }>) => void;
  disabled?: boolean;
}>;

type Way = 'place' | 'file';
const NO_DAYS: readonly DayOff[] = [];

/** The reader's own country is the likeliest one. */
function firstPlace(source: string | undefined, tag: string): PlaceCode {
  const [country, state, region] =
    /^([A-Z]{2})(?:-([^,-]+)(?:-([^,-]+))?)?/.exec(source ?? '')?.slice(1) ?? [];
  if (country === undefined) return { country: new Intl.Locale(tag).region ?? '' };
  return { country, ...(state === undefined ? {} : { state }), ...(region === undefined ? {} : { region }) };
}

/** Holidays of a country or days of a calendar file, listed, ticked, and put among the exceptions of some hours. */
export function HolidayPanel({ calendar, hours, from, onApply, disabled = false }: Props) {
  const t = useText(holidays);
  const { tag } = useLocale();
  const [open, setOpen] = useState(false);
  const [way, setWay] = useState<Way>('place');
  const book = useHolidayBook(open && way === 'place');
  const now = Number(from.slice(0, 4));
  const [place, setPlace] = useState(() => firstPlace(calendar.source, tag));
  const [years, setYears] = useState<readonly number[]>([now, now + 1]);
  const [file, setFile] = useState<Readonly<{ days: readonly DayOff[]; fileName: string }> | null>(null);
  const [applied, setApplied] = useState<number | null>(null);

  const known = book !== null && book !== 'failed' ? book : null;
  const days = useMemo(() => {
    if (way === 'file') return file?.days ?? NO_DAYS;
    return known === null || place.country === '' ? NO_DAYS : known.daysOff(place, years, tag);
  }, [way, file, known, place, years, tag]);
  const offers = useMemo(() => offersOf(hours, days), [hours, days]);
  // Not anew at every letter typed into the hours: what was unticked stays so.
  const atFirst = useMemo(() => tickedAtFirst(offersOf(hours, days)), [days]);
  const [chosen, setChosen] = useState<Readonly<{
    of: readonly DayOff[];
    ticked: ReadonlySet<string>;
  }> | null>(null);
  const ticked = chosen?.of === days ? chosen.ticked : atFirst;
  useEffect(() => setApplied(null), [days, ticked]);
  const count = countTicked(offers, ticked);

  function apply(): void {
    const added = way === 'file' ? (file?.fileName ?? '') : placeText(place);
    setApplied(count);
    onApply({
      exceptions: exceptionsWith(hours, offers, ticked),
      source: sourcesWith(calendar.source, added),
    });
  }
  return (
    <details class="setup-fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.summary}</summary>
      {open && (
        <div class="holidays">
          <Segmented<Way>
            legend={t.where}
            value={way}
            options={[
              { value: 'place', label: t.byPlace },
              { value: 'file', label: t.byFile },
            ]}
            onValue={(value) => setWay(value ?? 'place')}
          />
          {way === 'file' && <FileChoice years={{ from: now - 1, to: now + 5 }} onDays={setFile} />}
          {way === 'place' && book === null && <p class="holidays-loading">{t.loading}</p>}
          {book === 'failed' && way === 'place' && <Banner tone="problem">{t.loadFailed}</Banner>}
          {way === 'place' && known && (
            <PlaceChoice
              book={known}
              place={place}
              years={years}
              offered={[now - 1, now, now + 1, now + 2, now + 3]}
              onPlace={setPlace}
              onYears={setYears}
            />
          )}
          {offers.length > 0 ? (
            <>
              <DayList
                offers={offers}
                ticked={ticked}
                onTicked={(next) => setChosen({ of: days, ticked: next })}
              />
              <div class="setup-actions">
                <Button disabled={disabled || count === 0} onClick={apply}>
                  {t.apply(count)}
                </Button>
                <span class="quiet small">{t.plain}</span>
              </div>
            </>
          ) : (
            way === 'place' && known && <p class="quiet">{place.country === '' ? t.choosePlace : t.none}</p>
          )}
          <p class="holidays-applied" role="status">
            {applied !== null && t.applied(applied)}
          </p>
          {way === 'place' && <p class="quiet small">{t.attribution}</p>}
        </div>
      )}
    </details>
  );
}
