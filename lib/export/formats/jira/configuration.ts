/** Fields that Jira has by itself, by the heading of our column. */
const FIELDS = {
  Summary: 'summary',
  'Issue Type': 'issuetype',
  Description: 'description',
  Priority: 'priority',
  Status: 'status',
  Labels: 'labels',
  'Date Created': 'created',
  Comment: 'comment',
} as const;

/** How the dates of the table are written, as Java's SimpleDateFormat says it. */
const DATE_FORMAT = "yyyy-MM-dd'T'HH:mmZ";

/**
 * What the administrator's importer saves as "configuration" and asks for as "existing configuration": the columns need not
 * be matched by hand. It names neither project nor users: these are chosen in Jira.
 */
export function jiraConfiguration(): string {
  const mappings = Object.fromEntries(
    Object.entries(FIELDS).map(([column, field]) => [column, { 'jira.field': field }]),
  );
  const configuration = {
    'config.version': '2.0',
    'config.project.from.csv': 'false',
    'config.encoding': 'UTF-8',
    'config.email.suffix': '@',
    'config.field.mappings': mappings,
    'config.value.mappings': {},
    'config.delimiter': ',',
    'config.date.format': DATE_FORMAT,
  };
  return `${JSON.stringify(configuration, null, 2)}\n`;
}

/** `2026-11-23T14:02+0000` */
export function jiraDate(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 16)}+0000`;
}
