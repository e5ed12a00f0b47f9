import { z } from '../../domain/z.ts';
import { occurrenceCaptured } from '../../domain/issue/bodies.ts';
import type { NewEntry } from '../../domain/ledger/entry.ts';
import type { Environment, Evidence } from '../../domain/evidence/page-evidence.ts';
import type { ReasonCode } from '../../domain/evidence/reason.ts';
import { instant, int, issueId, text } from '../../domain/ledger/primitives.ts';
import type { CaptureId } from '../../domain/ledger/primitives.ts';
import type { Picture } from '../../domain/issue/picture.ts';
import { mergeMasked, totalMasked } from '../../domain/privacy/scrubber/scrubbed.ts';
import { BY_US } from '../moment.ts';
import type { PendingFacts } from './page-facts.ts';
import type { Findings } from './evidence-of.ts';

/** A capture as kept outside the ledger: all that is needed to append it later. */
export const captureRecord = z.strictObject({
  issueId,
  at: instant,
  zone: text(60),
  offsetMin: int,
  body: z.omit(occurrenceCaptured, { key: true }),
});
export type CaptureRecord = z.infer<typeof captureRecord>;

/** What goes into the ledger, in one transaction: text that was selected when the menu was opened says what is wrong. */
export function entriesOfRecord(record: CaptureRecord): readonly NewEntry[] {
  const captured: NewEntry = { kind: 'occurrence.captured', ...BY_US, ...record };
  const { body, ...when } = record;
  if (body.pointedAt?.kind !== 'selection') return [captured];
  return [captured, { kind: 'issue.described', ...BY_US, ...when, body: { text: body.pointedAt.text } }];
}

export type CaptureParts = Readonly<{
  captureId: CaptureId;
  facts: PendingFacts;
  picture: Picture;
  findings: Findings;
  environment: Environment;
  changedDuringCapture: boolean;
  tookMs: number;
}>;

export function recordOf(parts: CaptureParts): CaptureRecord {
  const { captureId, facts, findings } = parts;
  const { issueId: issue, at, zone, offsetMin, via, page } = facts;
  const rules = mergeMasked(facts.masked, findings.masked);
  return {
    issueId: issue,
    at,
    zone,
    offsetMin,
    body: {
      captureId,
      via,
      ...(facts.pointedAt ? { pointedAt: facts.pointedAt } : {}),
      page: {
        url: page.url,
        host: page.host,
        title: page.title,
        state: findings.state,
        ...(findings.httpStatus === null ? {} : { httpStatus: findings.httpStatus }),
        ...(page.truncated ? { truncated: true } : {}),
        ...(parts.changedDuringCapture ? { changedDuringCapture: true } : {}),
      },
      picture: parts.picture,
      evidence: findings.evidence,
      environment: parts.environment,
      masked: { total: totalMasked(rules), rules },
      tookMs: parts.tookMs,
    },
  };
}

/** The same capture without its picture. */
export function withoutPicture(record: CaptureRecord, reason: ReasonCode): CaptureRecord {
  return { ...record, body: { ...record.body, picture: { state: 'missing', reason } } };
}

export function withoutEvidence(record: CaptureRecord, reason: ReasonCode): CaptureRecord {
  const evidence: Evidence = { state: 'missing', reason, chips: [] };
  return { ...record, body: { ...record.body, evidence } };
}
