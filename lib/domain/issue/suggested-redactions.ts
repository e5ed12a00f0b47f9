import type { SensitiveField } from '../evidence/page-evidence.ts';
import type { Drawing, SecretField } from './drawing.ts';
import type { Issue } from './issue.ts';
import type { IssuePicture } from './issue-evidence.ts';
import type { PresentPicture } from './picture.ts';
import { redactionsOf } from './redaction-area.ts';
import type { Area } from './shape-geometry.ts';
import { covers, overlap } from './shape-geometry.ts';

/** A place on the picture that showed a field for a secret when it was taken. */
export type Suggestion = Readonly<{ area: Area; why: SecretField }>;

/** Frame and shadow of a field, in CSS pixels. */
const AROUND = 3;

/** Bitmap pixels of this picture per CSS pixel of the page; null where nobody measured. */
function scaleOf(picture: PresentPicture): number | null {
  if (picture.scalePercent === undefined) return null;
  const shrunk = picture.original === undefined ? 1 : picture.width / picture.original.width;
  return (picture.scalePercent / 100) * shrunk;
}

function placed(field: SensitiveField, picture: PresentPicture, scale: number): Suggestion[] {
  const x = Math.floor((field.x - AROUND) * scale);
  const y = Math.floor((field.y - AROUND) * scale);
  const right = Math.ceil((field.x + field.width + AROUND) * scale);
  const bottom = Math.ceil((field.y + field.height + AROUND) * scale);
  const whole = { x: 0, y: 0, width: picture.width, height: picture.height };
  const area = overlap({ x, y, width: right - x, height: bottom - y }, whole);
  return area === null ? [] : [{ area, why: field.field }];
}

/**
 * Fields for secrets as they lie on a picture of the visible page. Only the picture of the click itself shows the page
 * as it was measured; of a picture whose original is gone nobody knows what has been cut off.
 */
export function suggestedRedactions(issue: Issue, shown: IssuePicture): readonly Suggestion[] {
  if (shown.evidenceId !== null || shown.removedOriginal !== null) return [];
  const taken = issue.occurrences.find(({ body }) => body.captureId === shown.captureId);
  const evidence = taken?.body.evidence;
  const scale = scaleOf(shown.picture);
  if (evidence?.state !== 'present' || scale === null) return [];
  return (evidence.sensitive ?? []).flatMap((field) => placed(field, shown.picture, scale));
}

/** Those of them that no redaction covers yet. */
export function uncovered(suggestions: readonly Suggestion[], drawing: Drawing): readonly Suggestion[] {
  const done = redactionsOf(drawing);
  return suggestions.filter(({ area }) => !done.some((redaction) => covers(redaction, area)));
}
