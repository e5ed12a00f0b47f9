const KEY = 'scrubSecret';

/** Where small values live: `storage.local`. */
export type LocalValues = Readonly<{
  read(key: string): Promise<unknown>;
  write(key: string, value: unknown): Promise<void>;
}>;

const isHex = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

/**
 * 32 random bytes made once per install. They key the short fingerprints of masked secrets, so that equal secrets can be
 * recognised within this log and nobody outside can test guesses. If it cannot be kept, a secret for this run only.
 */
export async function installSecret(
  local: LocalValues,
  random: (bytes: number) => Uint8Array,
): Promise<Uint8Array> {
  const stored = await local.read(KEY).catch(() => undefined);
  if (isHex(stored)) return fromHex(stored);
  const made = toHex(random(32));
  await local.write(KEY, made).catch(() => undefined);
  // Another window may have made one at the same moment: whoever wrote last is right for all.
  const settled = await local.read(KEY).catch(() => undefined);
  return fromHex(isHex(settled) ? settled : made);
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
    Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  );
}
