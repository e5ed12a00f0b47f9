import { describe, expect, it } from 'vitest';
import { estimateBytes } from '../../../lib/app/export/estimate.ts';
import { FORMAT_GROUPS } from '../../../lib/export/formats/registry.ts';
import { defaultChoices } from '../../../lib/export/model/choices.ts';
import { planReport } from '../../../lib/export/plan.ts';
import { exported, makeIssue, sourceOf } from '../export/support.ts';
import { PICTURE, TOLD } from '../export/targets-support.ts';

/** A pack is tested on a real log, and is estimated by what is in it. */
const FORMATS = FORMAT_GROUPS.flatMap(({ formats }) => formats).filter((format) => format !== 'evidence');

describe('the size that the export dialog tells', () => {
  it.each(FORMATS)('is about that of the file: %s', async (format) => {
    const issues = [TOLD, ...Array.from({ length: 150 }, (_, i) => makeIssue(i))];
    const source = sourceOf(issues, [PICTURE]);
    const rows = await planReport(
      source,
      issues.map(({ id }) => id),
      { choices: defaultChoices(), mask: null },
      {},
    );
    const made = await exported(issues, [format], { source });
    const size = made.ok ? made.blob.size : 0;
    const { all } = estimateBytes(rows, [format]);
    expect(all).toBeGreaterThan(size / 2);
    expect(all).toBeLessThan(size * 2);
  });
});
