import type { Contact } from '../../../lib/domain/directory/contact.ts';
import { thingOf } from '../../../lib/domain/directory/directory.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { PageText } from '../../ui/PageText.tsx';
import { ThingConflict } from '../conflicts/ThingConflict.tsx';
import { useDirectory } from '../directory-context.tsx';
import { ManagedMark } from '../ManagedMark.tsx';
import { useSaving } from '../use-saving.tsx';

/** One contact with the ways to reach them, the first one first. */
export function ContactLine({ contact, onEdit }: { contact: Contact; onEdit: () => void }) {
  const t = useText(providers);
  const { directory, managed } = useDirectory();
  const { retire } = useSaving();
  const { id, name, role, side, channels, escalationLevel, teamId } = contact;
  const called = name === '' ? t.contacts.roles[role] : name;
  const team = thingOf(directory, 'team', teamId);
  const facts = [
    ...(name === '' ? [] : [t.contacts.roles[role]]),
    side === 'provider' ? t.contacts.theirs : t.contacts.ours,
    ...(team === null ? [] : [team.name]),
  ];
  return (
    <li class="prov-line">
      <div class="prov-contact">
        {escalationLevel !== undefined && <span class="prov-level num">{escalationLevel}</span>}
        <div>
          <span class="prov-strong">
            <PageText text={called} />
          </span>
          <span class="prov-under">
            <PageText text={facts.join(' · ')} />
            {managed.has(id) && <ManagedMark />}
          </span>
        </div>
        <ul class="prov-channels">
          {channels.map(({ kind, address }, at) => (
            <li key={at}>
              <span class="quiet">{t.contacts.kinds[kind]}</span> <PageText text={address} />
            </li>
          ))}
        </ul>
        <ThingConflict kind="contact" id={id} name={called} />
      </div>
      {!managed.has(id) && (
        <div class="prov-actions">
          <Button size="s" aria-label={t.contacts.editNamed(called)} onClick={onEdit}>
            {t.contacts.edit}
          </Button>
          <Button
            size="s"
            variant="quiet"
            aria-label={t.contacts.retireNamed(called)}
            onClick={() => void retire('contact', id, t.saving.retired(called))}
          >
            {t.contacts.retire}
          </Button>
        </div>
      )}
    </li>
  );
}
