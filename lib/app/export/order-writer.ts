import type { PackSource } from '../../export/evidence/pack-source.ts';
import { runExport } from '../../export/run-export.ts';
import type { ExportResult } from '../../export/run-export.ts';
import type { Sharing } from '../../export/plan.ts';
import type { Work } from '../../export/source.ts';
import type { ExportOrder, ShareOptions, Taken } from './export-service.ts';
import { createMadeAhead, isFresh } from '../made-ahead.ts';
import { reportWords } from './report-words.ts';

type Made = Readonly<{ result: ExportResult; at: Date; heads: string }>;

type OrderWriter = Readonly<{
  begin(order: ExportOrder): void;
  drop(): void;
  /** What was begun for this order, if it still says what a new one would say; otherwise a new one. */
  write(order: ExportOrder, work: Work): Promise<ExportResult>;
}>;

type Deps = Readonly<{
  now: () => Date;
  zone: () => string;
  version: string;
  pack: PackSource;
  sharingOf: (options: ShareOptions, taken: Taken) => Promise<Sharing>;
  /** Largest part of an archive, for tests. */
  partBytes?: number;
}>;

const sameOrder = (a: ExportOrder, b: ExportOrder): boolean =>
  a.preview === b.preview &&
  a.taken === b.taken &&
  a.language === b.language &&
  a.formats.join() === b.formats.join();

/** Writes exports, also before they are asked for. */
export function createOrderWriter({ now, zone, version, pack, sharingOf, partBytes }: Deps): OrderWriter {
  async function make({ preview, taken, formats, language }: ExportOrder, work: Work): Promise<Made> {
    const { source } = preview;
    await source.refresh();
    const at = now();
    const heads = await source.heads();
    const { selection } = preview;
    const about = { exportedAt: at.toISOString(), version, zone: zone(), selection, heads };
    const sharing = await sharingOf(preview.options, taken);
    const words = reportWords(language);
    const job = {
      source,
      rows: preview.rows,
      sharing,
      formats,
      words,
      about,
      pack,
      ...(partBytes && { partBytes }),
    };
    const result = await runExport(job, work);
    return { result, at, heads: JSON.stringify(heads) };
  }

  /** Every change is an entry: while no ledger has grown, a new one would say the same. */
  async function holds({ result, at, heads }: Made, { preview }: ExportOrder): Promise<boolean> {
    if (!result.ok || !isFresh(at, now())) return false;
    return JSON.stringify(await preview.source.heads()) === heads;
  }

  const ahead = createMadeAhead(make, sameOrder);

  return {
    begin: ahead.begin,
    drop: ahead.drop,
    async write(order, work) {
      const made = await ahead.take(order, work);
      if (made !== null && (await holds(made, order))) return made.result;
      work.signal?.throwIfAborted();
      return (await make(order, work)).result;
    },
  };
}
