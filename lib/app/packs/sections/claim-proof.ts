import { thingOf } from '../../../domain/directory/directory.ts';
import { visibleText } from '../../../domain/privacy/display.ts';
import { msOf } from '../../../domain/time/instant.ts';
import type { Block } from '../../../export/packs/doc.ts';
import type { Described, PackContext, Section } from '../context.ts';
import { incidentsOf } from './claim.ts';
import { keyOf, listing } from './claim-listing.ts';
import { errors, requests } from './claim-seen.ts';
import { eventLine, utc } from './issue-words.ts';

/** The described issues that were an outage, in the order of the claim. */
function outagesOf({ facts, described }: PackContext): Described[] {
  const ids = new Set(facts.availability.flatMap(incidentsOf).map(({ issue }) => issue));
  return described.filter(({ row }) => ids.has(row.id));
}

function steps(outages: readonly Described[], { t, r }: PackContext): Block[] {
  const all = outages
    .flatMap((one) => one.shared.events.filter(({ side }) => side === 'us').map((event) => ({ one, event })))
    .toSorted((x, y) => msOf(x.event.at) - msOf(y.event.at));
  const head: Block = { kind: 'heading', level: 2, text: t.claim.did };
  if (all.length === 0) return [head, { kind: 'text', line: { text: t.claim.noSteps } }];
  return [
    head,
    ...listing(
      t.claim.didCaption,
      [
        { label: t.annex.issue, kind: 'whole' },
        { label: t.claim.when, kind: 'whole' },
        { label: t.claim.step, kind: 'free' },
      ],
      all.map(({ one, event }) => [keyOf(one), { text: utc(msOf(event.at)) }, eventLine(event, r)]),
      (count) => ({ text: t.claim.moreSteps(count), to: 'annex-b' }),
    ),
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
