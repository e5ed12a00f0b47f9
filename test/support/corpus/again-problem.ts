/** Texts by language. */
export type Said = Readonly<Partial<Record<'en' | 'de' | 'fr', readonly string[]>>>;

/**
 * One underlying problem as it shows itself again and again. `{…}` is filled anew each time: id, uuid, hex, date,
 * month, time, amount, name (of a company), person, slug, no (a document's number), n, file, email.
 */
export type Problem = Readonly<{
  name: string;
  host: string;
  /** One of them each time. */
  paths: readonly string[];
  title: Said;
  /** What the page says; one of them each time, further lines after `|`. Nothing where it fails silently. */
  shows?: Said;
  status?: number;
  /** Failing requests: status and path. */
  calls?: readonly (readonly [number, string])[];
  /** What people type about it, if they do. */
  typed?: Said;
  /** Not a page of the browser. */
  system?: string;
}>;
