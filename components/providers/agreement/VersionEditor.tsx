import { useEffect, useRef, useState } from 'preact/hooks';
import type { Agreement } from '../../../lib/domain/directory/agreement.ts';
import { versionOn, withVersion } from '../../../lib/domain/directory/versions.ts';
import { agreement as words } from '../../../lib/i18n/agreement/agreement.ts';
import type { AgreementWords } from '../../../lib/i18n/agreement/agreement.ts';
import { common } from '../../../lib/i18n/common/common.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { useDirectory } from '../directory-context.tsx';
import { byNameOf } from '../of-provider.ts';
import { useFirstError } from '../use-first-error.ts';
import { usePlainDate } from '../use-plain-date.ts';
import { useSaving } from '../use-saving.tsx';
import { AvailabilityFields } from './AvailabilityFields.tsx';
import { ClaimsPart } from './ClaimsPart.tsx';
import { PolicyFields } from './PolicyFields.tsx';
import { RecurrenceFields } from './RecurrenceFields.tsx';
import { ChronicFields, ShareFields } from './ShareFields.tsx';
import { TargetsEditor } from './TargetsEditor.tsx';
import { isFine, NO_PROBLEMS, versionFrom, versionProblems } from './version-draft.ts';
import type { VersionDraft, VersionProblems } from './version-draft.ts';

type Props = Readonly<{
  agreement: Agreement;
  value: VersionDraft;
  onChange: (value: VersionDraft) => void;
  onDone: () => void;
}>;

/** What holds from a date on, or better words for what holds already. */
export function VersionEditor({ agreement, value, onChange, onDone }: Props) {
  const t = useText(words);
  const p = useText(providers);
  const c = useText(common);
  const { directory } = useDirectory();
  const { save } = useSaving();
  const plain = usePlainDate();
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const toFirstError = useFirstError(form);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
  const change = (part: Partial<VersionDraft>): void => onChange({ ...value, ...part });
  const found = versionProblems(value);
  const problems: VersionProblems = tried ? found : NO_PROBLEMS;
  const calendars = byNameOf(directory.calendars.values()).map(({ id, name }) => ({
    value: id,
    label: name,
  }));

  async function submit(): Promise<void> {
    setTried(true);
    if (!isFine(found)) return toFirstError();
    const version = versionFrom(value);
    // With times or availability agreed it is an agreement: what is only measured would never be judged.
    const says = Object.keys(version.targets).length > 0 || version.availability !== undefined;
    const judged = agreement.type === 'none' && says;
    const type = judged ? 'sla' : agreement.type;
    const next = { ...agreement, type, versions: withVersion(agreement.versions, version) };
    if (await save('agreement', next, t.editor.saved(agreement.name, plain(value.validFrom)))) onDone();
  }
  return (
    <form
      class="prov-editor"
      ref={form}
      noValidate
      aria-label={value.mode === 'change' ? t.editor.change : t.editor.correct}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h3>{value.mode === 'change' ? t.editor.change : t.editor.correct}</h3>
      {value.mode === 'change' ? (
        <TextField
          label={t.editor.from}
          hint={dateHint(agreement, value.validFrom, t, plain)}
          error={problems.validFrom && t.editor.dateMissing}
          type="date"
          value={value.validFrom}
          onText={(validFrom) => change({ validFrom })}
        />
      ) : (
        <p class="quiet">{t.editor.correctHint}</p>
      )}
      <Select
        label={t.calendar}
        hint={t.calendarHint}
        error={problems.calendarId && t.calendarMissing}
        value={value.calendarId}
        options={calendars}
        onValue={(calendarId) => change({ calendarId })}
      />
      <TargetsEditor
        value={value.targets}
        problems={problems.cells}
        calendars={calendars}
        onChange={(targets) => change({ targets })}
      />
      <ShareFields
        value={value.shares}
        problems={problems.shares}
        onChange={(shares) => change({ shares })}
      />
      <AvailabilityFields
        value={value.availability}
        problems={problems.availability}
        onChange={(availability) => change({ availability })}
      />
      <ClaimsPart
        agreement={agreement}
        value={value}
        problems={problems}
        calendars={calendars}
        onChange={change}
      />
      <ChronicFields
        value={value.shares}
        problems={problems.shares}
        onChange={(shares) => change({ shares })}
      />
      <PolicyFields value={value} badPercent={problems.atRiskPercent === true} onChange={change} />
      <RecurrenceFields
        value={value.recurrence}
        problems={problems.recurrence}
        onChange={(recurrence) => change({ recurrence })}
      />
      <div class="prov-actions">
        <Button type="submit" variant="primary">
          {t.editor.save}
        </Button>
        <Button onClick={onDone}>{c.cancel}</Button>
        <span class="quiet small">{p.draft}</span>
      </div>
    </form>
  );
}

/** What a date means among the versions that are there. */
function dateHint(
  { versions }: Agreement,
  date: string,
  t: AgreementWords,
  plain: (date: string) => string,
): string {
  if (versions.some(({ validFrom }) => validFrom === date)) return t.editor.replaces;
  const next = versions.find(({ validFrom }) => validFrom > date);
  if (next && date !== '') return t.editor.endsAt(plain(next.validFrom));
  return versionOn(versions, date) === null ? '' : t.editor.fromHint;
}
