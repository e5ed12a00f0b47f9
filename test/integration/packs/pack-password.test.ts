import { expect, it } from 'vitest';
import { composePack } from '../../../lib/app/packs/compose-pack.ts';
import { packHtml } from '../../../lib/export/packs/pack-html.tsx';
import { ACME, DIRECTORY, erpCapture, office } from '../../support/accounts.ts';
import { bufferOf, openWithOpenssl } from '../../support/openssl-zip.ts';
import { packFacts, packsOf, PLAIN_ORDER } from '../../support/packs.ts';
import { ok } from '../../support/storage.ts';

it('goes out as it was composed, in a file that tells neither the provider nor the title', async () => {
  const desk = office();
  const { store } = desk;
  ok(await desk.directory.saveAll(DIRECTORY));
  ok(await store.append(erpCapture(1, '2026-03-02T08:00:00.000Z')));
  const files: { blob: Blob; name: string }[] = [];
  const service = packsOf(desk, (blob, name) => files.push({ blob, name }));
  await desk.follower.settled();
  const doc = composePack(await packFacts(desk, { providerId: ACME.id }), PLAIN_ORDER);
  const done = await service.deliver(doc, 'html', new Map(), 'gabo-mitu-selo');
  const [file] = files;
  if (file === undefined) throw new Error('Nothing went out.');
  expect(done).toEqual({ fileName: file.name, noted: true });
  expect(file.name).toMatch(/^casebook_\d{4}-\d\d-\d\d_protected\.zip$/);
  const { name, bytes } = openWithOpenssl(await bufferOf(file.blob), 'gabo-mitu-selo');
  expect(name).toBe('casebook.html');
  expect(bytes.toString('utf8')).toBe(await packHtml(doc));
});
