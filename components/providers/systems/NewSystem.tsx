import { useRef, useState } from 'preact/hooks';
import type { Provider } from '../../../lib/domain/directory/provider.ts';
import { readPattern } from '../../../lib/domain/directory/read-pattern.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useApp } from '../../state/app.tsx';
import { useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useDirectory } from '../directory-context.tsx';
import { useDraft } from '../use-draft.ts';
import { useFirstError } from '../use-first-error.ts';
import { useSaving } from '../use-saving.tsx';

const folded = (text: string) => text.trim().toLocaleLowerCase();

/** A name and, where it has one, an address. */
export function NewSystem({ provider }: { provider: Provider }) {
  const t = useText(providers);
  const { directory: service } = useApp().services;
  const { directory } = useDirectory();
  const { save } = useSaving();
  const draft = useDraft(`system of ${provider.id}`, () => ({ name: '', address: '' }));
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const toFirstError = useFirstError(form);
  const { name, address } = draft.value;
  const read = readPattern(address);
  const taken = [...directory.systems.values()].find((one) => folded(one.name) === folded(name));
  const nameProblem = name.trim() === '' ? t.problem.nameMissing : taken && t.problem.systemTaken(taken.name);
  const addressProblem = read.ok || read.problem === 'empty' ? undefined : t.pattern.problem[read.problem];

  async function add(): Promise<void> {
    setTried(true);
    if (nameProblem !== undefined || addressProblem !== undefined) return toFirstError();
    const value = {
      id: service.newId(),
      name: name.trim(),
      providerId: provider.id,
      patterns: read.ok ? [read.pattern] : [],
      environment: 'prod',
      criticality: 2,
      aliases: [],
    } as const;
    if (
      !(await save(
        'system',
        { ...value, patterns: [...value.patterns], aliases: [] },
        t.saving.added(value.name),
      ))
    )
      return;
    draft.drop();
    setTried(false);
  }
  return (
    <form
      class="prov-part prov-ruled prov-new"
      ref={form}
      noValidate
      aria-labelledby="prov-new-system"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <h2 id="prov-new-system">{t.systems.add}</h2>
      <div class="prov-row">
        <TextField
          label={t.systems.name}
          error={tried ? nameProblem : undefined}
          value={name}
          maxLength={200}
          autocomplete="off"
          onText={(typed) => draft.change({ name: typed })}
        />
        <TextField
          label={t.systems.address}
          placeholder="portal.acme.example"
          error={tried ? addressProblem : undefined}
          value={address}
          maxLength={600}
          dir="ltr"
          spellcheck={false}
          autocomplete="off"
          onText={(typed) => draft.change({ address: typed })}
        />
      </div>
      <div class="prov-actions">
        <Button type="submit">{t.systems.add}</Button>
      </div>
    </form>
  );
}
