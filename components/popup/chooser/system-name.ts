/** How pages put their own name behind what they show: "Invoices – Acme ERP", "Orders | Acme". */
const BETWEEN = / (?:[-–—|·•:›»]|::) /u;
/** Longer than this is a sentence, not the name of a system. */
const LONGEST = 40;

/** What the system of a page may be called: the last part of its title, else its host. */
export function suggestedName(title: string, host: string | null): string {
  const parts = title.split(BETWEEN);
  const last = parts.length > 1 ? (parts.at(-1)?.trim() ?? '') : '';
  if (last !== '' && last.length <= LONGEST && /\p{L}/u.test(last)) return last;
  return (host ?? '').replace(/^www\./, '');
}
