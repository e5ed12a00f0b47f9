import { describe, expect, it } from 'vitest';
import { ticketsInSubject } from '../../../../lib/domain/issue/tickets-in-subject.ts';

describe('ticket numbers in a subject', () => {
  it.each([
    ['Re: [#4711] Invoices return 503', ['4711']],
    ['[##4711##] Rechnungen', ['4711']],
    ['INC0012345: orders do not load', ['INC0012345']],
    ['AW: SUPPORT-77 Druck geht nicht', ['SUPPORT-77']],
    ['Ticket 4711 received', ['4711']],
    ['Ihre Vorgangsnummer: 00012345', ['00012345']],
    ['Störung Nr. 815 und INC0012345', ['INC0012345', '815']],
    ['Invoices return 503', []],
    ['Order 2026-11-23', []],
    ['', []],
  ])('are found in %s', (subject, numbers) => {
    expect(ticketsInSubject(subject)).toEqual(numbers);
  });

  it('are offered once, and at most five of them, from a subject of any length', () => {
    expect(ticketsInSubject('#100 #100 #200 #300 #400 #500 #600')).toEqual([
      '100',
      '200',
      '300',
      '400',
      '500',
    ]);
    const before = performance.now();
    ticketsInSubject('A'.repeat(2_000_000));
    expect(performance.now() - before).toBeLessThan(200);
  });
});
