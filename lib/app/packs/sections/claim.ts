import { versionOn } from '../../../domain/directory/versions.ts';
import { dateIn } from '../../../domain/accountability/terms-of.ts';
import { visibleText } from '../../../domain/privacy/display.ts';
import { instantOf, MINUTE, type Ms } from '../../../domain/time/instant.ts';
import type { Block, Line } from '../../../export/packs/doc.ts';
import type { PackContext, Section } from '../context.ts';
import type { PackAvailability } from '../pack-facts.ts';
import { utc } from './issue-words.ts';

type Incident = Readonly<{ issue: string; from: Ms; to: Ms | null; sure: boolean }>;

/** Every outage of the windows once, in order. */
export function incidentsOf({ windows }: PackAvailability): Incident[] {
  const seen = new Map<string, Incident>();
  for (const { issue, sure, spans } of windows.flatMap(({ outages }) => outages))
    for (const { from, to } of spans)
      seen.set(`${issue} ${from.at}`, { issue, from: from.at, to: to?.at ?? null, sure });
  return [...seen.values()].toSorted((x, y) => x.from - y.from);
}

function incidentLine(one: Incident, tz: string, context: PackContext): Line[] {
  const { t, format, described, facts } = context;
  const of = described.find(({ row }) => row.id === one.issue);
  const minutes = Math.floor(((one.to ?? facts.asOf) - one.from) / MINUTE);
  return [
    of === undefined ? { text: '–' } : { text: of.shared.key, to: of.anchor },
    {
      text:
        of === undefined || of.shared.tickets.length === 0
          ? '–'
          : of.shared.tickets.map(visibleText).join(', '),
    },
    { text: utc(one.from) },
    { text: `${format.date(instantOf(one.from), tz)}, ${format.time(instantOf(one.from), tz)}` },
    { text: one.to === null ? t.claim.running : utc(one.to) },
    { text: format.number(minutes) },
    { text: one.sure ? t.claim.yes : t.claim.maybe },
  ];
}

function filing({ agreement }: PackAvailability, { t, facts }: PackContext): Block[] {
  const claim = versionOn(agreement.versions, dateIn(agreement.tz, facts.asOf))?.claim;
  const shown: Extract<Block, { kind: 'facts' }>['facts'] = [
    { label: t.claim.contract, line: { text: visibleText(agreement.name), under: agreement.documentRef } },
    { label: t.claim.account, line: { text: t.claim.toFill } },
    { label: t.claim.contact, line: { text: t.claim.toFill } },
    ...(claim?.channel === undefined
      ? []
      : [{ label: t.claim.channel, line: { text: visibleText(claim.channel) } }]),
    ...(claim?.subjectMustContain === undefined
      ? []
      : [{ label: t.claim.must, line: { text: visibleText(claim.subjectMustContain) } }]),
  ];
  return [
    { kind: 'heading', level: 2, text: t.claim.rules },
    { kind: 'facts', facts: shown },
    ...(claim === undefined ? [{ kind: 'text' as const, line: { text: t.claim.notAgreed } }] : []),
    ...(claim === undefined || claim.requiredEvidence.length === 0
      ? []
      : [
          { kind: 'heading' as const, level: 3 as const, text: t.claim.evidence },
          {
            kind: 'list' as const,
            items: claim.requiredEvidence.map((text) => ({ text: visibleText(text) })),
          },
        ]),
  ];
}

/** Before anything else: nobody takes it for what was filed. */
export const claimIsDraft: Section = ({ t }) => [{ kind: 'text', line: { text: t.claim.draft } }];

/** What was agreed about claims, and every outage that a claim would name. */
export const claim: Section = (context) => {
  const { facts, t } = context;
  const blocks: Block[] = [];
  for (const one of facts.availability) {
    const incidents = incidentsOf(one);
    blocks.push(...filing(one, context), { kind: 'heading', level: 2, text: t.claim.incidents });
    if (incidents.length === 0) blocks.push({ kind: 'text', line: { text: t.claim.none } });
    blocks.push({
      kind: 'table',
      caption: t.claim.incidents,
      columns: [
        { label: t.annex.issue, kind: 'whole' },
        { label: t.open.ticket },
        { label: t.claim.start, kind: 'whole' },
        { label: t.claim.startLocal },
        { label: t.claim.end },
        { label: t.claim.minutes, kind: 'number' },
        { label: t.claim.sure },
      ],
      rows: incidents.map((incident) => incidentLine(incident, one.agreement.tz, context)),
    });
  }
  if (facts.availability.length === 0) blocks.push({ kind: 'text', line: { text: t.claim.notAgreed } });
  return blocks;
};

/** How it was computed, and what was not looked at. */
export const computation: Section = ({ t }) => [
  { kind: 'heading', level: 2, text: t.claim.computation },
  { kind: 'text', line: { text: t.claim.formula } },
  { kind: 'heading', level: 2, text: t.claim.exclusions },
  { kind: 'text', line: { text: t.claim.exclusionsText } },
];
