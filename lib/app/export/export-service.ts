import type { IssueId } from '../../domain/ledger/primitives.ts';
import type { FormatId } from '../../export/formats/format.ts';
import { FORMAT_GROUPS } from '../../export/formats/registry.ts';
import type { Choices, FieldGroup } from '../../export/model/choices.ts';
import { defaultChoices, FIELD_GROUPS, LEFT_OUT_BY_DEFAULT } from '../../export/model/choices.ts';
import { chosenRows } from '../../export/model/head.ts';
import type { MaskText } from '../../export/model/mask-personal.ts';
import { issueOutline } from '../../export/model/outline.ts';
import type { IssueOutline } from '../../export/model/outline.ts';
import type { ReportRow } from '../../export/model/report-plan.ts';
import { chosenFormats } from '../../export/open-formats.ts';
import { planReport, sharedAs } from '../../export/plan.ts';
import type { Sharing } from '../../export/plan.ts';
import type { ExportResult } from '../../export/run-export.ts';
import type { Work } from '../../export/source.ts';
import type { Language } from '../../i18n/area.ts';
import { storageFailureOf } from '../../storage/failure.ts';
import type { StorageCode } from '../../storage/types/storage-failure.ts';
import type { Store } from '../../storage/types/store.ts';
import { lockFiles, type LockFailure } from '../protect/lock-files.ts';
import { noteExport } from './note-export.ts';
import type { FlatOptions } from '../pictures/flat-source.ts';
import { estimateBytes } from './estimate.ts';
import { heldSource } from './held-source.ts';
import type { HeldSource } from './held-source.ts';
import { createOrderWriter } from './order-writer.ts';
import { packSource } from './pack-source.ts';
import { reportWords } from './report-words.ts';
import { issuesOf } from './selection.ts';
import type { ExportSelection } from './selection.ts';

export type {
  Choices,
  ExportResult,
  ExportSelection,
  FieldGroup,
  FormatId,
  IssueId,
  IssueOutline,
  ReportRow,
  Work,
};
export { FIELD_GROUPS, LEFT_OUT_BY_DEFAULT };

/** How issues are shared: groups of fields that stay behind, and whether personal data is masked. */
export type ShareOptions = Readonly<{
  groups: ReadonlySet<FieldGroup>;
  maskPersonal: boolean;
  /** Time, zone, site and key are written below every picture. */
  strip: boolean;
}>;

/** Exactly what would go out. */
export type ExportPreview = Readonly<{
  selection: ExportSelection['kind'];
  options: ShareOptions;
  rows: readonly ReportRow[];
  source: HeldSource;
}>;

type Failed = Readonly<{ ok: false; code: StorageCode | 'cancelled' }>;
export type PreviewResult = Readonly<{ ok: true; preview: ExportPreview }> | Failed;
export type ExportOutcome = ExportResult | Failed;
type Exported = Extract<ExportResult, { ok: true }>;

/** Single issues and pictures that were taken out. */
export type Taken = Readonly<{ issues: Choices['issues']; pictures: Choices['pictures'] }>;

/** What the dialog shows at the moment of the last button. */
export type ExportOrder = Readonly<{
  preview: ExportPreview;
  taken: Taken;
  formats: readonly FormatId[];
  language: Language;
}>;

export type ExportService = Readonly<{
  /** What can be chosen, by whom it is for. */
  formats(): typeof FORMAT_GROUPS;
  /** Whether pictures and files go along, as files of their own. */
  isArchive(format: FormatId): boolean;
  preview(selection: ExportSelection, options: ShareOptions, work: Work): Promise<PreviewResult>;
  /** One issue as its reader will see it; null if it is gone. */
  detail(id: IssueId, options: ShareOptions, language: Language): Promise<IssueOutline | null>;
  /** What remains of the preview, and about how many bytes that will be. */
  remaining(
    preview: ExportPreview,
    taken: Taken,
    formats: readonly FormatId[],
  ): Readonly<{ rows: readonly ReportRow[]; bytes: number }>;
  /** Begins to write what will most likely be asked for next, unless that is much; returns how to drop it. */
  ahead(order: ExportOrder): () => void;
  /** Writes and verifies, or takes what was begun ahead and still holds; nothing leaves yet. */
  run(order: ExportOrder, work: Work): Promise<ExportOutcome>;
  /** What was written, as it goes out with a password; nothing leaves yet. */
  lock(
    result: Exported,
    password: string,
    work: Work,
  ): Promise<ExportOutcome | Readonly<{ ok: false; code: LockFailure }>>;
  /** Gives a further part of what is too large for one file to the browser's download. */
  handOver(part: Readonly<{ blob: Blob; fileName: string }>): void;
  /** Gives the (first) file to the browser's download and notes in the ledger that it went out; false if it could not note it. */
  deliver(result: Exported, formats: readonly FormatId[]): Promise<boolean>;
}>;

