/**
 * Names in configurations that Jira's importer saved or that others write for it, as found in public repositories:
 * top-level keys, and values of `jira.field`.
 */
export const JIRA_CONFIGURATION_KEYS: ReadonlySet<string> = new Set([
  'config.version',
  'config.project.from.csv',
  'config.encoding',
  'config.file.id',
  'config.file.name',
  'config.email.suffix',
  'config.field.mappings',
  'config.value.mappings',
  'config.delimiter',
  'config.project',
  'config.date.format',
]);

export const JIRA_FIELDS: ReadonlySet<string> = new Set([
  'summary',
  'issuetype',
  'description',
  'priority',
  'status',
  'labels',
  'created',
  'updated',
  'comment',
  'attachment',
  'reporter',
  'assignee',
  'resolution',
  'resolutiondate',
  'issue-id',
  'issuekey',
  'votes',
  'watcher',
]);
