import { Ajv } from 'ajv';
import type { Har } from 'har-format';
import { describe, expect, it } from 'vitest';
import { harRequests } from '../../../lib/app/attachments/har-requests.ts';
import type { Issue } from '../../../lib/domain/issue/issue.ts';
import { defaultChoices } from '../../../lib/export/model/choices.ts';
import { STRINGS } from '../../support/corpus/strings.ts';
import { HAR_SCHEMA } from '../../support/har-schema.ts';
import type { makeCapture } from '../../support/seed.ts';
import { exported, makeIssue } from './support.ts';

const valid = new Ajv({ allErrors: true }).compile(HAR_SCHEMA);

async function harOf(
  issues: readonly Issue[],
  choices = defaultChoices(),
): Promise<{ har: Har; text: string }> {
  const made = await exported(issues, ['har'], { choices });
  if (!made.ok) throw new Error(`The export failed: ${made.code}.`);
  const text = await made.blob.text();
  const har: unknown = JSON.parse(text);
  expect(valid(har) ? null : valid.errors).toBeNull();
  return { har: har as Har, text }; // as: just checked
}

type Evidence = Extract<ReturnType<typeof makeCapture>['body']['evidence'], { state: 'present' }>;

const URL = 'https://portal.example/api/orders?page=2&token=%E2%9F%A6masked%E2%9F%A7&q=a%20b';

function recorded(evidence: Partial<Evidence>): Issue {
  const whole: Evidence = {
    state: 'present',
    requests: [
      { url: URL, status: 503, initiator: 'fetch', startMs: 1200, durationMs: 340, problem: 'failed' },
      {
        url: 'https://cdn.example/a.js',
        status: 0,
        initiator: 'script',
        startMs: 90,
        durationMs: 9000,
        problem: 'slow',
      },
    ],
    requestsSeen: 40,
    requestListFull: false,
    chips: [],
    ...evidence,
  };
  return makeIssue(1, {}, [], { at: '2026-11-23T13:02:10.000Z', body: { evidence: whole } });
}

describe('the HAR export', () => {
  it('says what the browser knew and nothing more', async () => {
    const { har } = await harOf([
      recorded({
        pageAgeMs: 10_000,
        navigation: { status: 200, ttfbMs: 120, domContentLoadedMs: 800, protocol: 'h2' },
      }),
    ]);
    const { entries, pages } = har.log;
    expect(pages).toMatchObject([
      { startedDateTime: '2026-11-23T13:02:00.000Z', pageTimings: { onContentLoad: 800, onLoad: -1 } },
    ]);
    expect(
      entries.map(({ response, time, startedDateTime }) => [response.status, time, startedDateTime]),
    ).toEqual([
      [200, 120, '2026-11-23T13:02:00.000Z'],
      [503, 340, '2026-11-23T13:02:01.200Z'],
      [0, 9000, '2026-11-23T13:02:00.090Z'],
    ]);
    const [, failed] = entries;
    expect(failed).toMatchObject({
      request: {
        method: '',
        url: URL,
        queryString: [
          { name: 'page', value: '2' },
          { name: 'token', value: '⟦masked⟧' },
          { name: 'q', value: 'a b' },
        ],
        headersSize: -1,
      },
      response: { content: { size: -1 } },
      timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: 340, receive: 0 },
    });
    for (const { pageref } of entries) expect(pageref).toBe(pages?.[0]?.id);
    for (const { time, timings } of entries) {
      const { send, wait, receive } = timings;
      expect((send ?? 0) + wait + (receive ?? 0)).toBe(time);
    }
  });

  it('says that it had to guess when the page was opened', async () => {
    const { har } = await harOf([recorded({})]);
    expect(har.log.pages?.[0]).toMatchObject({ startedDateTime: '2026-11-23T13:02:00.910Z' });
    expect(har.log.pages?.[0]?.comment).toContain('not known');
  });

  it('can be read by another reader', async () => {
    const { text } = await harOf([recorded({ pageAgeMs: 10_000 })]);
    expect(harRequests(text)).toEqual([
      { method: '', url: URL, status: 503, ms: 340, failed: true },
      { method: '', url: 'https://cdn.example/a.js', status: 0, ms: 9000, failed: true },
    ]);
  });

  it('is whole for every hostile text and for no issue that has requests', async () => {
    const hostile = STRINGS.flatMap(({ value }, i) => {
      const title = value.slice(0, 1024).toWellFormed();
      return [makeIssue(2 * i, { title }), makeIssue(2 * i + 1, { title, url: null, host: null })];
    });
    await harOf(hostile);
    const none = makeIssue(3, {}, [], {
      body: { evidence: { state: 'missing', reason: 'hung', chips: [] } },
    });
    expect((await harOf([none])).har.log).toMatchObject({ entries: [], pages: [] });
  });

  it('holds nothing of what the sender leaves out', async () => {
    const issue = recorded({ pageAgeMs: 10_000 });
    const without = await harOf([issue], { ...defaultChoices(), groups: new Set(['requests']) });
    expect(without.har.log.entries).toEqual([]);
    const short = await harOf([issue], { ...defaultChoices(), groups: new Set(['address-query']) });
    expect(short.text).not.toContain('page=2');
  });
});
