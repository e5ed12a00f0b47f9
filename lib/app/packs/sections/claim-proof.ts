import type { Chip } from '../../../domain/evidence/page-evidence.ts';
import { thingOf } from '../../../domain/directory/directory.ts';
import { visibleText } from '../../../domain/privacy/display.ts';
import { msOf, type Ms } from '../../../domain/time/instant.ts';
import type { SharedOccurrence } from '../../../export/model/shared-issue.ts';
import type { Block, Column, Line } from '../../../export/packs/doc.ts';
import type { Described, PackContext, Section } from '../context.ts';
import { incidentsOf } from './claim.ts';
import { utc } from './issue-words.ts';

/** More lines than these are for a file, not for a claim. */
const MOST_LINES = 60;

/** What a page showed; what it asked for is among the requests. */
const SHOWN: readonly Chip['kind'][] = ['error-id', 'error-text', 'error-page'];

/** The described issues that were an outage, in the order of the claim. */
function outagesOf({ facts, described }: PackContext): Described[] {
  const ids = new Set(facts.availability.flatMap(incidentsOf).map(({ issue }) => issue));
  return described.filter(({ row }) => ids.has(row.id));
}

const keyOf = ({ shared, anchor }: Described): Line => ({ text: shared.key, to: anchor });

function table(caption: string, columns: readonly Column[], rows: readonly (readonly Line[])[]): Block {
  return { kind: 'table', caption, columns, rows };
}

/** When a request began: the page's own clock, counted back from the recording. null: the page's age is not known. */
function beganAt({ at, evidence }: SharedOccurrence, startMs: number): Ms | null {
  if (evidence.state !== 'present' || evidence.pageAgeMs === undefined) return null;
  return msOf(at) - evidence.pageAgeMs + startMs;
}

function requests(outages: readonly Described[], { t, r }: PackContext): Block[] {
  const rows = outages.flatMap((one) =>
    one.shared.occurrences.flatMap((seen): Line[][] =>
      seen.evidence.state !== 'present'
        ? []
        : seen.evidence.requests
            .filter(({ problem }) => problem === 'failed')
            .map(({ url, status, startMs }) => {
              const began = beganAt(seen, startMs);
              return [
                keyOf(one),
                { text: began === null ? `~ ${utc(msOf(seen.at))}` : utc(began) },
                { text: visibleText(url) },
                { text: status === 0 ? r.requestStatusHidden : String(status) },
              ];
            }),
    ),
  );
  const head: Block = { kind: 'heading', level: 3, text: t.claim.requests };
  if (rows.length === 0) return [head, { kind: 'text', line: { text: t.claim.noRequests } }];
  const rest = rows.length - MOST_LINES;
  return [
    head,
    { kind: 'text', quiet: true, line: { text: t.claim.requestsText } },
    table(
      t.claim.requests,
      [
        { label: t.annex.issue, kind: 'whole' },
        { label: t.claim.began, kind: 'whole' },
        { label: t.claim.request, kind: 'free' },
        { label: t.claim.status },
      ],
      rows.slice(0, MOST_LINES),
    ),
    ...(rest > 0 ? [{ kind: 'text' as const, quiet: true, line: { text: t.claim.moreRequests(rest) } }] : []),
  ];
}

function errors(outages: readonly Described[], { t, r }: PackContext): Block[] {
  const rows = outages.flatMap((one) => {
    const chips = one.shared.occurrences
      .flatMap(({ findings }) => findings ?? [])
      .filter(({ kind }) => SHOWN.includes(kind));
    return [...new Map(chips.map((chip) => [`${chip.kind} ${chip.value}`, chip])).values()].map(
      ({ kind, label, value }): Line[] => [
        keyOf(one),
        { text: label === '' ? r.chipKind[kind] : visibleText(label) },
        { text: visibleText(value) },
      ],
    );
  });
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: t.claim.errors },
    table(
      t.claim.errors,
      [
        { label: t.annex.issue, kind: 'whole' },
        { label: t.claim.kind },
        { label: t.claim.error, kind: 'free' },
      ],
      rows.slice(0, MOST_LINES),
    ),
  ];
}

function steps(outages: readonly Described[], { t, r }: PackContext): Block[] {
  const all = outages
    .flatMap((one) => one.shared.events.filter(({ side }) => side === 'us').map((event) => ({ one, event })))
    .toSorted((x, y) => msOf(x.event.at) - msOf(y.event.at));
  const head: Block = { kind: 'heading', level: 2, text: t.claim.did };
  if (all.length === 0) return [head, { kind: 'text', line: { text: t.claim.noSteps } }];
  const rest = all.length - MOST_LINES;
  return [
    head,
    table(
      t.claim.didCaption,
      [
        { label: t.annex.issue, kind: 'whole' },
        { label: t.claim.when, kind: 'whole' },
        { label: t.claim.step, kind: 'free' },
      ],
      all.slice(0, MOST_LINES).map(({ one, event }) => [
        keyOf(one),
        { text: utc(msOf(event.at)) },
        {
          text: [
            r.event[event.event],
            event.channel === null ? '' : r.channel[event.channel],
            event.ticket ?? '',
          ]
            .filter((part) => part !== '')
            .map(visibleText)
            .join(' · '),
          under: visibleText(event.text),
        },
      ]),
    ),
    ...(rest > 0
      ? [{ kind: 'text' as const, quiet: true, line: { text: t.claim.moreSteps(rest), to: 'annex-b' } }]
      : []),
  ];
}

/** What is known of users and places; their number is for a person to fill in. */
function hit(outages: readonly Described[], { t, r, facts }: PackContext): Block[] {
  const worst = Math.min(...outages.map(({ shared }) => shared.impact ?? 4));
  const teams = [...new Set(outages.flatMap(({ row }) => row.sightings.map(({ team }) => team)))];
  const names = teams.map((id) => visibleText(thingOf(facts.directory, 'team', id)?.name ?? id));
  return [
    { kind: 'heading', level: 2, text: t.claim.who },
    {
      kind: 'facts',
      facts: [
        { label: t.claim.users, line: { text: t.claim.toFill } },
        { label: t.claim.places, line: { text: t.claim.toFill } },
        ...(worst > 3 ? [] : [{ label: t.claim.impact, line: { text: r.impactLevel[worst as 1] } }]), // as: 1..3 by schema
        ...(names.length === 0 ? [] : [{ label: t.claim.teams, line: { text: names.join(', ') } }]),
        { label: t.claim.contact, line: { text: t.claim.toFill } },
      ],
    },
  ];
}

/** What providers ask for with a claim: who was hit, what was seen, what we did at the time, what was masked. */
export const claimProof: Section = (context) => {
  const { t } = context;
  const outages = outagesOf(context);
  if (outages.length === 0) return [];
  const masked = outages
    .flatMap(({ shared }) => shared.occurrences)
    .reduce((sum, seen) => sum + seen.masked.total, 0);
  return [
    ...hit(outages, context),
    { kind: 'heading', level: 2, text: t.claim.saw },
    ...requests(outages, context),
    ...errors(outages, context),
    ...steps(outages, context),
    { kind: 'heading', level: 2, text: t.claim.masked },
    { kind: 'text', line: { text: t.claim.maskedText(masked) } },
  ];
};
