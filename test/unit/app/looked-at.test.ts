import { describe, expect, it } from 'vitest';
import { watchFiles } from '../../../lib/app/backup/looked-at.ts';

const NOW = Date.UTC(2026, 10, 29, 12);
const file = (ageMs: number): File => new File(['zip'], 'backup.zip', { lastModified: NOW - ageMs });

/** A chosen file as Chromium has it once it was written to. */
function written(): File {
  const gone = () => Promise.reject(new DOMException('It was changed.', 'NotReadableError'));
  return Object.assign(file(60_000), { slice: () => Object.assign(new Blob(), { arrayBuffer: gone }) });
}

describe('chosen files that were looked at', () => {
  it.each([
    ['can be read as before', file(60_000), true, true],
    ['are several, all as before', [file(60_000), file(90_000)], true, true],
    ['were written to', written(), true, false],
    ['are several, one written to', [file(60_000), written()], true, false],
    ['had only just been written', file(3000), true, false],
    ['lie in a browser that does not notice', file(60_000), false, false],
    ['are no files of a disk', new Blob(['zip']), true, false],
  ])('certainly are the same, or not, when they %s', async (_, chosen, notices, same) => {
    expect(await watchFiles(chosen, notices, NOW)()).toBe(same);
  });
});
