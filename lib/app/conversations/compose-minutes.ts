import {
  becameOf,
  promisesAsOf,
  promisesNow,
  type KnownPromise,
} from '../../domain/conversations/became-of.ts';
import type { Decision, Point } from '../../domain/conversations/conversations-of.ts';
import type { SharedConversation } from '../../domain/conversations/shared.ts';
import type { PromiseEntry } from '../../domain/issue/promises-of.ts';
import type { Instant, IssueId } from '../../domain/ledger/primitives.ts';
import { visibleText } from '../../domain/privacy/display.ts';
import { instantOf, msOf } from '../../domain/time/instant.ts';
import type { Block, Line, PackDoc } from '../../export/packs/doc.ts';
import { wordsOf, type Language } from '../../i18n/area.ts';
import { createFormat, type Format } from '../../i18n/format.ts';
import { minutes, type MinutesWords } from '../../i18n/minutes/minutes.ts';
import { packs } from '../../i18n/packs/packs.ts';
import { PACK_KINDS } from '../packs/pack-order.ts';
import { becameLine } from './became-line.ts';

/** All that minutes say. Internal notes have no place in it, by type. */
export type MinutesFacts = Readonly<{
  conversation: SharedConversation;
  /** The one before it with the same provider. */
  last: SharedConversation | null;
  promises: readonly PromiseEntry[];
  /** Takes personal data out of what was promised. */
  mask: (text: string) => string;
  titles: ReadonlyMap<IssueId, string>;
  provider: string;
  now: Instant;
  zone: string;
  language: Language;
}>;

type Context = MinutesFacts &
  Readonly<{ t: MinutesWords; format: Format; name: string; known: readonly KnownPromise[] }>;

const SIDES = ['us', 'provider', 'other'] as const;
const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });
const quiet = (text: string): Block => ({ kind: 'text', quiet: true, line: { text } });

/** A period ends before its end, and never after the conversation began. */
const lastDay = (to: Instant, startedAt: Instant): Instant =>
  instantOf(Math.min(msOf(to) - 1, msOf(startedAt)));

function facts({ conversation, t, format, name, zone, language }: Context): Block {
  const { startedAt, endedAt, kind, period } = conversation;
  const [from, to] = [format.time(startedAt), endedAt === null ? null : format.time(endedAt)];
  const known = PACK_KINDS.find((one) => one === kind);
  const line = (label: string, text: string) => ({ label, line: { text } });
  return {
    kind: 'facts',
    facts: [
      line(t.head.provider, name),
      line(t.head.date, format.date(startedAt)),
      line(t.head.time, to === null ? t.head.from(from) : t.head.fromTo(from, to)),
      ...(period === null
        ? []
        : [
            line(
              t.head.period,
              t.head.fromTo(format.date(period.from), format.date(lastDay(period.to, startedAt))),
            ),
          ]),
      ...(known === undefined ? [] : [line(t.head.kind, wordsOf(packs, language).kind[known])]),
      line(t.head.zone, zone),
    ],
  };
}

/** By role, in the order in which they were noted; names only where somebody ticked them. */
function present({ conversation, t, name }: Context): Block[] {
  const sides = { us: t.us, provider: name, other: t.other };
  const rows = SIDES.flatMap((side): Line[][] => {
    const there = conversation.attendees.filter((one) => one.side === side);
    const said = there.map((one) => visibleText(one.name === null ? one.role : `${one.role} (${one.name})`));
    return there.length === 0 ? [] : [[{ text: sides[side] }, { text: said.join(', ') }]];
  });
  const columns = [{ label: t.present.side }, { label: t.present.roles }];
  return [
    heading(t.present.heading),
    rows.length === 0 ? quiet(t.present.none) : { kind: 'table', caption: t.present.caption, columns, rows },
  ];
}

function whatOf({ text, acceptance }: Pick<Decision, 'text' | 'acceptance'>, { t }: Context): Line {
  const under = acceptance === undefined ? undefined : t.decisions.acceptance(visibleText(acceptance));
  return { text: visibleText(text), under };
}

function ownerOf(owner: Decision['owner'], { t, name }: Context): Line {
  return { text: owner === undefined ? t.decisions.nobody : owner === 'us' ? t.us : name };
}

const dueLine = (due: Instant | undefined, { t, format }: Context): Line => ({
  text: due === undefined ? t.decisions.nobody : format.date(due),
});

function lastTime(context: Context): Block[] {
  const { last, t, format, known } = context;
  if (last === null) return [];
  const states = becameOf(last, known);
  return [
    heading(t.last.heading),
    ...(states.length === 0
      ? [quiet(t.last.none)]
      : [
          quiet(t.last.of(format.date(last.startedAt))),
          {
            kind: 'table',
            caption: t.last.caption,
            columns: [
              { label: t.decisions.what, kind: 'free' },
              { label: t.decisions.owner },
              { label: t.decisions.due, kind: 'whole' },
              { label: t.last.became },
            ],
            rows: states.map((state) => [
              whatOf(state.decision, context),
              ownerOf(state.decision.owner, context),
              dueLine(state.decision.due, context),
              becameLine(state.promise, t.became, format),
            ]),
          } as const,
        ]),
  ];
}

