import { cutAt } from '../../domain/text/cut.ts';
import { visibleText } from '../../domain/privacy/display.ts';
import type { EntryOf } from '../../domain/ledger/entry.ts';
import type { CommonWords } from '../../i18n/common/common.ts';
import type { Format } from '../../i18n/format.ts';
import type { IssueWords } from '../../i18n/issue/issue.ts';
import type { IssueDetail } from './issue-detail.ts';

type Words = Readonly<{ issue: IssueWords; common: CommonWords; format: Format }>;
/** A heading with its lines; '' as heading for the key and title. */
type Block = Readonly<{ heading: string; lines: readonly string[] }>;

export type TicketText = Readonly<{ text: string; html: string }>;

const MOST_REQUESTS = 10;
const MOST_CHIPS = 12;
const MOST_KEYS = 10;

/** What a service desk asks for first, as plain and as rich text. The chain head pins the state of the log. */
export function ticketText(detail: IssueDetail, words: Words): TicketText {
  const { issue } = detail;
  const title = `${issue.key}: ${visibleText(issue.title)}`;
  const blocks = blocksOf(detail, words);
  return {
    text: [
      title,
      ...blocks.map(({ heading, lines }) => `${heading}:\n${lines.map((line) => `  ${line}`).join('\n')}`),
    ].join('\n\n'),
    html: `<div><p><strong>${escaped(title)}</strong></p>${blocks.map(htmlOf).join('')}</div>`,
  };
}

function blocksOf({ issue, head }: IssueDetail, { issue: t, common: c, format }: Words): readonly Block[] {
  const last = issue.occurrences.at(-1);
  const when =
    issue.occurrences.length > 1
      ? t.ticket.whenMany(
          format.full(issue.firstAt, last?.zone),
          format.full(issue.lastAt, last?.zone),
          issue.occurrences.length,
        )
      : format.full(issue.firstAt, last?.zone);
  const chips = issue.chips.slice(0, MOST_CHIPS).map((chip) => {
    const name = chip.label === '' ? c.chipKind[chip.kind] : visibleText(chip.label);
    const value = visibleText(chip.value);
    const count = chip.count !== undefined && chip.count > 1 ? ` ×${chip.count}` : '';
    return value === '' ? name : `${name}: ${value}${count}`;
  });
  return [
    { heading: t.ticket.what, lines: linesOf(issue.description, t.ticket.noDescription) },
    { heading: t.ticket.when, lines: [when, ...otherKeys(issue, t)] },
    { heading: t.ticket.where, lines: [visibleText(issue.url ?? t.address.none)] },
    ...(issue.priority === null
      ? []
      : [{ heading: t.ticket.priority, lines: [`P${issue.priority} ${c.priorityLevel[issue.priority]}`] }]),
    ...(chips.length === 0 ? [] : [{ heading: t.ticket.found, lines: chips }]),
    ...(last === undefined ? [] : requestsOf(last, t)),
    ...(last === undefined ? [] : [{ heading: t.ticket.environment, lines: environmentOf(last) }]),
    ...(last?.body.picture.state === 'present'
      ? [{ heading: t.picture.heading, lines: [t.ticket.picture] }]
      : []),
    {
      heading: t.ticket.chain,
      lines: [`${head.link} (${t.ticket.chainHint(head.n)})`, `${t.ticket.intro}: ${issue.key}`],
    },
  ];
}

/** Under which numbers the other times may have been told of. */
function otherKeys({ absorbed }: IssueDetail['issue'], t: IssueWords): readonly string[] {
  if (absorbed.length === 0) return [];
  const keys = absorbed.slice(0, MOST_KEYS).map(({ key }) => key);
  const rest = absorbed.length - keys.length;
  return [t.ticket.alsoAs([...keys, ...(rest > 0 ? [t.ticket.more(rest)] : [])].join(', '))];
}

function linesOf(text: string, otherwise: string): readonly string[] {
  return text.trim() === '' ? [otherwise] : text.split('\n').map(visibleText);
}

function requestsOf(occurrence: EntryOf<'occurrence.captured'>, t: IssueWords): readonly Block[] {
  const { evidence } = occurrence.body;
  if (evidence.state !== 'present' || evidence.requests.length === 0) return [];
  const lines = evidence.requests.slice(0, MOST_REQUESTS).map((request) => {
    const status = request.status === 0 ? t.evidence.noStatus : String(request.status);
    return `${t.evidence.problems[request.problem]} ${status} ${cutAt(visibleText(request.url), 300)} (${request.durationMs} ms)`;
  });
  const rest = evidence.requests.length - lines.length;
  return [{ heading: t.ticket.requests, lines: rest > 0 ? [...lines, t.ticket.more(rest)] : lines }];
}

function environmentOf({ body: { environment: e } }: EntryOf<'occurrence.captured'>): readonly string[] {
  const size = e.viewport === undefined ? '' : `, ${e.viewport.width} × ${e.viewport.height}`;
  return [visibleText(`${e.browser} ${e.browserVersion}, ${e.os} ${e.osVersion ?? ''}`.trim() + size)];
}

function htmlOf({ heading, lines }: Block): string {
  return `<p><strong>${escaped(heading)}</strong><br>${lines.map(escaped).join('<br>')}</p>`;
}

/** Every character that could begin markup or end an attribute becomes a reference: what goes in stays text. */
function escaped(text: string): string {
  return text.replaceAll(/[&<>"'`=]/g, (character) => `&#${character.charCodeAt(0)};`);
}
