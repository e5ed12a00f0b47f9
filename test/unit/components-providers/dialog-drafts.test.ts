import { describe, expect, it } from 'vitest';
import {
  contactDraft,
  contactFrom,
  emptyChannels,
} from '../../../components/providers/contacts/contact-draft.ts';
import {
  providerDraft,
  providerFrom,
  providerProblems,
} from '../../../components/providers/provider/provider-draft.ts';
import { contact as contactSchema } from '../../../lib/domain/directory/contact.ts';
import type { Contact } from '../../../lib/domain/directory/contact.ts';
import { provider as providerSchema } from '../../../lib/domain/directory/provider.ts';
import type { Provider } from '../../../lib/domain/directory/provider.ts';

const contact: Contact = {
  id: 'c',
  side: 'us',
  providerId: 'p',
  teamId: 't',
  name: 'Desk',
  role: 'service_desk',
  escalationLevel: 2,
  channels: [{ kind: 'phone', address: '+49 30 1' }],
  tz: 'Europe/Berlin',
  from: '2026-01-01',
};
const provider: Provider = {
  id: 'p',
  name: 'Acme',
  kind: 'msp',
  tz: 'Europe/Berlin',
  language: 'de',
  channels: [{ kind: 'email', address: 'x@acme.example' }],
  statusPageUrl: 'https://status.acme.example',
  notes: 'n',
};

describe('a contact in its form', () => {
  it('comes out as it went in, with what the form does not show', () => {
    expect(contactFrom(contactDraft(contact), contact)).toEqual(contact);
  });
  it('needs no name, and drops a way that was left empty', () => {
    const draft = {
      ...contactDraft(contact),
      name: ' ',
      level: '',
      channels: [{ kind: 'phone', address: ' ' }],
    } as const;
    const blank = contactFrom({ ...draft, channels: [...draft.channels] }, contact);
    expect(blank).toMatchObject({ name: '', channels: [] });
    expect(blank).not.toHaveProperty('escalationLevel');
    expect(contactSchema.safeParse(blank).success).toBe(true);
  });
  it('asks for the number where several ways are named and one says nothing', () => {
    const channels: Contact['channels'] = [...contact.channels, { kind: 'email', address: '' }];
    expect(emptyChannels({ ...contactDraft(contact), channels })).toEqual([1]);
  });
  it('of their side has no team of ours', () => {
    expect(contactFrom({ ...contactDraft(contact), side: 'provider' }, contact)).not.toHaveProperty('teamId');
  });
});

describe('a provider in its form', () => {
  it('comes out as it went in, with what the form does not show', () => {
    expect(providerFrom(providerDraft(provider), provider)).toEqual(provider);
    expect(providerSchema.safeParse(providerFrom(providerDraft(provider), provider)).success).toBe(true);
  });
  it('says what is wrong, field by field', () => {
    const draft = { ...providerDraft(provider), tz: 'Moon', statusPageUrl: 'ftp://status.acme.example' };
    expect(providerProblems({ ...draft, name: ' acme' }, [{ ...provider, id: 'q' }])).toEqual({
      name: { taken: 'Acme' },
      tz: true,
      statusPageUrl: true,
    });
    expect(providerProblems({ ...providerDraft(provider), name: '' }, [])).toEqual({ name: 'missing' });
    expect(providerProblems(providerDraft(provider), [])).toEqual({});
  });
});
