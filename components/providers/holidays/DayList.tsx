import { useMemo } from 'preact/hooks';
import { visibleText } from '../../../lib/domain/privacy/display.ts';
import { holidays } from '../../../lib/i18n/holidays/holidays.ts';
import { useFormat, useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { countTicked, isTicked, type Offer } from './offers.ts';

type Props = Readonly<{
  offers: readonly Offer[];
  ticked: ReadonlySet<string>;
  onTicked: (ticked: ReadonlySet<string>) => void;
}>;

/** The days by year, each with its box. */
export function DayList({ offers, ticked, onTicked }: Props) {
  const years = [...new Set(offers.map(({ year }) => year))];
  return (
    <div class="holidays-years">
      {years.map((year) => (
        <Year
          key={year}
          year={year}
          offers={offers.filter((offer) => offer.year === year)}
          ticked={ticked}
          onTicked={onTicked}
        />
      ))}
    </div>
  );
}

function Year({ year, offers, ticked, onTicked }: Props & Readonly<{ year: string }>) {
  const t = useText(holidays);
  const open = offers.filter(({ here }) => here !== 'already');
  const all = open.every(({ key }) => ticked.has(key));
  function tick(keys: readonly string[], on: boolean): void {
    const next = new Set(ticked);
    for (const key of keys) {
      if (on) next.add(key);
      else next.delete(key);
    }
    onTicked(next);
  }
  return (
    <fieldset class="holidays-year">
      <legend>{t.year(year, countTicked(offers, ticked))}</legend>
      {offers.map((offer) => (
        <Day
          key={offer.key}
          offer={offer}
          ticked={isTicked(ticked, offer)}
          onTicked={(on) => tick([offer.key], on)}
        />
      ))}
      {open.length > 1 && (
        <Button
          size="s"
          variant="quiet"
          onClick={() =>
            tick(
              open.map(({ key }) => key),
              !all,
            )
          }
        >
          {all ? t.noneOf(year) : t.allOf(year)}
        </Button>
      )}
    </fieldset>
  );
}

function Day({
  offer,
  ticked,
  onTicked,
}: {
  offer: Offer;
  ticked: boolean;
  onTicked: (on: boolean) => void;
}) {
  const t = useText(holidays);
  const format = useFormat();
  const dates = useMemo(
    () =>
      new Intl.DateTimeFormat(format.tag, {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        timeZone: 'UTC',
      }),
    [format.tag],
  );
  const { day, here, closedAnyway } = offer;
  const notes = [
    day.closedFrom === null ? '' : t.halfDay(day.closedFrom),
    day.doubt === 'bank' ? t.bank : day.doubt === 'some' ? t.some(visibleText(day.note)) : '',
    day.doubt === 'no_holiday' ? t.noHoliday : '',
    here === 'already' ? t.already : here === 'special' ? t.special : closedAnyway ? t.anyway : '',
  ].filter((note) => note !== '');
  return (
    <Checkbox
      checked={ticked}
      disabled={here === 'already'}
      onChecked={onTicked}
      label={
        <span class="holidays-day">
          <span class="holidays-date">{dates.format(new Date(`${day.date}T12:00:00Z`))}</span>{' '}
          <span>
            <bdi>{day.name === '' ? t.unnamed : visibleText(day.name)}</bdi>
            {notes.length > 0 && <span class="holidays-note">{notes.join(' · ')}</span>}
          </span>
        </span>
      }
    />
  );
}
