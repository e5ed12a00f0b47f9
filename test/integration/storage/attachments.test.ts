import { describe, expect, it } from 'vitest';
import { createAttachmentService } from '../../../lib/app/attachments/attachment-service.ts';
import type { AttachmentService, Chosen } from '../../../lib/app/attachments/attachment-service.ts';
import { prepare } from '../../../lib/app/attachments/prepare.ts';
import type { Prepared, Refused } from '../../../lib/app/attachments/prepared.ts';
import { ATTACHMENT_LIMITS } from '../../../lib/domain/evidence/attachment-limits.ts';
import type { Store } from '../../../lib/storage/types/store.ts';
import { masks, painted } from '../../unit/app/attachments/lab.ts';
import { harText, mailText, PAGE, pngBytes, textBytes } from '../../support/files.ts';
import { makeCapture, seedIssueId } from '../../support/seed.ts';
import { ok, testProfile } from '../../support/storage.ts';

type Downloaded = Readonly<{ blob: Blob; name: string }>;
type Lab = Readonly<{ store: Store; attachments: AttachmentService; downloads: Downloaded[] }>;

async function lab(): Promise<Lab> {
  const profile = testProfile();
  const store = profile.store();
  const downloads: Downloaded[] = [];
  ok(await store.append(makeCapture(1)));
  const attachments = createAttachmentService({
    store,
    now: () => new Date(profile.clock.ms),
    zone: () => 'Europe/Berlin',
    newId: () => crypto.randomUUID(),
    masks: () => Promise.resolve(masks),
    previewing: () => import('../../../lib/app/attachments/file-preview.ts'),
    download: (blob, name) => void downloads.push({ blob, name }),
    looking: () =>
      Promise.resolve({
        async look(chosen: readonly Chosen[]) {
          const prepared: Prepared[] = [];
          const refused: Refused[] = [];
          for (const one of chosen) {
            const masking = { ...masks, pause: () => null };
            const result = await prepare(one, { masking, painter: painted().painter });
            if ('ok' in result) refused.push(result);
            else prepared.push(result);
          }
          return { prepared, refused };
        },
      }),
  });
  return { store, attachments, downloads };
}

const file = (name: string, content: Uint8Array<ArrayBuffer> | string): File =>
  new File([typeof content === 'string' ? textBytes(content) : content], name);
const id = seedIssueId(1);