/** What a point was about. Of promises and decisions only those that somebody said something about. */
function subjectOf(point: Point, { t, titles, known, last }: Context): string | null {
  if (point.source === 'promise')
    return known.find(({ promiseId }) => promiseId === point.id)?.deliverable ?? null;
  if (point.source === 'decision') return last?.decisions.find(({ id }) => id === point.id)?.text ?? null;
  if (point.source !== 'issue') return point.text;
  const title = point.issueId === undefined ? undefined : titles.get(point.issueId);
  const key = point.key ?? '';
  return title === undefined ? key : t.agenda.issue(key, title);
}

function agenda(context: Context): Block[] {
  const { conversation, t } = context;
  const items = conversation.points.flatMap((point): Line[] => {
    const { source, done, note = '', text } = point;
    const said = source === 'promise' || source === 'decision';
    const subject = subjectOf(point, context);
    if (subject === null || (said && note === '')) return [];
    const under = [
      ...(source === 'issue' && text !== '' ? [t.agenda.waiting(text)] : []),
      ...(note === '' ? [] : [note]),
      ...(done || note !== '' || said ? [] : [t.agenda.open]),
    ];
    return [{ text: visibleText(subject), under: visibleText(under.join(' – ')) }];
  });
  return [
    heading(t.agenda.heading),
    items.length === 0 ? quiet(t.agenda.none) : { kind: 'list', numbered: true, items },
  ];
}

function decisions(context: Context): Block[] {
  const { conversation, t, promises, now } = context;
  if (conversation.decisions.length === 0) return [heading(t.decisions.heading), quiet(t.decisions.none)];
  // A decision can become a promise after the end, while the minutes are written.
  const states = becameOf(conversation, promisesNow(promises, now));
  return [
    heading(t.decisions.heading),
    {
      kind: 'table',
      caption: t.decisions.caption,
      columns: [
        { label: t.decisions.number, kind: 'number' },
        { label: t.decisions.what, kind: 'free' },
        { label: t.decisions.owner },
        { label: t.decisions.due, kind: 'whole' },
      ],
      rows: states.map(({ decision, promise }, index) => [
        { text: String(index + 1) },
        whatOf(decision, context),
        { ...ownerOf(decision.owner, context), under: promise === null ? undefined : t.decisions.promised },
        dueLine(decision.due, context),
      ]),
    },
  ];
}

function openPromises(context: Context): Block[] {
  const { conversation, last, t, known } = context;
  const told = [...conversation.decisions, ...(last?.decisions ?? [])];
  const own = new Set(told.map(({ promiseId }) => promiseId));
  const open = known
    .filter(({ providerId, promiseId }) => providerId === conversation.providerId && !own.has(promiseId))
    .filter(({ outcome }) => outcome === 'openNotDue' || outcome === 'openOverdue')
    .toSorted((a, b) => Number(a.owner === 'provider') - Number(b.owner === 'provider'));
  if (open.length === 0) return [];
  return [
    heading(t.promises.heading),
    {
      kind: 'table',
      caption: t.promises.caption,
      columns: [
        { label: t.decisions.what, kind: 'free' },
        { label: t.decisions.owner },
        { label: t.decisions.due, kind: 'whole' },
        { label: t.promises.state },
      ],
      rows: open.map((promise) => [
        whatOf({ text: promise.deliverable, acceptance: promise.acceptance ?? undefined }, context),
        ownerOf(promise.owner, context),
        dueLine(promise.dueOriginal, context),
        becameLine(promise, t.became, context.format),
      ]),
    },
  ];
}

/** The minutes as their reader will meet them. Pure: the preview and every file are made of the same. */
export function composeMinutes(given: MinutesFacts): PackDoc {
  const { conversation, language, zone, provider, promises, mask, now } = given;
  const { endedAt } = conversation;
  const then = endedAt === null ? promisesNow(promises, now) : promisesAsOf(promises, endedAt);
  const known = then.map((promise) => ({
    ...promise,
    deliverable: mask(promise.deliverable),
    acceptance: promise.acceptance === null ? null : mask(promise.acceptance),
  }));
  const t = wordsOf(minutes, language);
  const name = visibleText(provider);
  const context: Context = { ...given, t, name, known, format: createFormat(language, zone) };
  const notes = conversation.notes.trim();
  return {
    language,
    title: t.title(name),
    issues: conversation.points.filter(({ source }) => source === 'issue').length,
    pages: [
      facts(context),
      ...present(context),
      ...lastTime(context),
      ...agenda(context),
      ...(notes === '' ? [] : [heading(t.notes), { kind: 'said', text: visibleText(notes) } as const]),
      ...decisions(context),
      ...openPromises(context),
      quiet(t.made),
    ],
    annex: [],
  };
}
