import { readableLines } from './error-lines.ts';

/** An id or code that a vendor's support asks for, with the name printed beside it ('' when it stood alone). */
export type ErrorId = Readonly<{ label: string; value: string }>;

/** "Request ID", "Error code", "Reference #", "Vorgangsnummer", "Fehler-Code", "Digest"; English and German. */
const LABEL =
  /(?<![\p{L}\p{N}])(?:(?:request|correlation|trace|span|ray|session|activity|operation|transaction|event|error|exception|incident|support|case|log|diagnostics?|debug|tracking|report|instance|message|reference|ticket|job|client[ -]request|cloudflare ray|x-request|x-correlation|fehler|anfrage|anforderungs|korrelations|ablaufverfolgungs|sitzungs|aktivitäts|vorgangs|transaktions|ereignis|vorfalls?|störungs|meldungs|protokoll|referenz|bearbeitungs)[ _-]?(?:id|code|number|no\.?|nr\.?|nummer|kennung|#)|reference|referenz|incident|vorfall|ref\.?|digest|aktenzeichen|trace ?parent|ticket)(?: ?#)?(?=[\s:=]|$)/giu;
/** Between name and value: ":", "=", "is", "lautet", "(" … but at most a few characters. */
const GAP = /[\s:=#]{0,4}(?:(?:is|was|lautet|ist)[\s:]{1,3})?["'“„([]?/iuy;
const VALUE = /[\p{L}\p{N}][\p{L}\p{N}._:/+=~-]{1,99}/uy;
const UNIT_SEPARATED = /^(?:\d{3,4}[ -]){2,5}\d{2,6}$/u;

/** Codes that speak for themselves. */
const BARE =
  /(?<![\p{L}\p{N}_])(?:(?:ERR|NS_ERROR|SEC_ERROR|SSL_ERROR|PR|MOZILLA_PKIX_ERROR|DNS_PROBE|DLG_FLAGS)_[A-Z0-9_]{3,60}|AADSTS\d{4,7}|0x[0-9A-Fa-f]{8}|ORA-\d{5}|SQLSTATE\[\w{5}\]|HTTP(?: ERROR| Error)? [45]\d\d)(?![\p{L}\p{N}_])/gu;

/** Ids and codes in visible text, at most `max`, each once, in the order of the page. Linear. */
export function errorIdsIn(lines: readonly string[], max = 10): ErrorId[] {
  const found = new Map<string, ErrorId>();
  const read = readableLines(lines);
  for (const [index, line] of read.entries()) {
    for (const id of [...labelled(line, read[index + 1] ?? ''), ...bare(line)]) {
      const known = found.get(id.value);
      if (known === undefined || known.label === '')
        found.set(id.value, id.label === '' && known !== undefined ? known : id);
    }
    if (found.size >= max) break;
  }
  return [...found.values()].slice(0, max);
}

function labelled(line: string, next: string): ErrorId[] {
  const found: ErrorId[] = [];
  for (const match of line.matchAll(LABEL)) {
    const end = match.index + match[0].length;
    const rest = line.slice(end).trim();
    // A table or definition list: the value is the next element's whole text.
    const value = /^[:#=]?$/u.test(rest) ? ownLine(next) : valueAt(line, end);
    if (value !== null) found.push({ label: match[0].replace(/[\s:#.]+$/u, ''), value });
  }
  return found;
}

function valueAt(line: string, from: number): string | null {
  GAP.lastIndex = from;
  if (!GAP.test(line)) return null;
  const start = GAP.lastIndex;
  // A name without any mark behind it needs a value that cannot be a word.
  VALUE.lastIndex = start;
  const raw = VALUE.exec(line)?.[0] ?? '';
  return idOrNull(raw);
}

function ownLine(line: string): string | null {
  return line.length <= 100 && (!line.includes(' ') || UNIT_SEPARATED.test(line)) ? idOrNull(line) : null;
}

/** Ids have a digit; codes may be capitals with underscores. Words, dates of the page and plain times are neither. */
function idOrNull(raw: string): string | null {
  const value = raw.replace(/[.:,;/+=~)\]-]+$/u, '');
  if (value.length < 2 || value.length > 100) return null;
  if (/^\d{1,2}[:.]\d{2}/u.test(value)) return null;
  if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/u.test(value)) return value;
  if (!/\d/u.test(value)) return /^[A-Z]{4,20}$/u.test(value) ? value : null;
  return value;
}

function bare(line: string): ErrorId[] {
  return [...line.matchAll(BARE)].map((match) => ({ label: '', value: match[0] }));
}
