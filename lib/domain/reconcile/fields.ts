/** What is read of a ticket. `ourRef`: our id or key, where their tool kept it from one of our files. */
export const TICKET_FIELDS = [
  'number',
  'title',
  'priority',
  'status',
  'created',
  'responded',
  'resolved',
  'ourRef',
] as const;
export type TicketField = (typeof TICKET_FIELDS)[number];
export const TIME_FIELDS = ['created', 'responded', 'resolved'] as const;
export type TimeField = (typeof TIME_FIELDS)[number];

/** Index of the column of each field; null: there is none. */
export type ColumnOf = Readonly<Record<TicketField, number | null>>;

/**
 * Names of columns in exports of Jira, ServiceNow, Zendesk, Freshdesk, GLPI, Zammad and GitHub, English and German, as
 * `plainHeader` makes them. The first that is there wins.
 */
const NAMES: Readonly<Record<TicketField, readonly string[]>> = {
  number: [
    'issue key',
    'vorgangsschlussel',
    'number',
    'nummer',
    'ticket number',
    'ticketnummer',
    'ticket no',
    'ticket nr',
    'ticket id',
    'ticket',
    'case number',
    'incident number',
    'vorgangsnummer',
    'key',
    'schlussel',
    '#',
    'id',
  ],
  title: [
    'short description',
    'kurzbeschreibung',
    'summary',
    'zusammenfassung',
    'subject',
    'betreff',
    'title',
    'titel',
  ],
  priority: ['priority', 'prioritat', 'prio', 'ticket priority'],
  status: ['status', 'state', 'zustand', 'ticket status'],
  created: [
    'opened at',
    'opened',
    'created at',
    'created',
    'date created',
    'created date',
    'created time',
    'created on',
    'creation date',
    'opening date',
    'date opened',
    'requested at',
    'sys created on',
    'eroffnet am',
    'eroffnet',
    'eroffnungsdatum',
    'erstellt am',
    'erstellt',
    'erstellungsdatum',
    'erstelldatum',
    'erstellungszeit',
    'angelegt am',
    'angelegt',
  ],
  responded: [
    'first response at',
    'first response',
    'first responded at',
    'initial response time',
    'first reply at',
    'first replied at',
    'first response date',
    'takeintoaccountdate',
    'acknowledged at',
    'erste antwort am',
    'erste antwort',
    'erste reaktion am',
    'erste reaktion',
    'zeitpunkt der ersten antwort',
  ],
  resolved: [
    'resolved at',
    'resolved',
    'resolved time',
    'resolution date',
    'solved at',
    'solved',
    'date solved',
    'gelost am',
    'gelost',
    'losungsdatum',
    'erledigt am',
    'erledigt',
    'closed at',
    'closed',
    'closed time',
    'close date',
    'geschlossen am',
    'geschlossen',
    'abschlussdatum',
  ],
  ourRef: [
    'external issue id',
    'external id',
    'correlation id',
    'externe id',
    'customer reference',
    'kundenreferenz',
  ],
};

/** `Gelöst_am:` → `gelost am`. */
export function plainHeader(text: string): string {
  if (text.trim() === '#') return '#';
  return text
    .slice(0, 200)
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Which column is which, as far as their names tell. */
export function recognise(headers: readonly string[]): ColumnOf {
  const places = new Map<string, number>();
  for (const [index, header] of headers.entries()) {
    const name = plainHeader(header);
    if (!places.has(name)) places.set(name, index);
  }
  const place = (field: TicketField): number | null => {
    for (const name of NAMES[field]) {
      const found = places.get(name);
      if (found !== undefined) return found;
    }
    return null;
  };
  return {
    number: place('number'),
    title: place('title'),
    priority: place('priority'),
    status: place('status'),
    created: place('created'),
    responded: place('responded'),
    resolved: place('resolved'),
    ourRef: place('ourRef'),
  };
}

/** Numbers stand for states and priorities there, and only there it is known which. */
export function isServiceNow(headers: readonly string[]): boolean {
  const names = new Set(headers.map(plainHeader));
  return names.has('short description') && (names.has('opened at') || names.has('sys created on'));
}
