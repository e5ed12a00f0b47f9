import { useRef, useState } from 'preact/hooks';
import type { Contact } from '../../../lib/domain/directory/contact.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useText } from '../../state/locale.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { useDirectory } from '../directory-context.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { CONTACT_ROLES } from '../kinds.ts';
import { byNameOf } from '../of-provider.ts';
import { useDraft } from '../use-draft.ts';
import { useFirstError } from '../use-first-error.ts';
import { useSaving } from '../use-saving.tsx';
import { ChannelsField } from './ChannelsField.tsx';
import { contactDraft, contactFrom, emptyChannels, LEVELS } from './contact-draft.ts';
import type { ContactDraft } from './contact-draft.ts';

const SIDES = ['provider', 'us'] as const;

export function ContactDialog({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const t = useText(providers);
  const words = t.contacts;
  const { directory } = useDirectory();
  const { save } = useSaving();
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const toFirstError = useFirstError(form);
  const isNew = !directory.contacts.has(contact.id);
  // One that is not there yet has another id each time: what was typed for it must be found again.
  const key = isNew ? `contact of ${contact.providerId ?? ''}` : `contact ${contact.id}`;
  const draft = useDraft<ContactDraft>(key, () => contactDraft(contact));
  const { value, change } = draft;
  const empty = emptyChannels(value);

  async function submit(): Promise<void> {
    setTried(true);
    if (empty.length > 0) return toFirstError();
    const next = contactFrom(value, contact);
    const called = next.name === '' ? words.roles[next.role] : next.name;
    const said = isNew ? t.saving.added(called) : t.saving.saved(called);
    if (!(await save('contact', next, said))) return;
    draft.drop();
    onClose();
  }
  return (
    <FormDialog
      open
      title={isNew ? words.heading_.add : words.heading_.edit}
      save={words.save}
      formRef={form}
      touched={draft.touched}
      onDiscard={draft.drop}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Select
        label={words.role}
        value={value.role}
        options={CONTACT_ROLES.map((role) => ({ value: role, label: words.roles[role] }))}
        onValue={(role) => change({ role })}
      />
      <TextField
        label={words.name}
        hint={words.nameHint}
        value={value.name}
        maxLength={200}
        dir="auto"
        autocomplete="off"
        onText={(name) => change({ name })}
      />
      <ChannelsField
        value={value.channels}
        empty={tried ? empty : []}
        onChange={(channels) => change({ channels })}
      />
      <Select
        label={words.level}
        value={value.level}
        options={[
          { value: '', label: words.levelNone },
          ...LEVELS.map((level) => ({ value: level, label: words.levels(Number(level)) })),
        ]}
        onValue={(level) => change({ level })}
      />
      <Segmented
        legend={words.side}
        value={value.side}
        options={SIDES.map((side) => ({ value: side, label: words.sides[side] }))}
        onValue={(side) => side !== null && change({ side })}
      />
      {value.side === 'us' && directory.teams.size > 0 && (
        <Select
          label={words.team}
          value={value.teamId}
          options={[
            { value: '', label: words.teamNone },
            ...byNameOf(directory.teams.values()).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onValue={(teamId) => change({ teamId })}
        />
      )}
    </FormDialog>
  );
}
