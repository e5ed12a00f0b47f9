import type { CaptureId, IssueId } from '../../domain/ledger/primitives.ts';
import { LIMITS } from '../../domain/ledger/limits.ts';
import { totalMasked } from '../../domain/privacy/scrubber/scrubbed.ts';
import type { Scrubber } from '../../domain/privacy/scrubber.ts';
import type { CaptureRecord } from '../capture/capture-entry.ts';
import type { JournalLine } from '../capture/journal.ts';
import { scrubPage } from '../capture/scrub-page.ts';
import type { CaptureView } from '../client/protocol.ts';
import type { LocalArea } from '../local-area.ts';
import { momentOf } from '../moment.ts';
import { JOURNAL_LINES, JOURNAL_PREFIX } from '../storage-keys.ts';

type Via = CaptureRecord['body']['via'];

/** The emergency journal, without the rest of the background: what is kept enters the log once that is there again. */
export type Aside = Readonly<{
  /** Time, address and title of a capture. `tab`: the browser's own object. Never throws. */
  capture(id: string, via: Via, tab: unknown): Promise<CaptureView>;
  /** What was typed for a capture that is kept here; null where there is none. */
  text(id: string, raw: string): Promise<CaptureView | null>;
}>;

type Deps = Readonly<{
  local: Pick<LocalArea, 'read' | 'write' | 'all'>;
  scrubber: () => Promise<Scrubber>;
  now: () => Date;
  newIssueId: () => string;
  extensionVersion: string;
  navigator: Pick<Navigator, 'language' | 'languages' | 'userAgent'>;
}>;

/** Of the failures that the popup has a sentence for: the log cannot be opened now. */
const CODE = 'unavailable';

export function createAside(deps: Deps): Aside {
  const { local } = deps;

  async function put(line: JournalLine): Promise<boolean> {
    const key = JOURNAL_PREFIX + line.captureId;
    const keys = Object.keys(await local.all()).filter((other) => other.startsWith(JOURNAL_PREFIX));
    if (keys.length >= JOURNAL_LINES && !keys.includes(key)) return false;
    await local.write(key, line);
    return true;
  }
  async function kept(id: string): Promise<JournalLine | null> {
    const line = await local.read(JOURNAL_PREFIX + id);
    return (line as JournalLine | undefined) ?? null; // as: only Casebook writes there; the log parses it again
  }
  async function record(id: string, via: Via, tab: unknown): Promise<CaptureRecord> {
    const scrubbed = scrubPage(shownIn(tab), await deps.scrubber());
    const { url, host, title, truncated } = scrubbed.page;
    const { language, languages, userAgent } = deps.navigator;
    return {
      issueId: deps.newIssueId() as IssueId, // as: a fresh UUID
      ...momentOf(deps.now()),
      body: {
        captureId: id as CaptureId, // as: looked at by the caller
        via,
        page: { url, host, title, state: 'unknown', ...(truncated ? { truncated } : {}) },
        picture: { state: 'missing', reason: 'failed' },
        evidence: { state: 'missing', reason: 'failed', chips: [] },
        environment: {
          browser: 'unknown',
          browserVersion: '',
          os: 'unknown',
          extensionVersion: deps.extensionVersion.slice(0, 40),
          uiLanguage: language.slice(0, 40),
          languages: languages.slice(0, 20).map((name) => name.slice(0, 40)),
          userAgent: userAgent.slice(0, 400),
        },
        masked: { total: totalMasked(scrubbed.masked), rules: scrubbed.masked },
      },
    };
  }

  return {
    async capture(id, via, tab) {
      if (isPrivate(tab)) return { state: 'refused', reason: 'private-window' };
      try {
        const known = await kept(id);
        const capture = known?.capture ?? (await record(id, via, tab));
        const savedAt = known?.savedAt ?? capture.at;
        const { captureId } = capture.body;
        const line: JournalLine = {
          captureId,
          issueId: capture.issueId,
          savedAt,
          capture,
          text: known?.text ?? null,
        };
        return (await put(line)) ? viewOf(line, capture) : { state: 'failed', code: CODE };
      } catch {
        return { state: 'failed', code: CODE };
      }
    },
    async text(id, raw) {
      try {
        const known = await kept(id);
        if (!known?.capture) return null;
        const note = (await deps.scrubber()).note(raw.slice(0, LIMITS.note).toWellFormed());
        const line = { ...known, text: { text: note.value, masked: totalMasked(note.masked) } };
        return (await put(line)) ? viewOf(line, known.capture) : null;
      } catch {
        return null;
      }
    },
  };
}

function viewOf({ text }: JournalLine, { at, body }: CaptureRecord): CaptureView {
  const { host, title } = body.page;
  return {
    state: 'journalled',
    captureId: body.captureId,
    at,
    host,
    title,
    text: text?.text ?? '',
    code: CODE,
  };
}

const isPrivate = (tab: unknown): boolean =>
  typeof tab === 'object' && tab !== null && 'incognito' in tab && tab.incognito === true;

/** What the browser's own object of a tab says of the page. */
function shownIn(tab: unknown): { url: string | null; title: string } {
  const seen: { url?: unknown; title?: unknown } = typeof tab === 'object' && tab !== null ? tab : {};
  return {
    url: typeof seen.url === 'string' && seen.url !== '' ? seen.url : null,
    title: typeof seen.title === 'string' ? seen.title : '',
  };
}
