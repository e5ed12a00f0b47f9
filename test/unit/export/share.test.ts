import { describe, expect, it } from 'vitest';
import { defaultChoices } from '../../../lib/export/model/choices.ts';
import type { FieldGroup } from '../../../lib/export/model/choices.ts';
import { maskPersonal } from '../../../lib/export/model/mask-personal.ts';
import { sharedIssue } from '../../../lib/export/model/shared-issue.ts';
import { shareIssue } from '../../../lib/export/model/share-issue.ts';
import { seedIssueId, withPicture } from '../../support/seed.ts';
import { common, described, event, exported, exportedText, makeIssue, realPicture } from './support.ts';

const AT = '2026-02-01T08:00:00.000Z';
const leaving = (...groups: FieldGroup[]) => ({ ...defaultChoices(), groups: new Set(groups) });

describe('sharing an issue', () => {
  it.each(['html', 'markdown', 'csv', 'csv-raw', 'json'] as const)(
    'never lets an internal note into %s',
    async (format) => {
      const issue = makeIssue(1, {}, [
        event(1, AT, { event: 'note', visibility: 'internal', text: 'CANARY-INTERNAL-NOTE' }),
        event(1, AT, {
          event: 'reported',
          visibility: 'internal',
          text: 'CANARY-INTERNAL-REPORT',
          ticket: 'CANARY-INTERNAL-TICKET',
        }),
        event(1, AT, { event: 'note', visibility: 'shared', text: 'a shared note' }),
      ]);
      const text = await exportedText([issue], format);
      expect(text).not.toContain('CANARY-INTERNAL');
      expect(text).not.toContain(AT.slice(0, 10) + 'T08:00:00.000Z internal');
      expect(shareIssue(issue, defaultChoices()).firstReportedAt).toBeNull();
    },
  );

  it('does not even tell the time of an internal note', () => {
    const issue = makeIssue(1, {}, [event(1, AT, { event: 'note', visibility: 'internal', text: 'x' })]);
    expect(issue.changedAt).toBe(AT);
    expect(JSON.stringify(shareIssue(issue, defaultChoices()))).not.toContain(AT);
  });

  it('shares the current wording and not what it replaced', async () => {
    const issue = makeIssue(1, {}, [described(1, 'CANARY-OLD-WORDING'), described(1, 'the new wording')]);
    const text = await exportedText([issue], 'json');
    expect(text).toContain('the new wording');
    expect(text).not.toContain('CANARY-OLD-WORDING');
  });

  it('leaves out evidence that was taken off', () => {
    const plain = makeIssue(3);
    const chip = plain.chips[0];
    const captureId = plain.occurrences[0]?.body.captureId;
    if (!chip || !captureId) throw new Error('The seed has no chips.');
    const issue = makeIssue(3, {}, [
      {
        ...common,
        kind: 'evidence.removed',
        at: AT,
        issueId: seedIssueId(3),
        body: { captureId, chipIds: [chip.id] },
      },
    ]);
    const shared = shareIssue(issue, defaultChoices());
    expect(shared.occurrences[0]?.findings?.map((one) => one.id)).not.toContain(chip.id);
  });

  it('says how late we reported, and prints our own share first', async () => {
    const issue = makeIssue(0, {}, [
      event(0, '2026-01-05T10:00:00.000Z', { event: 'reported', visibility: 'shared', ticket: 'INC-1' }),
    ]);
    const shared = shareIssue(issue, defaultChoices());
    expect(shared).toMatchObject({ reportedAfterMs: 3 * 3_600_000, tickets: ['INC-1'] });
    const html = await exportedText([issue, makeIssue(1)], 'html');
    expect(html).toContain('1 of 2 issues reported to the provider, 1 not yet.');
    expect(html.indexOf('Our own share')).toBeLessThan(html.indexOf('Overview'));
  });

  it('takes out each group of fields', () => {
    const issue = makeIssue(3, { url: 'https://a.example/x?q=CANARY#f' });
    expect(shareIssue(issue, leaving('environment')).occurrences[0]?.environment).toBeUndefined();
    expect(shareIssue(issue, leaving('requests')).occurrences[0]?.evidence).toEqual({ state: 'left-out' });
    expect(shareIssue(issue, leaving('findings')).occurrences[0]?.findings).toBeUndefined();
    expect(shareIssue(issue, leaving('history')).history).toBeUndefined();
    expect(shareIssue(issue, leaving('labels')).labels).toBeUndefined();
    expect(JSON.stringify(shareIssue(issue, leaving('address-query')))).not.toContain('CANARY');
  });

  it('keeps paths of this computer at home unless asked', () => {
    const issue = makeIssue(1, { url: 'file:///C:/Users/bob', host: null });
    expect(shareIssue(issue, defaultChoices()).url).toBe('file:');
    expect(shareIssue(issue, leaving()).url).toBe('file:///C:/Users/bob');
  });

  it('matches its published shape whatever is left out', () => {
    const issue = makeIssue(3, {}, [event(3, AT, { event: 'reported', visibility: 'shared' })]);
    for (const choices of [
      defaultChoices(),
      leaving('environment', 'requests', 'findings', 'history', 'labels', 'pictures'),
    ]) {
      expect(sharedIssue.safeParse(shareIssue(issue, choices)).error).toBeUndefined();
    }
  });

  it('masks personal data in every free text', () => {
    const issue = makeIssue(3, { title: 'mail bob@example.org' }, [described(3, 'bob@example.org called')]);
    const masked = maskPersonal(shareIssue(issue, leaving()), (text) =>
      text.replaceAll('bob@example.org', '[masked]'),
    );
    expect(JSON.stringify(masked)).not.toContain('bob@example.org');
  });

  it('never masks which site failed, only what stands behind it and in free text', () => {
    const host = '127.0.0.1:8465';
    const url = `http://${host}/invoices/10.0.0.7?to=10.0.0.8`;
    const issue = makeIssue(3, { url, host, title: host }, [
      described(3, `http://10.0.0.9/x shows 10.0.0.10, ask bob@${host.split(':')[0]}`),
    ]);
    const mask = (text: string) => text.replaceAll(/(?:\w+@)?(?:\d+\.){3}\d+/g, '[masked]');
    const masked = maskPersonal(shareIssue(issue, leaving()), mask);
    expect(masked.host).toBe(host);
    expect(masked.url).toBe(`http://${host}/invoices/[masked]?to=[masked]`);
    expect(masked.occurrences[0]?.page).toMatchObject({ host, title: host });
    expect(masked.description).toBe('http://10.0.0.9/x shows [masked], ask [masked]');
  });
});

