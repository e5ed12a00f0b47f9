/** For each place in the part: how much of its beginning is repeated there (Knuth, Morris and Pratt 1977). */
function borders(part: string): number[] {
  const found = [0];
  let length = 0;
  for (let i = 1; i < part.length; i += 1) {
    while (length > 0 && part[i] !== part[length]) length = found[length - 1] ?? 0;
    if (part[i] === part[length]) length += 1;
    found.push(length);
  }
  return found;
}

/** Where the part ends in the text at or after `from`; -1 when it is not there. Linear whatever the two are. */
function endOfPart(text: string, part: string, from: number): number {
  const border = borders(part);
  let length = 0;
  for (let i = from; i < text.length; i += 1) {
    while (length > 0 && text[i] !== part[length]) length = border[length - 1] ?? 0;
    if (text[i] === part[length]) length += 1;
    if (length === part.length) return i + 1;
  }
  return -1;
}

/** Whether the whole text fits; `*` stands for any characters, also none. O(text + glob). */
export function matchesGlob(text: string, glob: string): boolean {
  const [first = '', ...rest] = glob.split('*');
  const last = rest.pop();
  if (last === undefined) return text === glob;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  const middle = text.slice(0, end);
  let at = first.length;
  for (const part of rest) {
    if (part === '') continue;
    at = endOfPart(middle, part, at);
    if (at < 0) return false;
  }
  return at <= end;
}