export type ExportDeps = Readonly<{
  store: Store;
  now: () => Date;
  zone: () => string;
  version: string;
  /** Masks personal data besides secrets. */
  maskPersonal: () => Promise<MaskText>;
  download: (blob: Blob, fileName: string) => void;
  /** Largest part of an archive, for tests. */
  partBytes?: number;
}>;

/** More than this is only written once it is asked for. */
const AHEAD = { issues: 20_000, bytes: 160_000_000 };

const flatOf = ({ groups, strip }: ShareOptions): FlatOptions => ({
  strip,
  pictures: !groups.has('pictures'),
});

export function createExportService({
  store,
  now,
  zone,
  version,
  maskPersonal,
  download,
  partBytes,
}: ExportDeps): ExportService {
  async function sharingOf(options: ShareOptions, taken?: Taken): Promise<Sharing> {
    const choices = { ...defaultChoices(), groups: options.groups, ...taken };
    return { choices, mask: options.maskPersonal ? await maskPersonal() : null };
  }

  async function guarded<T>(work: Work, task: () => Promise<T>): Promise<T | Failed> {
    try {
      return await task();
    } catch (error) {
      if (work.signal?.aborted) return { ok: false, code: 'cancelled' };
      const failure = storageFailureOf(error);
      if (failure) return { ok: false, code: failure.code };
      throw error;
    }
  }

  function remaining({ rows, options }: ExportPreview, taken: Taken, formats: readonly FormatId[]) {
    const chosen = chosenRows(rows, { groups: options.groups, ...taken });
    return { rows: chosen, ...estimateBytes(chosen, formats) };
  }

  const orders = createOrderWriter({
    now,
    zone,
    version,
    pack: packSource(store),
    sharingOf,
    ...(partBytes && { partBytes }),
  });

  return {
    formats: () => FORMAT_GROUPS,
    isArchive: (format) => chosenFormats([format]).archive,
    preview: (selection, options, work) =>
      guarded<PreviewResult>(work, async () => {
        const source = heldSource(store, flatOf(options));
        await source.begin();
        const ids = await issuesOf(store, selection, work.signal ?? new AbortController().signal);
        const rows = await planReport(source, ids, await sharingOf(options), work);
        return { ok: true, preview: { selection: selection.kind, options, rows, source } };
      }),
    async detail(id, options, language) {
      const [issue] = await heldSource(store, flatOf(options)).issues([id]);
      return issue ? issueOutline(sharedAs(issue, await sharingOf(options)), reportWords(language)) : null;
    },
    remaining(preview, taken, formats) {
      const { rows, all } = remaining(preview, taken, formats);
      return { rows, bytes: all };
    },
    ahead(order) {
      const { rows, written } = remaining(order.preview, order.taken, order.formats);
      if (rows.length > 0 && rows.length <= AHEAD.issues && written <= AHEAD.bytes) orders.begin(order);
      return orders.drop;
    },
    run: (order, work) => guarded<ExportOutcome>(work, () => orders.write(order, work)),
    async lock(result, password, work) {
      const { blob, fileName, more = [] } = result;
      const locked = await lockFiles([{ blob, fileName }, ...more], password, now(), work);
      if (!locked.ok) return locked;
      const [first, ...others] = locked.files;
      return { ...result, ...first, ...(others.length > 0 && { more: others }) };
    },
    handOver: ({ blob, fileName }) => download(blob, fileName),
    async deliver(result, formats) {
      download(result.blob, result.fileName);
      return noteExport({ store, now, zone }, { formats, issues: result.issues });
    },
  };
}
