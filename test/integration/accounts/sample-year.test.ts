import { describe, expect, it } from 'vitest';
import { office } from '../../support/accounts.ts';
import { inMinutes } from '../../support/oracle/in-minutes.ts';
import { walkBoard } from '../../support/oracle/board.ts';
import { AS_OF, YEAR_BEGINS } from '../../support/oracle/year.ts';
import { sampleYear, writeYear, yearProvider } from '../../support/sample-year.ts';
import { ok } from '../../support/storage.ts';

const MINUTE = 60_000;
/** 10,000 are followed in a real browser by `npm run bench -- year`; on a database in memory they take very long. */
const ISSUES = Number(process.env['STORED_YEAR_ISSUES'] ?? 200);

describe(`a year of ${ISSUES} issues written down and followed`, { timeout: 3_600_000 }, () => {
  it('has the scoreboards that counting minutes gives', async () => {
    const desk = office();
    const year = sampleYear(ISSUES);
    ok(await desk.directory.saveAll(year.things));
    await writeYear(desk.store, year);
    desk.profile.clock.ms = YEAR_BEGINS + AS_OF * MINUTE;
    await desk.follower.settled();
    for (const side of new Set(year.issues.map(({ provider }) => provider))) {
      desk.profile.clock.ms = YEAR_BEGINS + AS_OF * MINUTE;
      const { board } = await desk.board(yearProvider(side), null);
      expect(inMinutes(board), side.name).toEqual(
        walkBoard(year.issues.filter(({ provider }) => provider === side)),
      );
    }
  });
});
