import { useRef, useState } from 'preact/hooks';
import type { Provider } from '../../../lib/domain/directory/provider.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useText } from '../../state/locale.tsx';
import { Select, TextArea, TextField } from '../../ui/Field.tsx';
import { useDirectory } from '../directory-context.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { PROVIDER_KINDS } from '../kinds.ts';
import { providersOf } from '../of-provider.ts';
import { useDraft } from '../use-draft.ts';
import { useFirstError } from '../use-first-error.ts';
import { useSaving } from '../use-saving.tsx';
import { ZoneField } from '../ZoneField.tsx';
import { providerDraft, providerFrom, providerProblems } from './provider-draft.ts';
import type { ProviderDraft } from './provider-draft.ts';

type Props = Readonly<{ provider: Provider; open: boolean; onClose: () => void }>;

export function ProviderDialog({ provider, open, onClose }: Props) {
  const t = useText(providers);
  const { directory } = useDirectory();
  const { save } = useSaving();
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const toFirstError = useFirstError(form);
  const draft = useDraft<ProviderDraft>(`provider ${provider.id}`, () => providerDraft(provider));
  const { value, change } = draft;
  const others = providersOf(directory).filter(({ id }) => id !== provider.id);
  const found = providerProblems(value, others);
  const problems = tried ? found : {};
  const close = (): void => {
    setTried(false);
    onClose();
  };

  async function submit(): Promise<void> {
    setTried(true);
    if (Object.keys(found).length > 0) return toFirstError();
    const next = providerFrom(value, provider);
    if (!(await save('provider', next, t.saving.saved(next.name)))) return;
    draft.drop();
    close();
  }

  return (
    <FormDialog
      open={open}
      title={t.provider.edit}
      save={t.provider.save}
      formRef={form}
      touched={draft.touched}
      onDiscard={draft.drop}
      onSubmit={() => void submit()}
      onClose={close}
    >
      <TextField
        label={t.provider.name}
        error={
          problems.name &&
          (problems.name === 'missing' ? t.problem.nameMissing : t.problem.nameTaken(problems.name.taken))
        }
        value={value.name}
        maxLength={200}
        onText={(name) => change({ name })}
      />
      <Select
        label={t.provider.kind}
        value={value.kind}
        options={PROVIDER_KINDS.map((kind) => ({ value: kind, label: t.kind[kind] }))}
        onValue={(kind) => change({ kind })}
      />
      <ZoneField
        label={t.provider.zone}
        error={problems.tz && t.problem.zone}
        value={value.tz}
        onText={(tz) => change({ tz })}
      />
      <TextField
        label={t.provider.statusPage}
        error={problems.statusPageUrl && t.problem.url}
        value={value.statusPageUrl}
        maxLength={2000}
        dir="ltr"
        onText={(statusPageUrl) => change({ statusPageUrl })}
      />
      <TextField
        label={t.provider.owner}
        value={value.contractOwner}
        maxLength={200}
        onText={(contractOwner) => change({ contractOwner })}
      />
      <TextArea
        label={t.provider.notes}
        value={value.notes}
        maxLength={2000}
        onText={(notes) => change({ notes })}
      />
    </FormDialog>
  );
}