describe('adding to an issue', () => {
  it('stores pictures and files in one go, tells what it masked, and can be taken back', async () => {
    const { store, attachments } = await lab();
    const added = ok(
      await attachments.addFiles(
        id,
        [file('a.png', pngBytes(4, 3)), file('log.txt', 'Password: hunter2hunter2!'), file('x', '')],
        'drop',
      ),
    );
    expect(added).toMatchObject({ added: 2, masked: 1, refused: [{ code: 'empty', name: 'x' }] });
    const issue = await store.issue(id);
    expect(issue?.pictures).toMatchObject([{ via: 'drop', picture: { width: 4, height: 3 } }]);
    expect(issue?.files).toMatchObject([{ via: 'drop', file: { name: 'log.txt', kind: 'text' } }]);
    const { sha256 } = issue?.files[0]?.file ?? { sha256: '' };
    expect(await (await attachments.bytes(sha256))?.text()).not.toContain('hunter2');
    ok((await added.undo?.()) ?? { ok: false });
    expect(await store.issue(id)).toMatchObject({ pictures: [], files: [] });
  });

  it('notes how a picture came about, with its address scrubbed', async () => {
    const { store, attachments } = await lab();
    ok(
      await attachments.addPicture(id, new Blob([pngBytes(4, 3)]), {
        via: 'region',
        caption: '  The button  ',
        url: 'https://portal.example/?token=8f2c91d07ab34e55a1b2c3d4e5f60718',
        wholePage: { width: 40, height: 30 },
      }),
    );
    const [picture] = (await store.issue(id))?.pictures ?? [];
    expect(picture).toMatchObject({ via: 'region', caption: 'The button', wholePage: { width: 40 } });
    expect(picture?.url).not.toContain('8f2c91d0');
  });

  it('does not take the same file twice, but takes it again once it was taken off', async () => {
    const { store, attachments } = await lab();
    ok(await attachments.addFiles(id, [file('a.txt', 'one'), file('b.txt', 'one')], 'file'));
    const [here] = (await store.issue(id))?.files ?? [];
    if (here === undefined) throw new Error('Nothing was added.');
    expect(ok(await attachments.addFiles(id, [file('c.txt', 'one')], 'paste'))).toMatchObject({
      added: 0,
      refused: [{ code: 'already-there' }],
      undo: null,
    });
    const removed = ok(await attachments.remove(here));
    expect((await store.issue(id))?.files).toEqual([]);
    expect(ok(await attachments.addFiles(id, [file('c.txt', 'one')], 'paste')).added).toBe(1);
    ok((await removed.undo?.()) ?? { ok: false });
    expect((await store.issue(id))?.files).toHaveLength(2);
  });

  it('keeps to the number of files at a time and per issue, and says so', async () => {
    const { store, attachments } = await lab();
    const { atOnce, items } = ATTACHMENT_LIMITS;
    const many = (from: number, count: number): File[] =>
      Array.from({ length: count }, (_, i) => file(`${from + i}.txt`, `text ${from + i}`));
    const first = ok(await attachments.addFiles(id, many(0, atOnce + 2), 'file'));
    expect(first).toMatchObject({ added: atOnce, refused: [{ code: 'too-many', limit: atOnce }, {}] });
    for (let at = 1; at < items / atOnce; at += 1)
      ok(await attachments.addFiles(id, many(at * 100, atOnce), 'file'));
    expect(ok(await attachments.addFiles(id, many(9000, 1), 'file'))).toMatchObject({
      added: 0,
      refused: [{ code: 'issue-full', limit: items }],
    });
    expect((await store.issue(id))?.files).toHaveLength(items);
  });

  it('scrubs a caption and brings the former one back', async () => {
    const { store, attachments } = await lab();
    ok(await attachments.addPicture(id, new Blob([pngBytes(4, 3)]), { via: 'paste' }));
    const captionNow = async () => (await store.issue(id))?.pictures[0]?.caption;
    const [picture] = (await store.issue(id))?.pictures ?? [];
    if (picture === undefined) throw new Error('Nothing was added.');
    const result = ok(
      await attachments.caption(id, picture.pictureId, 'here: Password: hunter2hunter2!', ''),
    );
    expect(result.masked).toBe(1);
    expect(await captionNow()).not.toContain('hunter2');
    ok((await result.undo?.()) ?? { ok: false });
    expect(await captionNow()).toBe('');
  });

  it('shows a file as text and saves it under a name that does not run', async () => {
    const { store, attachments, downloads } = await lab();
    const files = [
      file('page.html', PAGE),
      file('reply.eml', mailText('Hi\u202e')),
      file('t.har', harText()),
    ];
    ok(await attachments.addFiles(id, files, 'file'));
    const [page, mail, har] = (await store.issue(id))?.files ?? [];
    if (page === undefined || mail === undefined || har === undefined) throw new Error('Not all were added.');
    expect(await attachments.preview(page)).toMatchObject({ kind: 'text', text: PAGE, lines: 1, all: 1 });
    expect(await attachments.preview(mail)).toMatchObject({
      kind: 'mail',
      from: 'Jörg Support <support@provider.example>',
      subject: 'Re: Invoices return 503',
      body: { text: 'Hi⟦U+202E⟧' },
    });
    expect(await attachments.preview(har)).toMatchObject({
      kind: 'har',
      all: 1,
      failed: 1,
      requests: [{ method: 'GET', status: 503, ms: 12 }],
    });
    expect(await attachments.save(page, 'K7-0042')).toBe(true);
    expect(downloads).toMatchObject([{ name: 'page.html.txt', blob: { type: 'application/octet-stream' } }]);
  });

  it('says that the issue is gone and adds nothing', async () => {
    const { attachments } = await lab();
    expect(await attachments.addFiles(seedIssueId(77), [file('a.txt', 'x')], 'file')).toEqual({
      ok: false,
      code: 'no-such-issue',
    });
  });
});
