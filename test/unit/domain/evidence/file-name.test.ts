import { describe, expect, it } from 'vitest';
import { savedFileName, shownFileName } from '../../../../lib/domain/evidence/file-name.ts';
import { STRINGS } from '../../../support/corpus/strings.ts';

describe('the name of a file', () => {
  it('is shown without what turns, hides or leads elsewhere', () => {
    expect(shownFileName('invoice\u202egpj.exe')).toBe('invoicegpj.exe');
    expect(shownFileName('../../etc/passwd')).toBe('passwd');
    expect(shownFileName('C:\\Users\\anna\\Fehler Übersicht.log')).toBe('Fehler Übersicht.log');
    expect(shownFileName('  .htaccess')).toBe('htaccess');
    expect(shownFileName('a\u200bb\u0000c.txt')).toBe('abc.txt');
    expect(shownFileName(`${'x'.repeat(300)}.pdf`)).toHaveLength(120);
    expect(shownFileName(`${'x'.repeat(300)}.pdf`)).toMatch(/\.pdf$/);
    expect(shownFileName('\u3164')).toBe('');
  });

  it('is saved with an ending that fits what the file is', () => {
    expect(savedFileName('Fehler Übersicht.log', 'text')).toBe('fehler-uebersicht.log');
    expect(savedFileName('evil.svg', 'text')).toBe('evil.svg.txt');
    expect(savedFileName('evil.html', 'text')).toBe('evil.html.txt');
    expect(savedFileName('setup.exe', 'other')).toBe('setup.exe.bin');
    expect(savedFileName('run.ps1', 'text')).toBe('run.ps1.txt');
    expect(savedFileName('Angebot.XLSX', 'other')).toBe('angebot.xlsx');
    expect(savedFileName('reply.exe', 'mail')).toBe('reply.eml');
    expect(savedFileName('', 'har')).toBe('untitled.har');
    expect(savedFileName('CON', 'pdf')).toBe('con_.pdf');
  });

  it.each(STRINGS.map(({ id, value }) => [id, value]))('is safe for %s', (_id, value) => {
    const shown = shownFileName(value);
    expect(shown.length).toBeLessThanOrEqual(120);
    expect(shown).not.toMatch(/[/\\\p{Cc}\p{Cf}]/u);
    expect(shown.isWellFormed()).toBe(true);
    for (const kind of ['text', 'mail', 'pdf', 'har', 'image', 'other'] as const)
      expect(savedFileName(value, kind)).toMatch(/^[a-z0-9_-]+(?:\.[a-z0-9]+){1,2}$/);
  });
});
