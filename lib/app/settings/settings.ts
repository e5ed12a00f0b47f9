import { z } from '../../domain/z.ts';

const days = z.int().check(z.gte(1), z.lte(365));

/** What the user may choose. Kept in `storage.local`; a value that does not parse falls back alone, not all of them. */
export const settingsShape = {
  language: z.catch(z.enum(['auto', 'en', 'de']), 'auto'),
  theme: z.catch(z.enum(['auto', 'light', 'dark']), 'auto'),
  /** JPEG quality 92, or lossless PNG. */
  pictureFormat: z.catch(z.enum(['jpeg', 'png']), 'jpeg'),
  /** Remind of a backup after so many days… */
  reminderDays: z.catch(days, 14),
  /** …or after so many new issues, whichever comes first; 0 switches the reminder off. */
  reminderIssues: z.catch(z.int().check(z.gte(0), z.lte(10_000)), 25),
  /** Mask e-mail addresses, phone numbers and IPv4 addresses in exports. Off unless chosen there (faults.md §6.2). */
  maskPersonal: z.catch(z.boolean(), false),
} as const;

export const settings = z.object(settingsShape);
export type Settings = z.infer<typeof settings>;

export const DEFAULT_SETTINGS: Settings = settings.parse({});
