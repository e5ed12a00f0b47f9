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
import { ClaimField } from './ClaimField.tsx';
import { PolicyFields } from './PolicyFields.tsx';
import { TargetsEditor } from './TargetsEditor.tsx';
import { isFine, versionFrom, versionProblems } from './version-draft.ts';
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
  const problems: VersionProblems = tried ? found : { cells: new Map() };
  const calendars = byNameOf(directory.calendars.values()).map(({ id, name }) => ({
    value: id,
    label: name,
  }));

  async function submit(): Promise<void> {
    setTried(true);
    if (!isFine(found)) return toFirstError();
    const version = versionFrom(value);
    // With times agreed it is an agreement: what is only measured would never be judged.
    const judged = agreement.type === 'none' && Object.keys(version.targets).length > 0;
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
      <section class="prov-claims" aria-labelledby="prov-claims">
        <h4 id="prov-claims">{t.claim.heading}</h4>
        <p class="quiet small">{t.claim.text}</p>
        <ClaimField
          label={t.claim.notifyBy}
          tz={agreement.tz}
          value={value.notifyBy}
          before={value.base.claim?.notifyBy}
          problem={problems.notifyBy}
          onChange={(notifyBy) => change({ notifyBy })}
        />
        <ClaimField
          label={t.claim.fileBy}
          tz={agreement.tz}
          value={value.fileBy}
          before={value.base.claim?.fileBy}
          problem={problems.fileBy}
          onChange={(fileBy) => change({ fileBy })}
        />
      </section>
      <PolicyFields value={value} badPercent={problems.atRiskPercent === true} onChange={change} />
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
