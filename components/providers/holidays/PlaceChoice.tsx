import { useMemo } from 'preact/hooks';
import type { HolidayBook, Place, PlaceCode } from '../../../lib/app/holidays/holiday-book.ts';
import { holidays } from '../../../lib/i18n/holidays/holidays.ts';
import { useLocale, useText } from '../../state/locale.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select } from '../../ui/Field.tsx';

type Props = Readonly<{
  book: HolidayBook;
  place: PlaceCode;
  years: readonly number[];
  offered: readonly number[];
  onPlace: (place: PlaceCode) => void;
  onYears: (years: readonly number[]) => void;
}>;

const choices = (places: readonly Place[], first: string) => [
  { value: '', label: first },
  ...places.map(({ code, name }) => ({ value: code, label: name })),
];

/** Country, then its states and their regions where there are any, then the years. */
export function PlaceChoice({ book, place, years, offered, onPlace, onYears }: Props) {
  const t = useText(holidays);
  const { tag } = useLocale();
  const { country, state = '', region = '' } = place;
  const countries = useMemo(() => choices(book.countries(tag), t.chooseCountry), [book, tag]);
  const states = useMemo(() => (country === '' ? [] : book.states(country, tag)), [book, tag, country]);
  const regions = useMemo(
    () => (state === '' ? [] : book.regions(country, state, tag)),
    [book, tag, country, state],
  );
  return (
    <>
      <div class="holidays-place">
        <Select
          label={t.country}
          value={country}
          options={countries}
          onValue={(value) => onPlace({ country: value })}
        />
        {states.length > 0 && (
          <Select
            label={t.state}
            value={state}
            options={choices(states, t.wholeCountry)}
            onValue={(value) => onPlace(value === '' ? { country } : { country, state: value })}
          />
        )}
        {regions.length > 0 && (
          <Select
            label={t.region}
            value={region}
            options={choices(regions, t.wholeState)}
            onValue={(value) =>
              onPlace(value === '' ? { country, state } : { country, state, region: value })
            }
          />
        )}
      </div>
      <fieldset class="holidays-when">
        <legend class="field-label">{t.years}</legend>
        {offered.map((year) => (
          <Checkbox
            key={year}
            label={String(year)}
            checked={years.includes(year)}
            onChecked={(on) => onYears(offered.filter((one) => (one === year ? on : years.includes(one))))}
          />
        ))}
      </fieldset>
    </>
  );
}
