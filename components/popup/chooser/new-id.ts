/** A UUIDv7 (RFC 9562): the time in front, so that things of the directory keep the order in which they came to be. */
export function newDirectoryId(now: number = Date.now()): string {
  const time = now.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`;
}
