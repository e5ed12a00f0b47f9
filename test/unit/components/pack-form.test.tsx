// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MailTo } from '../../../components/conversations/MailTo.tsx';
import { PackIssues } from '../../../components/conversations/PackIssues.tsx';
import { PackPromises } from '../../../components/conversations/PackPromises.tsx';
import type { PackFacts } from '../../../lib/app/packs/pack-facts.ts';
import type { PackOrder } from '../../../lib/app/packs/pack-order.ts';
import { ACME, DIRECTORY, erpCapture, office } from '../../support/accounts.ts';
import { presentOf } from '../../support/evidence.ts';
import { heldEntries } from '../../support/held.ts';
import { PLAIN_ORDER, packFacts } from '../../support/packs.ts';
import { seedCaptureId, seedIssueId, seedPicture } from '../../support/seed.ts';
import { ok } from '../../support/storage.ts';

const AT = '2026-03-03T09:00:00.000Z';
let facts: PackFacts;
let key = '';

beforeAll(async () => {
  const desk = office();
  desk.profile.clock.ms = Date.parse('2026-03-20T12:00:00.000Z');
  const value = {
    id: 'c-desk',
    side: 'provider',
    providerId: ACME.id,
    name: 'Robin',
    role: 'service_desk',
    channels: [{ kind: 'email', address: 'desk@acme.example' }],
  } as const;
  ok(
    await desk.directory.saveAll([
      ...DIRECTORY,
      { kind: 'contact', value: { ...value, channels: [...value.channels] } },
    ]),
  );
  const made = erpCapture(1, AT);
  const picture = seedPicture(1);
  const body = { ...made.body, captureId: seedCaptureId(1), picture: presentOf(picture) };
  ok(await desk.store.append([{ ...made, body }, erpCapture(2, AT)], { blobs: [picture] }));
  const held = { id: 'c', providerId: ACME.id, startedAt: AT, endedAt: AT };
  ok(
    await desk.store.append(heldEntries({ ...held, decisions: [{ id: 'd1', text: 'Meet every quarter' }] })),
  );
  await desk.follower.settled();
  facts = await packFacts(desk, { providerId: ACME.id });
  key = facts.issues[0]?.shared?.key ?? '';
}, 30_000);
afterEach(cleanup);

/** Draws it anew with whatever was chosen. */
function form(Part: typeof PackIssues) {
  let order: PackOrder = PLAIN_ORDER;
  const draw = () => (
    <Part
      facts={facts}
      order={order}
      onOrder={(change) => {
        order = { ...order, ...change };
        rerender(draw());
      }}
    />
  );
  const { rerender } = render(draw());
  return () => order;
}
const box = (name: RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name });

describe('what goes into a pack', () => {
  it('holds no picture until somebody ticks it, beside the issues that have some', async () => {
    const order = form(PackIssues);
    const details = document.querySelector('details');
    if (details === null) throw new Error('The issues are behind a summary.');
    details.open = true;
    fireEvent(details, new Event('toggle'));
    expect(await screen.findAllByRole('checkbox')).toHaveLength(3);
    const picture = new RegExp(`^Show 1 picture of ${key}$`);
    expect(box(picture).checked).toBe(false);
    fireEvent.click(box(picture));
    expect([...order().pictured]).toEqual([seedIssueId(1)]);
    expect(box(picture).checked).toBe(true);
    // An issue that is left out shows no picture either.
    fireEvent.click(box(new RegExp(`^${key} `)));
    expect([...order().leftOut]).toEqual([seedIssueId(1)]);
    expect(screen.queryByRole('checkbox', { name: picture })).toBeNull();
  });

  it('tells the decisions of last time until they are taken out', () => {
    let untold: PackOrder['untold'] = new Set();
    const draw = () => (
      <PackPromises
        facts={facts}
        order={{ ...PLAIN_ORDER, untold }}
        onUntold={(next) => {
          untold = next;
          rerender(draw());
        }}
      />
    );
    const { rerender } = render(draw());
    expect(screen.getByText('Decisions and promises described: 1 of 1')).toBeTruthy();
    fireEvent.click(box(/^Meet every quarter$/));
    expect([...untold]).toEqual(['d1']);
    expect(screen.getByText('Decisions and promises described: 0 of 1')).toBeTruthy();
    fireEvent.click(box(/^Meet every quarter$/));
    expect([...untold]).toEqual([]);
  });

  it('shows whom a mail draft is for', () => {
    const said: string[] = [];
    const draw = (order: PackOrder) => <MailTo facts={facts} order={order} onTo={(to) => said.push(to)} />;
    const { rerender } = render(draw({ ...PLAIN_ORDER, kind: 'issue' }));
    const field = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Mail draft to' });
    expect(field().selectedOptions[0]?.textContent).toBe('Robin, Service desk, desk@acme.example');
    fireEvent.change(field(), { target: { value: '' } });
    expect(said).toEqual(['']);
    rerender(draw({ ...PLAIN_ORDER, kind: 'handover' }));
    expect(field().value).toBe('');
  });
});
