import { useState } from 'preact/hooks';
import type { Attendee } from '../../../lib/domain/conversations/conversations-of.ts';
import { CONVERSATION_LIMITS } from '../../../lib/domain/conversations/parts.ts';
import { visibleText } from '../../../lib/domain/privacy/display.ts';
import { meeting } from '../../../lib/i18n/meeting/meeting.ts';
import { useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PageText } from '../../ui/PageText.tsx';
import type { MeetingModel } from './meeting-model.ts';
import { useKept } from './use-kept.ts';

const SIDES = ['us', 'provider', 'other'] as const;
const EMPTY = { role: '', name: '', side: 'us' };

/** Who is there, by role and side, in the order in which they were noted. */
export function PresentPart({ model }: Readonly<{ model: MeetingModel }>) {
  const t = useText(meeting).present;
  const said = useText(meeting).decisions;
  const { conversation, service, provider, actions, keys, drafts } = model;
  const about = { service, conversationId: conversation.id, field: 'attendee' };
  const { values, change, done } = useKept(about, EMPTY, drafts.get('attendee'));
  const [missing, setMissing] = useState(false);
  const sides = { ...t.sides, provider: visibleText(provider) };
  const say = (one: Attendee, gone = false, text?: string) =>
    actions.edited(
      service.say(
        conversation.id,
        { part: 'attendee', ...one, ...(gone ? { gone } : {}) },
        gone ? { part: 'attendee', ...one } : undefined,
      ),
      text,
    );
  async function add(): Promise<void> {
    const { role, name } = values;
    if (role.trim() === '') return setMissing(true);
    const side = SIDES.find((one) => one === values.side) ?? 'us';
    const named = name.trim() === '' ? {} : { name };
    const result = await say({ id: service.newId(), side, role, named: false, ...named });
    if (result.ok) done();
  }
  return (
    <section class="meet-part" aria-labelledby="meet-present">
      <h2 id="meet-present">{t.heading}</h2>
      <p class="quiet small">{t.hint}</p>
      <ul class="meet-list">
        {conversation.attendees.map((one) => (
          <li key={one.id} class="meet-person">
            <span>
              <PageText text={one.role} />
              {one.name !== undefined && (
                <span class="quiet">
                  {' '}
                  (<PageText text={one.name} />)
                </span>
              )}
              <span class="quiet small"> – {sides[one.side]}</span>
            </span>
            {one.name !== undefined && (
              <Checkbox
                label={t.named}
                checked={one.named}
                onChecked={(named) => void say({ ...one, named })}
              />
            )}
            <IconButton
              label={t.remove(visibleText(one.role))}
              icon="close"
              onClick={() => void say(one, true, said.removed)}
            />
          </li>
        ))}
      </ul>
      <form
        class="meet-row"
        aria-label={t.heading}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <TextField
          label={t.role}
          value={values.role}
          maxLength={CONVERSATION_LIMITS.role}
          dir="auto"
          autocomplete="off"
          controlRef={keys.field('w')}
          error={missing ? t.needRole : undefined}
          onText={(role) => {
            setMissing(false);
            change({ role });
          }}
        />
        <Select
          label={t.side}
          value={values.side}
          options={SIDES.map((value) => ({ value: String(value), label: sides[value] }))}
          onValue={(side) => change({ side })}
        />
        <TextField
          label={t.name}
          value={values.name}
          maxLength={CONVERSATION_LIMITS.role}
          dir="auto"
          autocomplete="off"
          onText={(name) => change({ name })}
        />
        <Button type="submit">{t.add}</Button>
      </form>
    </section>
  );
}
