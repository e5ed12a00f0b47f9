import { createPauses } from '../../export/chunks.ts';
import type { AddingWork, Looked } from './adding.ts';
import type { MaskText } from './mask.ts';
import { canvasPainter } from './painter.ts';
import { prepare } from './prepare.ts';
import type { Chosen } from './prepare.ts';
import type { Prepared, Refused } from './prepared.ts';

/** One file after the other, so that no more than one is held unpacked. null: stopped. */
export async function look(
  chosen: readonly Chosen[],
  masks: Readonly<{ text: MaskText; url: MaskText }>,
  { signal, onProgress }: AddingWork,
): Promise<Looked | null> {
  const breathe = createPauses();
  const pause = (): Promise<void> | null => {
    signal?.throwIfAborted();
    return breathe();
  };
  const prepared: Prepared[] = [];
  const refused: Refused[] = [];
  try {
    for (const [index, one] of chosen.entries()) {
      onProgress?.(index, chosen.length);
      await pause();
      const result = await prepare(one, { masking: { ...masks, pause }, painter: canvasPainter });
      if ('ok' in result) refused.push(result);
      else prepared.push(result);
    }
    onProgress?.(chosen.length, chosen.length);
    return { prepared, refused };
  } catch (error) {
    if (signal?.aborted === true) return null;
    throw error;
  }
}
