import type { CaptureView, PictureNews, ReplyOf, Verb } from './protocol.ts';

const VIEWS: readonly Verb[] = ['popup.opened', 'capture.view', 'capture.again-anyway'];
const STATES: readonly CaptureView['state'][] = ['recording', 'recorded', 'journalled', 'refused', 'failed'];

/**
 * Is this what the background answers to `verb`? A look at the outline is enough: the background builds its answers from
 * what it parsed itself, nobody else can answer, and the popup would pay for schemas with every opening.
 */
export function isReply<V extends Verb>(verb: V, raw: unknown): raw is ReplyOf<V> {
  return VIEWS.includes(verb)
    ? isView(raw)
    : typeof raw === 'object' && raw !== null && 'ok' in raw && isDone(raw);
}

export function isView(raw: unknown): raw is CaptureView {
  return (
    typeof raw === 'object' && raw !== null && 'state' in raw && STATES.some((state) => state === raw.state)
  );
}

export function isPictureNews(raw: unknown): raw is PictureNews {
  return typeof raw === 'object' && raw !== null && 'picture' in raw;
}

function isDone(raw: { ok: unknown }): boolean {
  if (raw.ok === false) return 'code' in raw && typeof raw.code === 'string';
  return raw.ok === true && (!('view' in raw) || isView(raw.view));
}
