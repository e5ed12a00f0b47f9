import { PLUS_MINUS } from '../../lib/app/else/else-draft.ts';
import type { Contact } from '../../lib/domain/directory/contact.ts';
import type { Issue } from '../../lib/domain/issue/issue.ts';
import { LIMITS } from '../../lib/domain/ledger/limits.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { timeline } from '../../lib/i18n/timeline/timeline.ts';
import { useApp } from '../state/app.tsx';
import { useFormat, useText } from '../state/locale.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Select, TextField } from '../ui/Field.tsx';
import { PageText } from '../ui/PageText.tsx';
import { whenWords, type EntryDraft } from './entry-draft.ts';
import { localMinute } from './local-minute.ts';
import { whenOf } from './when-text.ts';

type Props = Readonly<{
  issue: Issue;
  contacts: readonly Contact[];
  draft: EntryDraft;
  onDraft: (change: Partial<EntryDraft>) => void;
}>;

/** What a line may say besides: whom, under which number, how exactly, what shows it, and for whom it is. */
export function EntryMore({ issue, contacts, draft, onDraft }: Props) {
  const t = useText(timeline).entry;
  return (
    <div class="entry-more">
      <Exactly draft={draft} onDraft={onDraft} />
      <TextField
        label={t.ticket}
        hint={t.ticketHint}
        value={draft.ticket}
        maxLength={LIMITS.ticket}
        dir="auto"
        autocomplete="off"
        onText={(ticket) => onDraft({ ticket })}
      />
      {contacts.length > 0 && (
        <Select
          label={t.contact}
          value={draft.contactId}
          options={[
            { value: '', label: t.contactNone },
            ...contacts.map(({ id, name, role }) => ({
              value: id,
              label: visibleText(name === '' ? role : name),
            })),
          ]}
          onValue={(contactId) => onDraft({ contactId })}
        />
      )}
      <Checkbox
        label={t.internal}
        hint={t.internalHint}
        checked={draft.internal}
        onChecked={(internal) => onDraft({ internal })}
      />
      <Evidence issue={issue} draft={draft} onDraft={onDraft} />
    </div>
  );
}

/** The same time as the field in the line, for those who would rather pick than type. */
function Exactly({ draft, onDraft }: Pick<Props, 'draft' | 'onDraft'>) {
  const t = useText(timeline).entry;
  const now = useApp().services.log.now();
  const told = whenOf(draft.when, now);
  const named = (minutes: number): string =>
    minutes === 0 ? t.exactly : minutes < 60 ? t.minutes(minutes) : t.hours(minutes / 60);
  const known = told?.plusMinusMin ?? 0;
  const steps = [...new Set([0, 5, ...PLUS_MINUS, known])].toSorted((a, b) => a - b);
  return (
    <>
      <TextField
        label={t.precise}
        type="datetime-local"
        value={told === null ? '' : localMinute(told.at)}
        max={localMinute(now)}
        onText={(minute) => minute !== '' && onDraft({ when: minute.replace('T', ' ') + around(known) })}
      />
      <Select
        label={t.around}
        value={String(known)}
        options={steps.map((minutes) => ({ value: String(minutes), label: named(minutes) }))}
        onValue={(minutes) => told !== null && onDraft({ when: whenWords(told.at, Number(minutes)) })}
      />
    </>
  );
}

const around = (minutes: number): string => (minutes === 0 ? '' : ` ± ${minutes} min`);

function Evidence({ issue, draft, onDraft }: Omit<Props, 'contacts'>) {
  const t = useText(timeline).entry;
  const format = useFormat();
  const items = [
    ...issue.pictures.map(({ picture, caption, at }) => ({ sha256: picture.sha256, name: caption, at })),
    ...issue.files.map(({ file, at }) => ({ sha256: file.sha256, name: file.name, at })),
  ];
  if (items.length === 0) return null;
  return (
    <fieldset class="entry-evidence">
      <legend>{t.evidence}</legend>
      {items.slice(0, 20).map(({ sha256, name, at }) => (
        <Checkbox
          key={sha256}
          label={
            <>
              {name !== '' && <PageText text={name} />}{' '}
              <span class="quiet num">{format.weekdayTime(at)}</span>
            </>
          }
          checked={draft.evidence.includes(sha256)}
          onChecked={(checked) =>
            onDraft({
              evidence: checked
                ? [...draft.evidence, sha256]
                : draft.evidence.filter((one) => one !== sha256),
            })
          }
        />
      ))}
    </fieldset>
  );
}
