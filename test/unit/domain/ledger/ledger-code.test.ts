import { describe, expect, it } from 'vitest';
import { issueKey, ledgerCode } from '../../../../lib/domain/ledger/ledger-code.ts';
import { uuid } from '../../../support/domain-entries.ts';

describe('the readable key', () => {
  it('begins with a letter and a digit that cannot be misread or spell a word', () => {
    const codes = Array.from({ length: 2000 }, (_, i) => ledgerCode(uuid(i)));
    for (const code of codes) expect(code).toMatch(/^[A-HJ-NP-Z]\d$/u);
    expect(new Set(codes).size).toBeGreaterThan(200);
  });

  it('stays the same for the same ledger', () => {
    expect(ledgerCode(uuid(7))).toBe(ledgerCode(uuid(7)));
  });

  it('has at least four digits and grows past them', () => {
    expect(issueKey('K7', 42)).toBe('K7-0042');
    expect(issueKey('K7', 123456)).toBe('K7-123456');
  });
});
