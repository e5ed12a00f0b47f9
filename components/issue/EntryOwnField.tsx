import { timeline } from '../../lib/i18n/timeline/timeline.ts';
import { useText } from '../state/locale.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Select, TextField } from '../ui/Field.tsx';
import { LEVELS, PRIORITIES, REASONS, type EntryDraft } from './entry-draft.ts';

type Props = Readonly<{
  draft: EntryDraft;
  onDraft: (change: Partial<EntryDraft>) => void;
  badUntil: boolean;
}>;

/** What only one kind of event says, beside its text. */
export function EntryOwnField({ draft, onDraft, badUntil }: Props) {
  const t = useText(timeline).entry;
  const levels = (first: readonly { value: string; label: string }[]) => [
    ...first,
    ...PRIORITIES.map((value) => ({ value, label: `P${value}` })),
  ];
  switch (draft.event) {
    case 'acknowledged':
      return (
        <Checkbox
          label={t.automatic}
          checked={draft.automatic}
          onChecked={(automatic) => onDraft({ automatic })}
        />
      );
    case 'agreed_wait_started':
      return (
        <TextField
          label={t.until}
          type="datetime-local"
          value={draft.until}
          error={badUntil ? t.badUntil : undefined}
          onText={(until) => onDraft({ until })}
        />
      );
    case 'reported':
      return (
        <Select
          label={t.to}
          value={draft.to}
          options={levels([{ value: '', label: t.howUnsaid }])}
          onValue={(to) => onDraft({ to })}
        />
      );
    case 'priority_changed':
      return (
        <>
          <Select
            label={t.byWhom}
            value={draft.byWhom}
            options={[
              { value: 'us', label: t.ours },
              { value: 'provider', label: t.theirs },
            ]}
            onValue={(byWhom) => onDraft({ byWhom })}
          />
          <Select
            label={t.to}
            value={draft.to}
            options={levels([{ value: '', label: t.choose }])}
            onValue={(to) => onDraft({ to })}
          />
        </>
      );
    case 'escalated':
      return (
        <Select
          label={t.level}
          value={draft.level}
          options={LEVELS.map((value) => ({ value, label: value }))}
          onValue={(level) => onDraft({ level })}
        />
      );
    case 'reopened':
      return (
        <Select
          label={t.reason}
          value={draft.reason}
          options={REASONS.map((value) => ({ value, label: t.reasons[value] }))}
          onValue={(reason) => onDraft({ reason })}
        />
      );
    default:
      return null;
  }
}
