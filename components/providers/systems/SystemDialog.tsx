import { useRef, useState } from 'preact/hooks';
import type { System } from '../../../lib/domain/directory/system.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { common } from '../../../lib/i18n/common/common.ts';
import { useText } from '../../state/locale.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { useDirectory } from '../directory-context.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { ENVIRONMENTS } from '../kinds.ts';
import { agreementsOf, providersOf } from '../of-provider.ts';
import { useDraft } from '../use-draft.ts';
import { useFirstError } from '../use-first-error.ts';
import { useSaving } from '../use-saving.tsx';
import { criticalityOf } from './criticality.ts';

const LEVELS = ['1', '2', '3'] as const;

function draftOf({ name, environment, criticality, aliases, providerId = '', agreementId = '' }: System) {
  const level = LEVELS[criticalityOf(criticality) - 1] ?? '2';
  return { name, environment, level, aliases: aliases.join(', '), providerId, agreementId };
}

const folded = (text: string) => text.trim().toLocaleLowerCase();

export function SystemDialog({ system, onClose }: { system: System; onClose: () => void }) {
  const t = useText(providers);
  const c = useText(common);
  const { directory } = useDirectory();
  const { save } = useSaving();
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const toFirstError = useFirstError(form);
  const draft = useDraft(`system ${system.id}`, () => draftOf(system));
  const { value, change } = draft;
  const taken = [...directory.systems.values()].find(
    ({ id, name }) => id !== system.id && folded(name) === folded(value.name),
  );
  const problem =
    value.name.trim() === '' ? t.problem.nameMissing : taken && t.problem.systemTaken(taken.name);
  const agreements = value.providerId === '' ? [] : agreementsOf(directory, value.providerId);

  async function submit(): Promise<void> {
    setTried(true);
    if (problem !== undefined) return toFirstError();
    const aliases = value.aliases.split(',').map((alias) => alias.trim().slice(0, 200)).filter((alias) => alias !== ''); // prettier-ignore
    const next: System = {
      id: system.id,
      patterns: [...system.patterns],
      name: value.name.trim(),
      environment: value.environment,
      criticality: Number(value.level),
      aliases: aliases.slice(0, 20),
      ...(value.providerId === '' ? {} : { providerId: value.providerId }),
      ...(agreements.some(({ id }) => id === value.agreementId) ? { agreementId: value.agreementId } : {}),
    };
    if (!(await save('system', next, t.saving.saved(next.name)))) return;
    draft.drop();
    onClose();
  }
  return (
    <FormDialog
      open
      title={t.systems.editNamed(system.name)}
      save={c.save}
      formRef={form}
      touched={draft.touched}
      onDiscard={draft.drop}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t.systems.name}
        error={tried ? problem : undefined}
        value={value.name}
        maxLength={200}
        onText={(name) => change({ name })}
      />
      <TextField
        label={t.systems.aliases}
        hint={t.systems.aliasesHint}
        value={value.aliases}
        maxLength={2000}
        onText={(aliases) => change({ aliases })}
      />
      <Select
        label={t.systems.environment}
        value={value.environment}
        options={ENVIRONMENTS.map((one) => ({ value: one, label: t.systems.environments[one] }))}
        onValue={(environment) => change({ environment })}
      />
      <Select
        label={t.systems.criticality}
        value={value.level}
        options={LEVELS.map((one) => ({ value: one, label: t.systems.criticalities[one] }))}
        onValue={(level) => change({ level })}
      />
      <Select
        label={t.systems.provider}
        value={value.providerId}
        options={[
          { value: '', label: t.list.choose },
          ...providersOf(directory).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onValue={(providerId) => change({ providerId, agreementId: '' })}
      />
      {agreements.length > 1 && (
        <Select
          label={t.systems.agreement}
          value={value.agreementId}
          options={[
            { value: '', label: t.systems.agreementNone },
            ...agreements.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onValue={(agreementId) => change({ agreementId })}
        />
      )}
    </FormDialog>
  );
}
