import { promisesOf } from '../../domain/issue/promises-of.ts';
import { calendarText } from '../../export/formats/ics/calendar.ts';
import type { DueEntry } from '../../export/formats/ics/calendar.ts';
import { accounts as accountWords } from '../../i18n/accounts/accounts.ts';
import { wordsOf } from '../../i18n/area.ts';
import type { Language } from '../../i18n/area.ts';
import { promises as promiseWords } from '../../i18n/promises/promises.ts';
import { storageFailureOf } from '../../storage/failure.ts';
import type { StorageCode } from '../../storage/types/storage-failure.ts';
import type { Store } from '../../storage/types/store.ts';
import { isOpen } from '../promises/create-promise-service.ts';

/** How many of each are in the file that was handed over; nothing is handed over when there is none. */
export type CalendarFileResult =
  Readonly<{ ok: true; promises: number; dues: number }> | Readonly<{ ok: false; code: StorageCode }>;

export type CalendarFileService = Readonly<{
  /** Hands over what is due, of both sides, as a file for one's own calendar. */
  save(language: Language): Promise<CalendarFileResult>;
}>;

type Deps = Readonly<{
  store: Pick<Store, 'marked' | 'keys' | 'rows' | 'accounts'>;
  now: () => Date;
  version: string;
  download: (blob: Blob, fileName: string) => void;
}>;

/** A calendar with more is read by nobody. */
const MOST_DUES = 500;

export function createCalendarFileService({ store, now, version, download }: Deps): CalendarFileService {
  async function promisesDue(language: Language): Promise<DueEntry[]> {
    const t = wordsOf(promiseWords, language).calendar;
    const open = promisesOf(await store.marked('promise')).filter(isOpen);
    return open.map(({ promiseId, due, owner, deliverable, acceptance, moves }) => ({
      uid: `promise-${promiseId}`,
      at: due,
      title: t.promise(t.side[owner], deliverable),
      text: [deliverable, ...(acceptance === null ? [] : [acceptance])].join('\n\n'),
      category: t.promises,
      moves: moves.length,
    }));
  }

  async function issuesDue(language: Language): Promise<DueEntry[]> {
    const t = wordsOf(promiseWords, language).calendar;
    const { clock } = wordsOf(accountWords, language);
    const numbers = (await store.keys({ scope: 'open', sort: 'due' })).subarray(0, MOST_DUES);
    const [rows, known] = await Promise.all([store.rows(numbers), store.accounts.rows(numbers)]);
    return rows.flatMap((row, index): DueEntry[] => {
      const due = known[index]?.due ?? null;
      if (row === null || due === null) return [];
      return [
        {
          uid: `due-${row.id}-${due.clock}`,
          at: new Date(due.at).toISOString(),
          title: t.due(clock[due.clock], row.key, row.title),
          text: row.title,
          category: t.dues,
          moves: 0,
        },
      ];
    });
  }

  return {
    async save(language) {
      try {
        const promises = await promisesDue(language);
        const dues = await issuesDue(language);
        const entries = [...promises, ...dues];
        if (entries.length > 0) {
          const madeAt = now().toISOString();
          const { name } = wordsOf(promiseWords, language).calendar;
          const text = await calendarText(entries, { name, madeAt, version });
          const blob = new Blob([text], { type: 'text/calendar' });
          download(blob, `casebook_due_${madeAt.slice(0, 10)}.ics`);
        }
        return { ok: true, promises: promises.length, dues: dues.length };
      } catch (error) {
        const failure = storageFailureOf(error);
        if (failure) return { ok: false, code: failure.code };
        throw error;
      }
    },
  };
}
