/** Keys of `storage.local` that both parts of the background use. */
export const SETTINGS_KEY = 'settings';
export const JOURNAL_PREFIX = 'journal:';
/** More lines than this the emergency journal does not take. */
export const JOURNAL_LINES = 200;
