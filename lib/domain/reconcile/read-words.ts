import type { Status } from '../accountability/status.ts';
import type { Priority } from '../issue/priority.ts';
import { plainHeader } from './fields.ts';

/** What their words can mean on our scale, both ends included. */
export type PriorityRange = Readonly<{ from: Priority; to: Priority }>;

/** What their status says, in the words that all tools share. */
export type TheirStatus = 'new' | 'open' | 'waiting' | 'solved' | 'closed' | 'cancelled';

const only = (level: Priority): PriorityRange => ({ from: level, to: level });

const LEVELS = new Map<string, PriorityRange>([
  ...['highest', 'very high', 'urgent', 'critical', 'blocker', 'emergency'].map(
    (word): [string, PriorityRange] => [word, only(1)],
  ),
  ...['sehr hoch', 'dringend', 'kritisch', 'hochste', 'notfall'].map((word): [string, PriorityRange] => [
    word,
    only(1),
  ]),
  ...['high', 'hoch'].map((word): [string, PriorityRange] => [word, only(2)]),
  ...['medium', 'normal', 'moderate', 'mittel', 'moderat'].map((word): [string, PriorityRange] => [
    word,
    only(3),
  ]),
  // Tools with four levels call both of our last ones so.
  ...['low', 'niedrig', 'gering'].map((word): [string, PriorityRange] => [word, { from: 4, to: 5 }]),
  ...['lowest', 'very low', 'planning', 'trivial', 'sehr niedrig', 'niedrigste', 'planung'].map(
    (word): [string, PriorityRange] => [word, only(5)],
  ),
]);

/**
 * null: cannot be compared. The word decides and not the number before it: `3 high` of Zammad is `2 - High` of ServiceNow.
 * A number alone says nothing but in files of ServiceNow.
 */
export function readPriority(cell: string, serviceNow: boolean): PriorityRange | null {
  const plain = plainHeader(cell);
  const word = plain.replace(/^(?:p ?)?\d /u, '');
  const known = LEVELS.get(word);
  if (known !== undefined) return known;
  const level =
    /^(?:p|prio|priority|prioritat) ?([1-5])$/u.exec(plain)?.[1] ??
    (serviceNow ? /^[1-5]$/u.exec(plain)?.[0] : undefined);
  return level === undefined ? null : only(Number(level) as Priority); // as: matched 1..5
}

const STATES = new Map<string, TheirStatus>(
  (
    [
      ['new', ['new', 'neu', 'to do', 'todo', 'zu erledigen', 'backlog', 'reported', 'gemeldet']],
      [
        'open',
        ['open', 'offen', 'in progress', 'in bearbeitung', 'in arbeit', 'work in progress', 'assigned'],
      ],
      [
        'open',
        ['zugewiesen', 'processing assigned', 'in bearbeitung zugewiesen', 'reopened', 'wiedereroffnet'],
      ],
      ['open', ['waiting for support', 'warten auf support', 'acknowledged', 'active', 'aktiv', 'in review']],
      ['waiting', ['pending', 'on hold', 'hold', 'waiting', 'wartend', 'ausstehend', 'warten', 'angehalten']],
      [
        'waiting',
        ['waiting for customer', 'waiting on customer', 'waiting on third party', 'pending reminder'],
      ],
      ['waiting', ['warten auf kunde', 'warten auf kunden', 'wartet auf kunde', 'warten auf erinnerung']],
      [
        'waiting',
        ['waiting for third party', 'awaiting user info', 'pending close', 'warten auf schliessen'],
      ],
      [
        'solved',
        ['solved', 'resolved', 'done', 'fixed', 'gelost', 'erledigt', 'fertig', 'behoben', 'completed'],
      ],
      ['closed', ['closed', 'geschlossen', 'abgeschlossen', 'closed complete', 'merged']],
      ['cancelled', ['cancelled', 'canceled', 'withdrawn', 'zuruckgezogen', 'abgebrochen', 'rejected']],
      ['cancelled', ['storniert', 'abgelehnt', 'wont do', 'won t do', 'duplicate', 'duplikat']],
    ] satisfies [TheirStatus, string[]][]
  ).flatMap(([status, words]) => words.map((word): [string, TheirStatus] => [word, status])),
);

const SERVICE_NOW = new Map<string, TheirStatus>([
  ['1', 'new'],
  ['2', 'open'],
  ['3', 'waiting'],
  ['6', 'solved'],
  ['7', 'closed'],
  ['8', 'cancelled'],
]);

/** null: a word that we do not know; it is shown and not compared. */
export function readStatus(cell: string, serviceNow: boolean): TheirStatus | null {
  const plain = plainHeader(cell);
  return STATES.get(plain) ?? (serviceNow ? SERVICE_NOW.get(plain) : undefined) ?? null;
}

const WAITS = new Set<Status>(['waiting_on_us', 'third_party', 'on_hold', 'agreed_wait']);

/**
 * Whether both can be true at once. `open` does not say for whom it waits; what was said to be fixed and was not looked at
 * yet may be called either.
 */
export function statusFits(theirs: TheirStatus, ours: Status): boolean {
  if (ours === 'resolved') return theirs !== 'cancelled';
  if (ours === 'verified') return theirs === 'solved' || theirs === 'closed';
  if (ours === 'withdrawn') return theirs === 'cancelled' || theirs === 'closed' || theirs === 'solved';
  if (theirs === 'new' || theirs === 'open') return true;
  return theirs === 'waiting' && WAITS.has(ours);
}
