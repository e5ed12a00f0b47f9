type Target = 'jira' | 'servicenow' | 'zendesk' | 'github' | 'gitlab' | 'tmf621' | 'jsonl' | 'eml';

/** Those with a table, which somebody may open in a spreadsheet program. */
const TABLES: readonly Target[] = ['jira', 'servicenow', 'gitlab'];

const ABOUT: Readonly<
  Record<Target, Readonly<{ tool: string; load: readonly string[]; notes: readonly string[] }>>
> = {
  jira: {
    tool: 'Jira',
    load: [
      'Administrator: Settings > System > External System Import > CSV. Choose jira-issues-*.csv, "use an existing',
      'configuration file" and jira-configuration.txt. Project and users are chosen in Jira.',
      'Without administration: in a project, "Import issues from CSV"; at most 250 issues a file, so each file holds 250.',
    ],
    notes: [
      'The importer of a project takes neither status nor comments: the timeline stands in the description, too.',
      'Comments are imported as said by whoever imports; who said it and when is their first line.',
      'Priority and status carry the names of a new Jira. Match other names in the importer.',
      'A second import makes new issues. Each one carries the label of its key (K7-0042): search for it before you import.',
      '"External issue ID" may be put into a field of your own; it stays the same in every export.',
      'Jira takes attachments only from an address that its server reaches: add the files named in the table by hand.',
    ],
  },
  servicenow: {
    tool: 'ServiceNow',
    load: [
      'System Import Sets > Load Data: choose servicenow-incidents.csv. Then make a transform map to the table incident;',
      'the names of the columns are those of the fields. Try it with the first 20 rows.',
      'Set "coalesce" on correlation_id: a second import then updates instead of adding.',
    ],
    notes: [
      'Times are UTC, as yyyy-MM-dd HH:mm:ss. Set this format in the transform map.',
      'Priority is left out: ServiceNow derives it from impact and urgency.',
      'state holds the values of a ServiceNow as delivered (1 new, 2 in progress, 3 on hold, 6 resolved, 7 closed, 8 canceled).',
      'A rule of yours may ask for more before it lets an incident be on hold, resolved or closed.',
      'short_description holds 160 characters, description 4,000. The timeline goes into comments.',
      'pictures_and_files is no field: attach the files named there by hand.',
    ],
  },
  zendesk: {
    tool: 'Zendesk',
    load: [
      'Ticket import, only for administrators: send each zendesk-tickets-*.json (at most 100 tickets) as the body of',
      'POST /api/v2/imports/tickets/create_many. Only this way keeps the times.',
    ],
    notes: [
      'Without a requester the tickets belong to whoever imports: add requester_id where you want another one.',
      'A second import makes new tickets. Search by external_id first; it stays the same in every export.',
      'Solved tickets arrive as "solved", never as "closed", so that they can be added to.',
      'Zendesk measures no targets for imported tickets.',
      'Pictures and files are named in the first comment. Upload them first if you want them in the ticket (uploads).',
    ],
  },
  github: {
    tool: 'GitHub',
    load: [
      'Each line of github-issues.jsonl is the body of POST /repos/OWNER/REPO/issues:',
      'while read -r line; do printf %s "$line" | gh api repos/OWNER/REPO/issues --input -; done < github-issues.jsonl',
    ],
    notes: [
      'Issues carry the time of their import; when it happened stands in the text.',
      'Labels are dropped without a word when whoever imports may not push.',
      'A second import makes new issues. Search for the key in the title ([K7-0042]) first.',
      'The interface takes no files: drag those that the text names into the issue.',
      'In a public repository everybody reads them. Names of hosts and addresses are in the text.',
    ],
  },
  gitlab: {
    tool: 'GitLab',
    load: ['In the project: Issues > Import CSV, and choose gitlab-issues.csv. Try it with one issue first.'],
    notes: [
      'GitLab takes title and description; all else stands in the description. Whoever imports is the author.',
      'Issues carry the time of their import; when it happened stands in the text.',
      'A second import makes new issues. Search for the key in the title ([K7-0042]) first. There is no undo.',
      'The importer takes no files: drag those that the text names into the issue.',
      'Nothing in a text is a command (/close) or a mention: foreign text is written literally.',
    ],
  },
  tmf621: {
    tool: 'tools with the TM Forum Trouble Ticket API (TMF621, version 5)',
    load: [
      'Each line of tmf621-trouble-tickets.jsonl is the body of POST /troubleTicket (TroubleTicket_FVO).',
      'ServiceNow (Trouble Ticket Open API) and Salesforce Communications Cloud speak it, among others.',
    ],
    notes: [
      'creationDate and the history of statuses are set by the server: when things happened stands in the notes.',
      'A second import makes new tickets unless the server looks at externalIdentifier; it stays the same in every export.',
      'Attachments are named, with type and size, and not embedded: their name is the path in this archive.',
      'Severity is our impact, priority our priority; where none was given, severity is Minor, because one is required.',
    ],
  },
  jsonl: {
    tool: 'programs (JSON Lines)',
    load: [
      'Each line of issues.jsonl is one JSON object: first the head, then one issue a line. For example with jq:',
      `jq -r 'select(.record == "issue") | [.key, .title] | @tsv' issues.jsonl`,
    ],
    notes: [
      'schema/casebook-export-line-1.schema.json describes a line (JSON Schema).',
      'Texts are exactly as they were recorded: characters that hide or reorder text are not marked here.',
      'The head tells where the hash chain of each ledger stood.',
    ],
  },
  eml: {
    tool: 'mail programs',
    load: [
      'Each .eml is a draft about one issue, with its pictures and files: open it, put in to whom, look at it, send it.',
      'Outlook (classic) opens it for editing. Thunderbird: open it, then Message > Edit As New Message.',
    ],
    notes: [
      'Most ticket tools make a ticket of a mail to their address, with the attachments. The key in the subject keeps answers together.',
      'Mail servers often refuse more than 20 MB.',
    ],
  },
};

/** README.txt of an archive for the provider's tool. */
export function targetReadme(target: Target, files: readonly string[], version: string): string {
  const { tool, load, notes } = ABOUT[target];
  const about: Readonly<Record<string, string>> = {
    'report.md': 'the whole text, for people',
    'pictures/': 'screenshots as they were taken, named by issue and number',
    'files/': 'files that were added to issues, named by issue and number',
    SHA256SUMS: 'checksums: sha256sum -c SHA256SUMS',
  };
  return [
    `Issues for ${tool}, prepared with Casebook`,
    '',
    'Files',
    ...files.map((file) => `  ${file}${about[file] === undefined ? '' : `: ${about[file]}`}`),
    '',
    'How to load them',
    ...load.map((line) => `  ${line}`),
    '',
    'What to know',
    ...notes.map((line) => `  - ${line}`),
    ...(TABLES.includes(target)
      ? [
          '  - A line of a table that looks like a formula begins with an apostrophe. Other texts are as they were recorded.',
        ]
      : []),
    '  - Internal notes are never in an export.',
    '',
    `Casebook ${version}`,
    '',
  ].join('\n');
}
