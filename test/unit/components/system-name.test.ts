import { describe, expect, it } from 'vitest';
import { newDirectoryId } from '../../../components/popup/chooser/new-id.ts';
import { suggestedName } from '../../../components/popup/chooser/system-name.ts';

describe('what a new system may be called', () => {
  it.each([
    ['Invoices – Acme ERP', 'portal.acme.example', 'Acme ERP'],
    ['(3) Orders | Desk | Acme', 'x.example', 'Acme'],
    ['Sign in', 'www.portal.example', 'portal.example'],
    ['Report - 2026', 'portal.example', 'portal.example'],
    [`Home – ${'a sentence that goes on '.repeat(3)}`, 'portal.example:8443', 'portal.example:8443'],
    ['', null, ''],
    ['well-known page', 'a.example', 'a.example'],
  ])('of “%s” on %s: %s', (title, host, name) => {
    expect(suggestedName(title, host)).toBe(name);
  });

  it('has an id that tells when it was made', () => {
    const [early, late] = [newDirectoryId(1_000_000_000_000), newDirectoryId(1_700_000_000_000)];
    expect(early < late).toBe(true);
    expect(late).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(newDirectoryId()).not.toBe(newDirectoryId());
  });
});
