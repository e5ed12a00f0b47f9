import { useEffect, useState } from 'preact/hooks';
import { openHolidayBook, type HolidayBook } from '../../../lib/app/holidays/holiday-book.ts';

/** Loaded once somebody wants it. null: not yet; `failed`: it cannot be. */
export function useHolidayBook(wanted: boolean): HolidayBook | 'failed' | null {
  const [book, setBook] = useState<HolidayBook | 'failed' | null>(null);
  useEffect(() => {
    if (!wanted || book !== null) return;
    let gone = false;
    openHolidayBook().then(
      (opened) => gone || setBook(opened),
      () => gone || setBook('failed'),
    );
    return () => {
      gone = true;
    };
  }, [wanted, book]);
  return book;
}
