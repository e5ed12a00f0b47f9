import { describe, expect, it } from 'vitest';
import { chipText } from '../../../components/issue/chip-text.ts';
import { popup } from '../../../lib/i18n/popup/popup.ts';

const words = popup.en;

describe('a finding in words', () => {
  it('shows the path of a request, its status and how often', () => {
    const chip = {
      id: 'a',
      kind: 'request-failed',
      label: '503',
      value: 'https://api.acme.example/v1/invoices',
      count: 3,
    } as const;
    expect(chipText(chip, words)).toBe('503 /v1/invoices ×3');
    expect(chipText({ ...chip, label: '', count: 1 }, words)).toBe('Failed request /v1/invoices');
    expect(chipText({ ...chip, value: 'https://api.acme.example/' }, words)).toBe(
      '503 https://api.acme.example/ ×3',
    );
  });
  it('names what is only a number, and what has no text at all', () => {
    expect(chipText({ id: 'a', kind: 'status', label: '', value: '500' }, words)).toBe('Server answer 500');
    expect(chipText({ id: 'a', kind: 'error-page', label: '', value: '' }, words)).toBe('Browser error page');
    expect(chipText({ id: 'a', kind: 'request-list-full', label: '', value: '' }, words)).toContain(
      'More requests',
    );
  });
  it('leaves ids as the page printed them', () => {
    expect(chipText({ id: 'a', kind: 'error-id', label: 'Request ID', value: '8f2c' }, words)).toBe(
      'Request ID 8f2c',
    );
  });
});
