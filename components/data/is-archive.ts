import type { FormatId } from '../../lib/app/export/export-service.ts';

/** Whether files that were added to issues go along, as files of their own. */
export const isArchive = (format: FormatId): boolean => format === 'zip' || format === 'evidence';
