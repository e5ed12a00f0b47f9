import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../../lib/domain/issue/issue.ts';
import type { IssuePicture } from '../../../../lib/domain/issue/issue-evidence.ts';
import { suggestedRedactions, uncovered } from '../../../../lib/domain/issue/suggested-redactions.ts';
import { foldIssue } from '../../../../lib/domain/issue/fold.ts';
import { entryOf, occurrence } from '../../../support/domain-entries.ts';

type Fields = readonly Readonly<{
  field: 'password' | 'card' | 'one-time-code';
  x: number;
  y: number;
  width: number;
  height: number;
}>[];

function issueWith(fields: Fields, picture: object): { issue: Issue; picture: IssuePicture } {
  const made = occurrence({ n: 1 });
  if (made.kind !== 'occurrence.captured') throw new Error('The helper made another kind of entry.');
  const body = {
    ...made.body,
    picture: {
      state: 'present' as const,
      sha256: 'a'.repeat(64),
      crc32: 1,
      bytes: 10,
      mime: 'image/png' as const,
      width: 1000,
      height: 800,
      ...picture,
    },
    evidence: {
      state: 'present' as const,
      requests: [],
      requestsSeen: 0,
      requestListFull: false,
      chips: [],
      sensitive: [...fields],
    },
  };
  const issue = foldIssue([entryOf({ kind: 'occurrence.captured', n: 1, body })], []);
  const shown = issue?.pictures[0];
  if (!issue || !shown) throw new Error('The issue has no picture.');
  return { issue, picture: shown };
}
const FIELD = { field: 'password', x: 10, y: 20, width: 100, height: 30 } as const;

describe('suggested redactions', () => {
  it('lie where the fields lay, in pixels of the picture, with a little more around them', () => {
    const { issue, picture } = issueWith([FIELD], { scalePercent: 200 });
    expect(suggestedRedactions(issue, picture)).toEqual([
      { area: { x: 14, y: 34, width: 212, height: 72 }, why: 'password' },
    ]);
  });

  it('follow a picture that was made smaller before it was stored', () => {
    const { issue, picture } = issueWith([FIELD], {
      scalePercent: 200,
      original: { width: 2000, height: 1600 },
    });
    expect(suggestedRedactions(issue, picture)[0]?.area).toEqual({ x: 7, y: 17, width: 106, height: 36 });
  });

  it('are cut to the picture, and left out beside it', () => {
    const { issue, picture } = issueWith(
      [
        { ...FIELD, x: -50, width: 60 },
        { ...FIELD, y: 5000 },
      ],
      { scalePercent: 100 },
    );
    expect(suggestedRedactions(issue, picture).map(({ area }) => [area.x, area.width])).toEqual([[0, 13]]);
  });

  it('are none where nobody measured, on added pictures, and once the original is gone', () => {
    const unmeasured = issueWith([FIELD], {});
    expect(suggestedRedactions(unmeasured.issue, unmeasured.picture)).toEqual([]);
    const { issue, picture } = issueWith([FIELD], { scalePercent: 100 });
    expect(suggestedRedactions(issue, { ...picture, evidenceId: 'e1' })).toEqual([]);
    expect(suggestedRedactions(issue, { ...picture, removedOriginal: 'b'.repeat(64) })).toEqual([]);
  });

  it('are done with once a redaction covers all of them', () => {
    const { issue, picture } = issueWith([FIELD], { scalePercent: 100 });
    const open = suggestedRedactions(issue, picture);
    const area = open[0]?.area ?? { x: 0, y: 0, width: 0, height: 0 };
    const covered = { type: 'redaction', id: 's1', ...area } as const;
    const empty = { v: 1, width: 1000, height: 800, shapes: [] } as const;
    expect(uncovered(open, { ...empty, shapes: [] })).toHaveLength(1);
    expect(uncovered(open, { ...empty, shapes: [covered] })).toEqual([]);
    expect(uncovered(open, { ...empty, shapes: [{ ...covered, width: area.width - 1 }] })).toHaveLength(1);
  });
});
