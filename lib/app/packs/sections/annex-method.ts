import { versionOn } from '../../../domain/directory/versions.ts';
import { calendarOf } from '../../../domain/accountability/responsible.ts';
import { dateIn } from '../../../domain/accountability/terms-of.ts';
import { visibleText } from '../../../domain/privacy/display.ts';
import type { Section } from '../context.ts';

/** How everything was counted, by which hours, and where the record stands. */
export const annexMethod: Section = ({ facts, t, b, date, format }) => {
  const { directory, provider, heads } = facts;
  const hours = (id: string | undefined) => calendarOf(directory, id);
  const agreed = [...directory.agreements.values()]
    .filter(({ providerId }) => providerId === provider.id)
    .flatMap(({ name, versions, tz }) => {
      const calendar = hours(versionOn(versions, dateIn(tz, facts.asOf))?.calendarId);
      return calendar === null
        ? []
        : [t.method.calendar(visibleText(name), visibleText(calendar.name ?? ''), calendar.rules.tz)];
    });
  const teams = [...directory.teams.values()].flatMap(({ name, calendarId }) => {
    const calendar = hours(calendarId);
    return calendar === null
      ? []
      : [t.method.ours(visibleText(name), visibleText(calendar.name ?? ''), calendar.rules.tz)];
  });
  const lines = [
    t.method.data(facts.version),
    t.method.period,
    t.method.sides,
    t.method.verdicts,
    t.method.small,
    b.targets.hint,
    ...agreed,
    ...teams,
    ...(facts.observedSince === null ? [] : [t.method.since(date(facts.observedSince))]),
    ...heads.map(({ ledger, n, link }) => t.method.chain(ledger, format.number(n), link)),
    ...(facts.following ? [t.method.lag] : []),
    t.method.machine,
  ];
  return [
    { kind: 'heading', level: 2, text: t.annex.method, id: 'annex-f' },
    { kind: 'list', items: lines.map((text) => ({ text })) },
  ];
};
