import type { OpenTable, Reading } from '../../lib/app/reconcile/reconcile-service.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { reconcileWords } from '../../lib/i18n/reconcile/reconcile.ts';
import { TICKET_FIELDS, type TicketField } from '../../lib/domain/reconcile/fields.ts';
import { ZoneField } from '../providers/ZoneField.tsx';
import { useFormat, useText } from '../state/locale.tsx';
import { Select, TextField } from '../ui/Field.tsx';
import { daysOf, zoneIsKnown, type Days } from './period.ts';
import type { Order } from './use-comparison.ts';

type Props = Readonly<{
  table: OpenTable['table'];
  reading: Reading;
  /** null: nothing is to be chosen. */
  order: Order | null;
  days: Days | null;
  covered: Readonly<{ from: number; to: number }> | null;
  onReading: (change: Partial<Reading>) => void;
  onDays: (days: Days) => void;
}>;

const TOLERANCES = ['1', '5', '15', '60'] as const;
const EXAMPLE = 40;

/** Which column is which, and how its times are to be understood. */
export function ReadingForm({ table, reading, order, days, covered, onReading, onDays }: Props) {
  const t = useText(reconcileWords).screen;
  const { zone: ourZone } = useFormat();
  const { columns, zone, toleranceMin } = reading;
  const shown = days ?? (covered === null ? { from: '', to: '' } : daysOf(covered, ourZone));
  const options = [
    { value: '', label: t.noColumn },
    ...table.headers.map((header, index) => ({
      value: String(index),
      label: visibleText(header).slice(0, 80) || String(index + 1),
    })),
  ];
  const example = (field: TicketField): string | undefined => {
    const at = columns[field];
    const found = at === null ? undefined : table.rows.find(({ cells }) => (cells[at] ?? '').trim() !== '');
    const cell = at === null ? undefined : found?.cells[at];
    return cell === undefined ? undefined : t.example(visibleText(cell.trim()).slice(0, EXAMPLE));
  };
  return (
    <form class="recon-form" aria-label={t.howRead} onSubmit={(event) => event.preventDefault()}>
      <h3>{t.howRead}</h3>
      <p class="quiet">{t.howReadHint}</p>
      <div class="recon-fields">
        {TICKET_FIELDS.map((field) => (
          <Select
            key={field}
            label={t.column[field]}
            hint={example(field)}
            value={columns[field] === null ? '' : String(columns[field])}
            options={options}
            onValue={(value) =>
              onReading({ columns: { ...columns, [field]: value === '' ? null : Number(value) } })
            }
          />
        ))}
      </div>
      <div class="recon-fields">
        {order !== null && (
          <Select
            label={t.order}
            hint={order === 'both' ? t.orderBoth : t.orderHint}
            value={reading.order ?? ''}
            options={[
              { value: '', label: t.orderChoose },
              { value: 'dmy', label: t.orders.dmy },
              { value: 'mdy', label: t.orders.mdy },
            ]}
            onValue={(value) => onReading({ order: value === '' ? null : value })}
          />
        )}
        <ZoneField
          label={t.zone}
          hint={t.zoneHint}
          error={zoneIsKnown(zone) ? undefined : t.zoneUnknown}
          value={zone}
          onText={(text) => onReading({ zone: text })}
        />
        <Select
          label={t.tolerance}
          hint={t.toleranceHint}
          value={TOLERANCES.find((one) => Number(one) === toleranceMin) ?? '1'}
          options={TOLERANCES.map((value) => ({ value, label: t.minutes(Number(value)) }))}
          onValue={(value) => onReading({ toleranceMin: Number(value) })}
        />
        <TextField
          label={t.from}
          hint={t.periodHint}
          type="date"
          value={shown.from}
          onText={(from) => onDays({ ...shown, from })}
        />
        <TextField label={t.to} type="date" value={shown.to} onText={(to) => onDays({ ...shown, to })} />
      </div>
    </form>
  );
}
