import { batch, computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { ElseDraft } from '../../lib/app/else/else-draft.ts';
import type { AttachmentService } from '../../lib/app/attachments/attachment-service.ts';
import type { Chosen } from '../../lib/app/attachments/prepare.ts';
import type { Prepared, Refused } from '../../lib/app/attachments/prepared.ts';
import type { Attached, ElseDone, ElseService } from '../../lib/app/else/else-service.ts';
import { ATTACHMENT_LIMITS } from '../../lib/domain/evidence/attachment-limits.ts';
import { isBlank } from '../../lib/domain/text/blank.ts';

/** A picture or file in the form. */
export type Held = Attached & Readonly<{ id: number }>;

export type Fields = Omit<ElseDraft, 'captureId' | 'attached'>;

export type ElseModel = Readonly<{
  fields: ReadonlySignal<Fields>;
  held: ReadonlySignal<readonly Held[]>;
  /** What could not be taken in the last time. */
  refused: ReadonlySignal<readonly Refused[]>;
  /** Files that are being read. */
  taking: ReadonlySignal<number>;
  /** What was found when the page was opened; `lost`: pictures and files that were not kept, and are not here again yet. */
  restored: ReadonlySignal<Readonly<{ lost: number }> | null>;
  saving: ReadonlySignal<boolean>;
  draftKept: ReadonlySignal<'no' | 'yes' | 'failed'>;
  /** Nothing that could be recorded. */
  empty: ReadonlySignal<boolean>;
  load(): Promise<void>;
  change(fields: Partial<Fields>): void;
  take(files: readonly Chosen[], via: Attached['via']): Promise<void>;
  remove(id: number): void;
  discard(): Promise<void>;
  record(earlier: Readonly<{ at: Date; plusMinusMin: number }> | null): Promise<ElseDone>;
  /** Writes what was typed last. */
  flush(): void;
}>;

const EMPTY: Fields = {
  systemName: '',
  text: '',
  when: 'now',
  minute: '',
  plusMinusMin: 15,
  impact: null,
  urgency: null,
};

/** Typed text is lost for at most this long. */
const KEEP_MS = 300;

export function createElseModel(deps: {
  service: Pick<ElseService, 'drafts' | 'newId' | 'record'>;
  look: AttachmentService['look'];
  later: (run: () => void, ms: number) => () => void;
}): ElseModel {
  const { service } = deps;
  const fields = signal(EMPTY);
  const held = signal<readonly Held[]>([]);
  const refused = signal<readonly Refused[]>([]);
  const taking = signal(0);
  const restored = signal<Readonly<{ lost: number }> | null>(null);
  const saving = signal(false);
  const draftKept = signal<'no' | 'yes' | 'failed'>('no');
  let captureId = service.newId();
  let last = 0;
  let cancel: (() => void) | null = null;

  function keep(): void {
    cancel?.();
    cancel = null;
    // What was lost stays so, and is said again, until it has been added again.
    const attached = Math.max(held.peek().length, restored.peek()?.lost ?? 0);
    const draft: ElseDraft = { ...fields.peek(), captureId, attached };
    service.drafts.save(draft).then(
      () => (draftKept.value = 'yes'),
      () => (draftKept.value = 'failed'),
    );
  }
  function keepSoon(): void {
    cancel?.();
    cancel = deps.later(keep, KEEP_MS);
  }
  function startAnew(): void {
    cancel?.();
    cancel = null;
    captureId = service.newId();
    batch(() => {
      fields.value = EMPTY;
      held.value = [];
      refused.value = [];
      restored.value = null;
      draftKept.value = 'no';
    });
  }

  return {
    fields,
    held,
    refused,
    taking,
    restored: computed(() => {
      const found = restored.value;
      return found && { lost: Math.max(0, found.lost - held.value.length) };
    }),
    saving,
    draftKept,
    empty: computed(
      () => held.value.length === 0 && isBlank(fields.value.text) && isBlank(fields.value.systemName),
    ),
    async load() {
      const draft = await service.drafts.read();
      // Whoever typed faster than the disk is right.
      if (draft === null || fields.peek() !== EMPTY) return;
      const { captureId: id, attached, ...kept } = draft;
      captureId = id;
      fields.value = kept;
      restored.value = { lost: attached };
    },
    change(changed) {
      fields.value = { ...fields.peek(), ...changed };
      keepSoon();
    },
    async take(files, via) {
      if (files.length === 0) return;
      taking.value += files.length;
      refused.value = [];
      try {
        const looked = await deps.look(files);
        if (looked === null) return;
        const fit = withRoom(held.peek(), looked.prepared);
        const news = fit.taken.map((one) => ({ ...one, via, id: (last += 1) }));
        held.value = [...held.peek(), ...news];
        refused.value = [...looked.refused, ...fit.refused];
      } finally {
        taking.value -= files.length;
      }
      keepSoon();
    },
    remove(id) {
      held.value = held.peek().filter((one) => one.id !== id);
      keepSoon();
    },
    async discard() {
      startAnew();
      await service.drafts.clear().catch(() => undefined);
    },
    async record(earlier) {
      saving.value = true;
      try {
        const { systemName, text, impact, urgency } = fields.peek();
        const attached = held.peek();
        const done = await service.record({
          captureId,
          systemName,
          text,
          earlier,
          impact,
          urgency,
          attached,
        });
        if (!done.ok) return done;
        startAnew();
        await service.drafts.clear().catch(() => undefined);
        return done;
      } finally {
        saving.value = false;
      }
    },
    flush() {
      if (cancel !== null) keep();
    },
  };
}

/** An issue has room for so many, and each of them once. */
function withRoom(
  held: readonly Held[],
  prepared: readonly Prepared[],
): Readonly<{ taken: readonly Prepared[]; refused: readonly Refused[] }> {
  const { items, issueBytes } = ATTACHMENT_LIMITS;
  const known = new Set(held.map(({ blob }) => blob.sha256));
  let bytes = held.reduce((sum, { blob }) => sum + blob.bytes, 0);
  const taken: Prepared[] = [];
  const refused: Refused[] = [];
  for (const one of prepared) {
    const { name, blob } = one;
    if (known.has(blob.sha256)) refused.push({ ok: false, code: 'already-there', name });
    else if (known.size >= items) refused.push({ ok: false, code: 'issue-full', name, limit: items });
    else if (bytes + blob.bytes > issueBytes)
      refused.push({ ok: false, code: 'issue-full', name, limit: issueBytes });
    else {
      taken.push(one);
      known.add(blob.sha256);
      bytes += blob.bytes;
    }
  }
  return { taken, refused };
}
