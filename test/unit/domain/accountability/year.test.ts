import { describe, expect, it } from 'vitest';
import { figuresOf, type IssueFigures } from '../../../../lib/domain/accountability/issue-figures.ts';
import { scoreboardOf } from '../../../support/boards.ts';
import { accountOfCase } from '../../../support/oracle/account-of-case.ts';
import { inMinutes } from '../../../support/oracle/in-minutes.ts';
import { walkBoard } from '../../../support/oracle/board.ts';
import { YEAR_BEGINS, yearOfIssues, type YearIssue } from '../../../support/oracle/year.ts';

const MINUTE = 60_000;
const ISSUES = Number(process.env['YEAR_ISSUES'] ?? 10_000);

function figures({ given, provider, team }: YearIssue): IssueFigures {
  const account = accountOfCase(given, YEAR_BEGINS, { provider: provider.calendar, ours: team.calendar });
  return figuresOf(account, {
    occurrences: given.occurred === null ? [] : [YEAR_BEGINS + given.occurred * MINUTE],
    evidence: true,
    updateEveryMs: undefined,
    providerCalendar: provider.calendar,
    ours: team.calendar,
    outage: null,
  });
}

describe(`a year of ${ISSUES} issues of six teams with three providers`, { timeout: 300_000 }, () => {
  const year = yearOfIssues(ISSUES, 2026);
  const engine = new Map(year.issues.map((issue) => [issue, figures(issue)]));
  const names = (side: 'provider' | 'team') => [...new Set(year.issues.map((issue) => issue[side].name))];

  it.each([
    ...names('provider').map((name) => ['provider', name] as const),
    ...names('team').map((name) => ['team', name] as const),
  ])('has the scoreboard of %s %s that counting minutes gives', (side, name) => {
    const own = year.issues.filter((issue) => issue[side].name === name);
    expect(own.length).toBeGreaterThan(ISSUES / 10);
    const board = scoreboardOf(own.map((issue) => engine.get(issue) ?? figures(issue)));
    expect(inMinutes(board)).toEqual(walkBoard(own));
  });
});
