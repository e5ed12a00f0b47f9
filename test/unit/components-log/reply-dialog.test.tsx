// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ReplyDialog } from '../../../components/evidence/ReplyDialog.tsx';
import type { Actions } from '../../../components/log/use-actions.ts';
import { AppContext } from '../../../components/state/app.tsx';
import type { App } from '../../../components/state/app.tsx';
import { createToasts } from '../../../components/ui/toasts.ts';
import type { ReplyChoice } from '../../../lib/app/replies/reply-service.ts';
import type { Issue } from '../../../lib/domain/issue/issue.ts';

configure({ asyncUtilTimeout: 8000 });
afterEach(cleanup);

const REPLY = {
  ok: true,
  side: null,
  contactId: null,
  stored: null,
  from: 'Jörg <support@provider.example>',
  subject: '[#4711] Invoices',
  text: '[#4711] Invoices\n<b>Restarted</b>',
  tickets: ['4711'],
  masked: 1,
  moment: { at: '2026-11-23T13:02:00.000Z', zone: 'Europe/Berlin', offsetMin: 60 },
};

function open(found: unknown) {
  const written: ReplyChoice[] = [];
  const fileOnly = vi.fn<() => void>();
  const closed = vi.fn<() => void>();
  const services = {
    replies: {
      look: async () => found,
      write: async (_: unknown, __: unknown, choice: ReplyChoice) => {
        written.push(choice);
        return { ok: true };
      },
    },
  };
  const app = { services, toasts: createToasts() } as unknown as App; // as: the dialog uses these only
  const actions = { edited: (result: unknown) => result, failed: () => undefined } as unknown as Actions; // as: likewise
  const issue = { id: 'i', key: 'K7-0001', timeline: [] } as unknown as Issue; // as: likewise
  const props = { issue, actions, file: new File(['x'], 'reply.eml'), onFileOnly: fileOnly, onClose: closed };
  render(
    <AppContext.Provider value={app}>
      <ReplyDialog {...props} />
    </AppContext.Provider>,
  );
  return { written, fileOnly, closed };
}

describe('the dialog of a mail', () => {
  it('shows as text what will be written, and writes it with what was chosen', async () => {
    const { written, closed } = open(REPLY);
    await screen.findByText(/belongs to nobody who is known here/);
    expect(screen.getByRole('group', { name: 'Text' }).textContent).toContain('<b>Restarted</b>');
    expect(written).toEqual([]);
    fireEvent.click(screen.getByRole('radio', { name: 'We' }));
    fireEvent.change(screen.getByLabelText('Ticket number in the subject'), { target: { value: '' } });
    fireEvent.click(screen.getByRole('button', { name: 'Write into the timeline' }));
    await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
    expect(written).toEqual([{ side: 'us', event: 'info_provided', ticket: null }]);
  });

  it('offers the number of the subject, and the file alone', async () => {
    const { written, fileOnly } = open({ ...REPLY, side: 'provider' });
    const number = await screen.findByLabelText('Ticket number in the subject');
    expect(number).toHaveProperty('value', '4711');
    fireEvent.click(screen.getByRole('button', { name: 'Keep as a file only' }));
    expect(fileOnly).toHaveBeenCalledOnce();
    expect(written).toEqual([]);
  });

  it.each([
    ['no-time', /no place in the timeline/, 1],
    ['known', /is here already/, 0],
  ])('says why it cannot be written (%s)', async (code, sentence, buttons) => {
    open({ ok: false, code });
    await screen.findByText(sentence);
    expect(screen.queryAllByRole('button', { name: 'Keep as a file only' })).toHaveLength(buttons);
    expect(screen.queryByRole('button', { name: 'Write into the timeline' })).toBeNull();
  });
});
