import { useRef, useState } from 'preact/hooks';
import type { Agreement } from '../../../lib/domain/directory/agreement.ts';
import { parseDate } from '../../../lib/domain/time/civil.ts';
import { isZone } from '../../../lib/domain/time/zone-offset.ts';
import { agreement as words } from '../../../lib/i18n/agreement/agreement.ts';
import { common } from '../../../lib/i18n/common/common.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useText } from '../../state/locale.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { useDraft } from '../use-draft.ts';
import { useFirstError } from '../use-first-error.ts';
import { useSaving } from '../use-saving.tsx';
import { ZoneField } from '../ZoneField.tsx';

const TYPES = ['sla', 'uc', 'ola', 'none'] as const satisfies readonly Agreement['type'][];

function draftOf({ name, type, documentRef = '', tz, noticePeriodDays, renewalDate = '' }: Agreement) {
  return { name, type, documentRef, tz, notice: noticePeriodDays?.toString() ?? '', renewal: renewalDate };
}

/** What belongs to the agreement as a whole; what holds from when is in its versions. */
export function AgreementDialog({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const t = useText(words);
  const p = useText(providers);
  const c = useText(common);
  const { save } = useSaving();
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const toFirstError = useFirstError(form);
  const draft = useDraft(`agreement ${agreement.id}`, () => draftOf(agreement));
  const { value, change } = draft;
  const problems = {
    name: value.name.trim() === '' ? p.problem.nameMissing : undefined,
    tz: isZone(value.tz) ? undefined : p.problem.zone,
    notice: /^\d{0,5}$/.test(value.notice.trim()) ? undefined : t.claim.amountMissing,
    renewal: value.renewal === '' || parseDate(value.renewal) !== null ? undefined : p.problem.date,
  };

  async function submit(): Promise<void> {
    setTried(true);
    if (Object.values(problems).some((problem) => problem !== undefined)) return toFirstError();
    const { id, providerId, versions } = agreement;
    const next: Agreement = {
      id,
      providerId,
      versions: [...versions],
      name: value.name.trim(),
      type: value.type,
      tz: value.tz,
      ...(value.documentRef.trim() === '' ? {} : { documentRef: value.documentRef.trim() }),
      ...(value.notice.trim() === '' ? {} : { noticePeriodDays: Number(value.notice) }),
      ...(value.renewal === '' ? {} : { renewalDate: value.renewal }),
    };
    if (!(await save('agreement', next, p.saving.saved(next.name)))) return;
    draft.drop();
    onClose();
  }
  const shown = tried ? problems : { name: undefined, tz: undefined, notice: undefined, renewal: undefined };
  return (
    <FormDialog
      open
      title={t.editNamed(agreement.name)}
      save={c.save}
      formRef={form}
      touched={draft.touched}
      onDiscard={draft.drop}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t.name}
        error={shown.name}
        value={value.name}
        maxLength={200}
        onText={(name) => change({ name })}
      />
      <Select
        label={t.type}
        value={value.type}
        options={TYPES.map((type) => ({ value: type, label: t.types[type] }))}
        onValue={(type) => change({ type })}
      />
      <TextField
        label={t.document}
        hint={t.documentHint}
        value={value.documentRef}
        maxLength={500}
        onText={(documentRef) => change({ documentRef })}
      />
      <ZoneField
        label={t.zone}
        hint={t.zoneHint}
        error={shown.tz}
        value={value.tz}
        onText={(tz) => change({ tz })}
      />
      <TextField
        label={t.notice}
        error={shown.notice}
        value={value.notice}
        maxLength={5}
        onText={(notice) => change({ notice })}
      />
      <TextField
        label={t.renewal}
        type="date"
        error={shown.renewal}
        value={value.renewal}
        onText={(renewal) => change({ renewal })}
      />
    </FormDialog>
  );
}
