import { extractText, getDocumentProxy, getResolvedPDFJS } from 'unpdf';

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

/** The reader of PDF moves fonts by it; Node 20 has none. */
if (!('transferToFixedLength' in ArrayBuffer.prototype))
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    value(this: ArrayBuffer): ArrayBuffer {
      return structuredClone(this, { transfer: [this] });
    },
  });

/** How many pictures are drawn on each page. */
export async function picturesIn(bytes: Uint8Array): Promise<readonly number[]> {
  const { OPS } = await getResolvedPDFJS();
  const pdf = await getDocumentProxy(Uint8Array.from(bytes));
  const drawing = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);
  const counts: number[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { fnArray } = await (await pdf.getPage(number)).getOperatorList();
    counts.push(fnArray.filter((operation) => drawing.has(operation)).length);
  }
  return counts;
}
