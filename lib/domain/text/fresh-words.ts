/** Lines behind which a mail repeats the one it answers. */
const QUOTES = [
  /^-{2,}\s*(?:Original Message|Ursprüngliche Nachricht|Forwarded message|Weitergeleitete Nachricht)\s*-{2,}/iu,
  /^(?:On|Am) .{5,200}(?:wrote|schrieb)[^\n]{0,200}:\s*$/iu,
  /^_{10,}\s*$/u,
  /^(?:From|Von): .{1,300}$/iu,
];

/** What is new in an answer: without what it quotes, and without the signature. The whole text where nothing is left. */
export function freshWords(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const end = lines.findIndex((line) => line === '-- ' || QUOTES.some((quote) => quote.test(line)));
  const kept = (end < 0 ? lines : lines.slice(0, end)).filter((line) => !line.startsWith('>'));
  const fresh = kept
    .join('\n')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim();
  return fresh === '' ? text.trim() : fresh;
}
