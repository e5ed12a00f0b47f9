import type { Contact } from '../../../lib/domain/directory/contact.ts';

export type ContactDraft = Readonly<{
  side: Contact['side'];
  name: string;
  role: Contact['role'];
  /** '' = not on the escalation path. */
  level: '' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
  teamId: string;
  channels: Contact['channels'];
}>;

export const LEVELS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

export function contactDraft(contact: Contact): ContactDraft {
  const { side, name, role, escalationLevel, teamId = '', channels } = contact;
  const level = LEVELS.find((one) => Number(one) === escalationLevel) ?? '';
  return { side, name, role, level, teamId, channels };
}

/** Places of channels that say no number or address. One line that was never filled in is no mistake. */
export function emptyChannels({ channels }: ContactDraft): readonly number[] {
  if (channels.length === 1) return [];
  return channels.flatMap(({ address }, at) => (address.trim() === '' ? [at] : []));
}

/** The contact as the form says; what the form does not show stays. */
export function contactFrom(draft: ContactDraft, before: Contact): Contact {
  const { id, providerId, tz, from, to } = before;
  const channels = draft.channels
    .map(({ kind, address }) => ({ kind, address: address.trim() }))
    .filter(({ address }) => address !== '');
  return {
    id,
    side: draft.side,
    name: draft.name.trim(),
    role: draft.role,
    channels,
    ...(providerId === undefined ? {} : { providerId }),
    ...(draft.side === 'us' && draft.teamId !== '' ? { teamId: draft.teamId } : {}),
    ...(draft.level === '' ? {} : { escalationLevel: Number(draft.level) }),
    ...(tz === undefined ? {} : { tz }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}
