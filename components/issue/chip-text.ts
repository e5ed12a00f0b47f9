import type { Chip } from '../../lib/domain/evidence/page-evidence.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import type { PopupWords } from '../../lib/i18n/popup/popup.ts';

/** Facts that mean nothing without their name. An id, an error text and a request with its status speak for themselves. */
const NAMED: ReadonlySet<Chip['kind']> = new Set<Chip['kind']>(['status', 'slow-page', 'request-failed']);

/** `https://api.example/v1/orders` → `/v1/orders`: the end is what differs; the whole address is in the detail. */
function shortAddress(address: string): string {
  const path = URL.canParse(address) ? new URL(address).pathname : '';
  return path.length > 1 ? path : address;
}

/** A finding in words: `Request ID 8f2c…`, `503 /api/invoices ×3`. Takes the words of `common` as well. */
export function chipText(chip: Chip, words: Pick<PopupWords, 'chipKind' | 'chipText'>): string {
  if (chip.kind === 'request-list-full') return words.chipText.requestListFull;
  const name = chip.label === '' && NAMED.has(chip.kind) ? words.chipKind[chip.kind] : chip.label;
  const value = chip.kind.startsWith('request-') ? shortAddress(chip.value) : chip.value;
  const text = [name, value].filter((part) => part !== '').join(' ');
  const shown = visibleText(text === '' ? words.chipKind[chip.kind] : text);
  return (chip.count ?? 1) > 1 ? words.chipText.timesCount(shown, chip.count ?? 1) : shown;
}
