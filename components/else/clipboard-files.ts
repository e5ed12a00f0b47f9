/** Endings for the kinds a clipboard may hold; the content is looked at anyway. */
const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
};

/** Pictures in the clipboard, read by a click; null where the browser does not let a button do that. */
export async function clipboardFiles(): Promise<readonly File[] | null> {
  try {
    const items = await navigator.clipboard.read();
    const files = await Promise.all(
      items.map(async (item) => {
        const type = item.types.find((one) => ENDINGS[one] !== undefined);
        if (type === undefined) return null;
        return new File([await item.getType(type)], `clipboard.${ENDINGS[type] ?? ''}`, { type });
      }),
    );
    return files.filter((file) => file !== null);
  } catch {
    return null;
  }
}