describe('an export', () => {
  it('says only of what was there that it was left out', async () => {
    const choices = leaving('local-paths', 'labels', 'pictures');
    const plain = await exportedText([makeIssue(1)], 'json', { choices });
    expect(JSON.parse(plain)).toMatchObject({ leftOut: { groups: [] } });
    const local = makeIssue(1, { url: 'file:///C:/Users/bob', host: null });
    const told = await exportedText([makeIssue(2), local], 'json', { choices });
    expect(JSON.parse(told)).toMatchObject({ leftOut: { groups: ['local-paths'] } });
  });

  it('says in words how long a slow request took', async () => {
    const slow = {
      id: 'c9',
      kind: 'request-slow',
      label: '3230 ms',
      value: 'https://a.example/api',
    } as const;
    const issue = makeIssue(1);
    const [first] = issue.occurrences;
    if (!first) throw new Error('The seed has no occurrence.');
    const body = { ...first.body, evidence: { ...first.body.evidence, chips: [slow] } };
    const found = { ...issue, occurrences: [{ ...first, body }] };
    expect(await exportedText([found], 'html')).toContain('https://a.example/api (took 3.2 s)');
    expect(await exportedText([found], 'csv', { language: 'de' })).toContain('(dauerte 3,2 s)');
  });

  it('is refused when an issue changed after it was shown', async () => {
    let looks = 0;
    const before = makeIssue(1);
    const after = makeIssue(1, {}, [described(1, 'added meanwhile')]);
    const source = {
      heads: async () => [],
      issues: async () => [looks++ === 0 ? before : after],
      pictures: async () => [null],
    };
    expect(await exported([before], ['json'], { source })).toEqual({
      ok: false,
      code: 'changed',
      detail: 'K7-0001',
    });
  });

  it('stops when told to', async () => {
    const stop = new AbortController();
    const issues = [makeIssue(1), makeIssue(2), makeIssue(3)];
    const work = { signal: stop.signal, onProgress: () => stop.abort() };
    expect(await exported(issues, ['zip'], { work })).toEqual({ ok: false, code: 'cancelled' });
  });

  it('says in its place that a picture could not be read, and carries on', async () => {
    const picture = realPicture(1);
    const issue = makeIssue(1, {}, [], { body: withPicture(1, picture).body });
    const result = await exported([issue], ['zip'], { pictures: [] });
    expect(result).toMatchObject({ ok: true, lostPictures: 1, pictures: 0 });
    expect(await exportedText([issue], 'html')).toContain('its file can no longer be read');
  });
});
