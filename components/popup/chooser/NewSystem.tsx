import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SystemChoice, SystemOffers } from '../../../lib/app/client/system-view.ts';
import { visibleText } from '../../../lib/domain/privacy/display.ts';
import type { ChooserWords } from '../../../lib/i18n/chooser/chooser.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Combo } from './Combo.tsx';
import { newDirectoryId } from './new-id.ts';

type Props = Readonly<{
  t: ChooserWords;
  name: string;
  providers: SystemOffers['providers'];
  busy: boolean;
  onSave: (choice: Pick<SystemChoice, 'system' | 'provider'>) => void;
  /** Stands before the buttons. */
  children: ComponentChildren;
  back: ComponentChildren;
}>;

/** As many as are seen at once. */
const MOST = 4;

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** A new system in one step: its name, and who is responsible, as far as known. */
export function NewSystem({ t, name: suggested, providers, busy, onSave, children, back }: Props) {
  const [name, setName] = useState(suggested);
  const [by, setBy] = useState('');
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // Made once: a message that has to be sent twice must not make two.
  const ids = useRef({ system: newDirectoryId(), provider: newDirectoryId() });
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const typed = by.trim();
  const known = providers.find((one) => same(one.name, by));
  const found = known
    ? []
    : providers.filter((one) => one.name.toLowerCase().includes(typed.toLowerCase())).slice(0, MOST);

  function save(): void {
    if (name.trim() === '') {
      setMissing(true);
      field.current?.focus();
      return;
    }
    const made = typed === '' ? null : { id: ids.current.provider, name: typed };
    const provider = known ? { id: known.id } : made;
    onSave({ system: { id: ids.current.system, name: name.trim() }, ...(provider && { provider }) });
  }
  return (
    <form
      class="chooser-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField
        label={t.name}
        value={name}
        onText={setName}
        controlRef={field}
        error={missing && name.trim() === '' ? t.nameMissing : undefined}
        maxLength={200}
        autocomplete="off"
        dir="auto"
      />
      <Combo
        label={t.provider}
        listLabel={t.providers}
        placeholder={t.providerPlaceholder}
        value={by}
        onText={setBy}
        options={found.map((one) => ({
          key: one.id,
          text: visibleText(one.name),
          onPick: () => setBy(one.name),
        }))}
        first={-1}
        hint={typed === '' ? t.providerOpen : known ? t.providerKnown : t.providerNew(visibleText(typed))}
      />
      {children}
      <div class="chooser-actions">
        {back}
        <Button type="submit" variant="primary" busy={busy} onClick={() => undefined}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}
