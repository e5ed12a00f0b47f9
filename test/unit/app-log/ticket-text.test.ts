import { afterEach, describe, expect, it } from 'vitest';
import { issueDetail } from '../../../lib/app/log/issue-detail.ts';
import { ticketText } from '../../../lib/app/log/ticket-text.ts';
import { wordsOf } from '../../../lib/i18n/area.ts';
import { common } from '../../../lib/i18n/common/common.ts';
import { createFormat } from '../../../lib/i18n/format.ts';
import { issue as words } from '../../../lib/i18n/issue/issue.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import { againEntry, mergeEntry } from '../../support/again.ts';
import { makeCapture, seedIssueId } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';

const stores: Store[] = [];
afterEach(() => {
  for (const store of stores.splice(0)) store.close();
});

async function textOf(title: string, url: string) {
  const store = testProfile(3).store();
  stores.push(store);
  const capture = makeCapture(0);
  ok(await store.append(makeCapture(0, { body: { page: { ...capture.body.page, title, url } } })));
  const detail = await issueDetail(store, seedIssueId(0));
  if (detail === null) throw new Error('The issue is gone.');
  const english = {
    issue: wordsOf(words, 'en'),
    common: wordsOf(common, 'en'),
    format: createFormat('en-GB', 'Europe/Berlin'),
  };
  return { detail, ...ticketText(detail, english) };
}

describe('ticketText', () => {
  it('names key and chain head, so that the state of the log can be checked later', async () => {
    const { detail, text, html } = await textOf('Invoices', 'https://a.example/x');
    for (const out of [text, html]) {
      expect(out).toContain(detail.issue.key);
      expect(out).toContain(detail.head.link);
    }
  });
  it('keeps page-controlled text as text in the rich version', async () => {
    const { html } = await textOf(
      `"><img src=x onerror=alert(1)><script>alert('2')</script>`,
      "https://a.example/'><svg onload=x>",
    );
    expect(html).not.toMatch(/<(?!\/?(?:div|p|strong|br)>)/);
    expect(html).toContain('&#60;img');
  });
  it('shows characters that hide or reorder text', async () => {
    const { text, html } = await textOf('invoice\u202Efdp.exe', 'https://a.example/');
    expect(text).toContain('⟦U+202E⟧');
    expect(text + html).not.toContain('\u202E');
  });
  it('names the other numbers of an issue that happened again, and how often it did', async () => {
    const store = testProfile(4).store();
    stores.push(store);
    ok(await store.append([makeCapture(0), makeCapture(1), makeCapture(2)]));
    ok(await store.append([againEntry(1, 0), mergeEntry(2, 0)]));
    const detail = await issueDetail(store, seedIssueId(2));
    if (detail === null) throw new Error('The issue is gone.');
    const [one, two] = detail.issue.absorbed.map(({ key }) => key);
    const { text } = ticketText(detail, {
      issue: wordsOf(words, 'en'),
      common: wordsOf(common, 'en'),
      format: createFormat('en-GB', 'Europe/Berlin'),
    });
    expect(text).toContain('3 times, first ');
    expect(text).toContain(`Also recorded as ${one}, ${two}`);
  });
});
