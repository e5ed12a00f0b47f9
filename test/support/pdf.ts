import { extractText, getDocumentProxy } from 'unpdf';

/** The text of each page and the size of the first, width and height in inches with one decimal. */
export async function readPdf(
  bytes: Uint8Array,
): Promise<Readonly<{ pages: readonly string[]; inches: readonly [number, number] }>> {
  const pdf = await getDocumentProxy(Uint8Array.from(bytes));
  const { text } = await extractText(pdf, { mergePages: false });
  const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
  const inches = (points: number) => Math.round((points / 72) * 10) / 10;
  return { pages: text.map((page) => page.replaceAll(/\s+/g, ' ')), inches: [inches(width), inches(height)] };
}
