import type { Chip } from '../../domain/evidence/page-evidence.ts';
import type { ReportWords } from './words.ts';

const MILLISECONDS = /^(\d{1,9}) ms$/;

function took(text: string, words: ReportWords): string | null {
  const found = MILLISECONDS.exec(text);
  return found ? words.took(words.duration(Number(found[1]))) : null;
}

/** A finding in words. What is stored in it is a bare fact, such as `4200 ms` or `503`: see `chipsOf`. */
export function findingText(chip: Chip, words: ReportWords): Readonly<{ label: string; value: string }> {
  const { kind, label, value, count = 1 } = chip;
  const times = count > 1 ? ` ×${count}` : '';
  if (kind === 'request-slow' || kind === 'request-failed') {
    const how = kind === 'request-slow' ? took(label, words) : label === '' ? null : `HTTP ${label}`;
    return { label: words.chipKind[kind], value: `${value}${times}${how === null ? '' : ` (${how})`}` };
  }
  const name = label === '' ? words.chipKind[kind] : label;
  if (kind === 'slow-page') return { label: name, value: took(value, words) ?? value };
  return { label: name, value: `${value}${times}` };
}
