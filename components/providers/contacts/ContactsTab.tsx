import { useState } from 'preact/hooks';
import type { Contact } from '../../../lib/domain/directory/contact.ts';
import type { Provider } from '../../../lib/domain/directory/provider.ts';
import { providers } from '../../../lib/i18n/providers/providers.ts';
import { useApp } from '../../state/app.tsx';
import { useText } from '../../state/locale.tsx';
import { Button } from '../../ui/Button.tsx';
import { useDirectory } from '../directory-context.tsx';
import { contactsOf } from '../of-provider.ts';
import { ContactDialog } from './ContactDialog.tsx';
import { ContactLine } from './ContactLine.tsx';

/** Whom to call, and whom next. */
export function ContactsTab({ provider }: { provider: Provider }) {
  const t = useText(providers).contacts;
  const { directory: service } = useApp().services;
  const { directory } = useDirectory();
  const [editing, setEditing] = useState<Contact | null>(null);
  const contacts = contactsOf(directory, provider.id);
  const path = contacts.filter(({ escalationLevel }) => escalationLevel !== undefined);
  const others = contacts.filter(({ escalationLevel }) => escalationLevel === undefined);
  const blank = (): Contact => ({
    id: service.newId(),
    side: 'provider',
    providerId: provider.id,
    name: '',
    role: 'service_desk',
    channels: [{ kind: 'phone', address: '' }],
  });
  return (
    <section class="prov-sections" aria-label={t.heading}>
      {contacts.length === 0 && <p>{t.none}</p>}
      {path.length > 0 && (
        <section class="prov-part" aria-labelledby="prov-path">
          <h2 id="prov-path">{t.path}</h2>
          <p class="quiet">{t.pathText}</p>
          <ol class="prov-lines prov-path">
            {path.map((contact) => (
              <ContactLine key={contact.id} contact={contact} onEdit={() => setEditing(contact)} />
            ))}
          </ol>
        </section>
      )}
      {others.length > 0 && (
        <section class="prov-part prov-ruled" aria-labelledby="prov-others">
          <h2 id="prov-others">{path.length > 0 ? t.others : t.heading}</h2>
          <ul class="prov-lines">
            {others.map((contact) => (
              <ContactLine key={contact.id} contact={contact} onEdit={() => setEditing(contact)} />
            ))}
          </ul>
        </section>
      )}
      <div class="prov-actions">
        <Button variant={contacts.length === 0 ? 'primary' : 'plain'} onClick={() => setEditing(blank())}>
          {t.add}
        </Button>
      </div>
      {editing && <ContactDialog key={editing.id} contact={editing} onClose={() => setEditing(null)} />}
    </section>
  );
}
