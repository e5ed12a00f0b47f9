const FORMS = [
  // "[#4711]", "[##4711##]", "(#4711)", "#4711"
  /#{1,2}(\d{3,12})(?=#{0,2}(?:\D|$))/gu,
  // "INC0012345", "CS1234567", "RITM0012345"
  /\b((?:INC|REQ|RITM|CS|CHG|PRB|TASK|SR|SUP)\d{4,12})\b/gu,
  // "SUPPORT-4711"
  /\b([A-Z][A-Z0-9]{1,9}-\d{1,9})\b/gu,
  // "Ticket 4711", "Case no. 00012345", "Vorgangsnummer: 4711"
  /\b(?:ticket|case|incident|request|vorgang|anfrage|störung|fall)(?:snummer|nummer|number|id)?(?:\s*(?:no|nr)\.?)?\s*[:#]?\s*(\d{3,12})\b/giu,
];

/** At most so many are offered. */
const MOST = 5;

/** Numbers in the subject of a mail under which the provider may know the issue, as they are written there. */
export function ticketsInSubject(subject: string): readonly string[] {
  const short = subject.slice(0, 500);
  const found = FORMS.flatMap((form) => [...short.matchAll(form)].map(([, number = '']) => number));
  return [...new Set(found)].slice(0, MOST);
}
