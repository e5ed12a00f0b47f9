/** At most `limit` UTF-16 code units, never cutting a character in two. */
export function cutAt(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit <= 0) return '';
  const last = text.charCodeAt(limit - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splitsPair ? limit - 1 : limit);
}
