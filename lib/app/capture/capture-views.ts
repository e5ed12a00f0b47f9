import type { Issue } from '../../domain/issue/issue.ts';
import { removedChips } from '../../domain/issue/removed-chips.ts';
import type { CaptureId } from '../../domain/ledger/primitives.ts';
import { thumbnail } from '../../capture/picture.ts';
import type { Store } from '../../storage/types/store.ts';
import type { CaptureView, RecordedView } from '../client/protocol.ts';
import type { SystemView } from '../client/system-view.ts';
import type { SystemDesk } from '../directory/system-desk.ts';
import { codeOf } from './drafts.ts';
import type { CaptureRecord } from './capture-entry.ts';
import type { Journal } from './journal.ts';

type Deps = Readonly<{
  store: Pick<Store, 'issue' | 'issueOfCapture' | 'picture' | 'drafts'>;
  journal: Journal;
  systems: Pick<SystemDesk, 'view'>;
  draw?: (blob: Blob) => Promise<string>;
}>;

export type CaptureViews = Readonly<{
  /** Straight from what was just written: the acknowledgement waits for no further reading. */
  fresh(record: CaptureRecord, key: string): Promise<RecordedView>;
  /** What is on disk about a capture. */
  stored(id: CaptureId, continued?: boolean): Promise<CaptureView>;
  /** Draws the small picture and keeps it for the views that follow. */
  draw(id: CaptureId, blob: Blob): Promise<string>;
}>;

const MAX_THUMBS = 8;

export function createCaptureViews({ store, journal, systems, draw: drawn = thumbnail }: Deps): CaptureViews {
  const thumbs = new Map<CaptureId, string>();

  async function draw(id: CaptureId, blob: Blob): Promise<string> {
    const known = thumbs.get(id);
    if (known !== undefined) return known;
    const made = await drawn(blob);
    const oldest = thumbs.keys().next().value;
    if (thumbs.size >= MAX_THUMBS && oldest) thumbs.delete(oldest);
    thumbs.set(id, made);
    return made;
  }

  async function thumbOf(id: CaptureId, sha256: string): Promise<string> {
    const known = thumbs.get(id);
    if (known !== undefined) return known;
    const found = await store.picture(sha256);
    return 'missing' in found ? '' : draw(id, found.blob);
  }

  async function ofIssue(id: CaptureId, issue: Issue, continued: boolean): Promise<CaptureView> {
    const occurrence = issue.occurrences.find((o) => o.body.captureId === id);
    if (!occurrence) return { state: 'failed', code: 'unknown-capture' };
    const { body, at, zone } = occurrence;
    const draft = await store.drafts.get(id);
    const absorbed = issue.absorbed.find(({ issueId }) => issueId === occurrence.issueId);
    const removed = removedChips(issue.entries).get(id);
    const thumb = body.picture.state === 'present' ? await thumbOf(id, body.picture.sha256) : '';
    const told = issue.reported.some((report) => report.at >= at);
    const system = await systems.view(issue, at, told);
    return {
      ...facts({ ...occurrence, body, issueId: issue.id }, issue.key, continued, thumb, system),
      at,
      zone,
      chips: body.evidence.chips.filter((chip) => !removed?.has(chip.id)),
      text: draft?.text ?? (absorbed ?? issue).description,
      impact: issue.impact,
      urgency: issue.urgency,
      trashed: issue.trashed,
      ...(absorbed && { again: { title: issue.title, occurrences: issue.occurrences.length } }),
    };
  }

  async function stored(id: CaptureId, continued = false): Promise<CaptureView> {
    try {
      const issueId = await store.issueOfCapture(id);
      const issue = issueId && (await store.issue(issueId));
      if (issue) return await ofIssue(id, issue, continued);
    } catch (error) {
      return (await journalled(id)) ?? { state: 'failed', code: codeOf(error) };
    }
    return (await journalled(id)) ?? { state: 'failed', code: 'unknown-capture' };
  }

  async function journalled(id: CaptureId): Promise<CaptureView | null> {
    const line = await journal.get(id);
    return line?.capture ? journalledView(line.capture, line.text?.text ?? '', 'unavailable') : null;
  }

  return {
    async fresh(record, key) {
      const { url, host } = record.body.page;
      const system = await systems.view({ assigned: null, url, host, occurrences: [] }, record.at, false);
      return facts(record, key, false, thumbs.get(record.body.captureId) ?? '', system);
    },
    stored,
    draw,
  };
}

export function journalledView(record: CaptureRecord, text: string, code: string): CaptureView {
  const { captureId, page } = record.body;
  return { state: 'journalled', captureId, at: record.at, host: page.host, title: page.title, text, code };
}

function facts(
  record: CaptureRecord,
  key: string,
  continued: boolean,
  thumb: string,
  system: SystemView,
): RecordedView {
  const { body, issueId, at, zone } = record;
  const { picture, page, evidence } = body;
  return {
    state: 'recorded',
    continued,
    captureId: body.captureId,
    issueId,
    key,
    at,
    zone,
    url: page.url,
    host: page.host,
    title: page.title,
    system,
    pageState: page.state,
    ...(page.httpStatus === undefined ? {} : { httpStatus: page.httpStatus }),
    picture:
      picture.state === 'present'
        ? { state: 'present', thumb, width: picture.width, height: picture.height }
        : { state: 'missing', reason: picture.reason },
    evidenceMissing: evidence.state === 'missing' ? evidence.reason : null,
    chips: evidence.chips,
    text: '',
    impact: null,
    urgency: null,
    trashed: false,
    maskedTotal: body.masked.total,
  };
}
