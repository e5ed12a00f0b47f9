import { describe, expect, it } from 'vitest';
import { isServiceNow, recognise, TICKET_FIELDS } from '../../../../lib/domain/reconcile/fields.ts';
import { readPriority, readStatus, statusFits } from '../../../../lib/domain/reconcile/read-words.ts';

function named(headers: string[]): string {
  const found = recognise(headers);
  return TICKET_FIELDS.map((field) => {
    const at = found[field];
    return at === null ? '-' : headers[at];
  }).join(' | ');
}

describe('columns by their names', () => {
  it.each([
    [
      ['Summary', 'Issue key', 'Issue id', 'Status', 'Priority', 'Created', 'Resolved', 'Comment', 'Comment'],
      'Issue key | Summary | Priority | Status | Created | - | Resolved | -',
    ],
    [
      ['Zusammenfassung', 'Vorgangsschlüssel', 'Status', 'Priorität', 'Erstellt', 'Erledigt'],
      'Vorgangsschlüssel | Zusammenfassung | Priorität | Status | Erstellt | - | Erledigt | -',
    ],
    [
      [
        'number',
        'opened_at',
        'short_description',
        'priority',
        'state',
        'closed_at',
        'resolved_at',
        'correlation_id',
      ],
      'number | short_description | priority | state | opened_at | - | resolved_at | correlation_id',
    ],
    [
      ['Nummer', 'Geöffnet', 'Eröffnet', 'Kurzbeschreibung', 'Priorität', 'Status', 'Gelöst'],
      'Nummer | Kurzbeschreibung | Priorität | Status | Eröffnet | - | Gelöst | -',
    ],
    [
      ['ID', 'Subject', 'Priority', 'Ticket status', 'Created at', 'First reply at', 'Solved at'],
      'ID | Subject | Priority | Ticket status | Created at | First reply at | Solved at | -',
    ],
    [
      [
        'Ticket ID',
        'Subject',
        'Status',
        'Priority',
        'Created time',
        'Resolved time',
        'Initial response time',
      ],
      'Ticket ID | Subject | Priority | Status | Created time | Initial response time | Resolved time | -',
    ],
    [
      ['ID', 'Titel', 'Status', 'Eröffnungsdatum', 'Priorität', 'Lösungsdatum', 'Abschlussdatum'],
      'ID | Titel | Priorität | Status | Eröffnungsdatum | - | Lösungsdatum | -',
    ],
    [
      ['#', 'Titel', 'Priorität', 'Status', 'Erstellt am', 'First response at', 'Closed at'],
      '# | Titel | Priorität | Status | Erstellt am | First response at | Closed at | -',
    ],
    [
      ['number', 'title', 'state', 'created_at', 'closed_at'],
      'number | title | - | state | created_at | - | closed_at | -',
    ],
    [['__proto__', 'constructor', 'toString', ''], '- | - | - | - | - | - | - | -'],
  ])('%s', (headers, expected) => {
    expect(named(headers)).toBe(expected);
  });

  it('knows a file of ServiceNow, where numbers mean something', () => {
    expect(isServiceNow(['number', 'short_description', 'opened_at'])).toBe(true);
    expect(isServiceNow(['number', 'title', 'created_at'])).toBe(false);
  });
});

describe('words of tools', () => {
  it.each([
    ['P2', false, 2, 2],
    ['Prio 1', false, 1, 1],
    ['1 - Critical', false, 1, 1],
    // Zammad counts upwards: the word decides.
    ['3 high', false, 2, 2],
    ['1 low', false, 4, 5],
    ['Sehr hoch', false, 1, 1],
    ['Niedrig', false, 4, 5],
    ['4', true, 4, 4],
  ])('reads the priority %s', (cell, serviceNow, from, to) => {
    expect(readPriority(cell, serviceNow)).toEqual({ from, to });
  });

  it.each([['2'], ['major'], ['constructor'], [''], ['9 - whatever']])(
    'does not guess the priority %s',
    (cell) => {
      expect(readPriority(cell, false)).toBeNull();
    },
  );

  it('reads a status, by number only where that is known', () => {
    expect(readStatus('Gelöst', false)).toBe('solved');
    expect(readStatus('Waiting for customer', false)).toBe('waiting');
    expect(readStatus('6', true)).toBe('solved');
    expect(readStatus('6', false)).toBeNull();
    expect(readStatus('__proto__', false)).toBeNull();
  });

  it('sees a difference only where both cannot be true', () => {
    expect(statusFits('open', 'waiting_on_us')).toBe(true);
    expect(statusFits('waiting', 'with_provider')).toBe(false);
    expect(statusFits('waiting', 'on_hold')).toBe(true);
    expect(statusFits('closed', 'with_provider')).toBe(false);
    expect(statusFits('open', 'verified')).toBe(false);
    expect(statusFits('closed', 'resolved')).toBe(true);
    expect(statusFits('cancelled', 'verified')).toBe(false);
  });
});
