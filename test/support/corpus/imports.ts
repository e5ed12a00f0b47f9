import { BlobReader, BlobWriter, TextReader, ZipReader, ZipWriter } from '@zip.js/zip.js';
import { operatedOn, SURGERIES } from './zip-surgery.ts';
import { sha256Hex } from '../../../lib/domain/ledger/chain.ts';

type Files = ReadonlyMap<string, Blob | string>;
type Packing = Readonly<{ level?: number; password?: string; zip64?: boolean }>;

export async function unpackedFiles(blob: Blob): Promise<Map<string, Blob>> {
  const zip = new ZipReader(new BlobReader(blob), { useWebWorkers: false });
  const files = new Map<string, Blob>();
  for (const entry of await zip.getEntries())
    if (!entry.directory) files.set(entry.filename, await entry.getData(new BlobWriter()));
  return files;
}

export async function packedFiles(files: Files, packing: Packing = {}): Promise<Blob> {
  const zip = new ZipWriter(new BlobWriter('application/zip'), {
    useWebWorkers: false,
    level: 0,
    ...packing,
  });
  for (const [name, content] of files)
    await zip.add(name, typeof content === 'string' ? new TextReader(content) : new BlobReader(content));
  return zip.close();
}

/** Files that want harm or are something else. `refused`: by whoever takes in logs; else taken and harmless. */
export type BadImport = Readonly<{ id: string; what: string; refused: boolean; make: () => Promise<Blob> }>;

const text = (content: string): Promise<Blob> => Promise.resolve(new Blob([content]));
const bytes = (...content: number[]): Promise<Blob> => Promise.resolve(new Blob([Uint8Array.from(content)]));

/** A file that says it is larger than it may be; nobody has to hold its bytes. */
function claiming(size: number): Blob {
  return Object.defineProperty(new Blob(['{}']), 'size', { value: size });
}

/**
 * The hostile files of the corpus I, made of a backup that is good, and `bombed`, a backup in which an entry names a
 * picture of 65,535 × 65,535. `seal`: checksums and counts are made to fit again.
 */
export function badImports(good: Blob, bombed: Blob): readonly BadImport[] {
  const changed = async (path: RegExp, change: (content: string) => string, seal = false): Promise<Blob> => {
    const files = new Map<string, Blob | string>();
    for (const [name, content] of await unpackedFiles(good))
      files.set(name, path.test(name) ? change(await content.text()) : content);
    return packedFiles(seal ? await sealed(files) : files);
  };
  const line = (change: (content: string) => string): Promise<Blob> => changed(/^ledgers/, change, true);
  const with_ = async (name: string, content: Blob | string, packing: Packing = {}): Promise<Blob> =>
    packedFiles(new Map([...(await unpackedFiles(good)), [name, content]]), packing);
  const without = async (path: RegExp): Promise<Blob> =>
    packedFiles(new Map([...(await unpackedFiles(good))].filter(([name]) => !path.test(name))));
  const manifest = (change: (content: string) => string): Promise<Blob> => changed(/^manifest/, change);
  const bad = (id: string, what: string, make: () => Promise<Blob>): BadImport => ({
    id,
    what,
    refused: true,
    make,
  });
  return [
    bad('I1', 'an empty file', () => text('')),
    bad('I2', 'cut JSON', () => manifest((m) => m.slice(0, m.length / 2))),
    bad('I3', 'a picture', () => bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)),
    bad('I3', 'a PDF', () => text('%PDF-1.7')),
    bad('I4', 'UTF-16', () => bytes(0xff, 0xfe, 0x7b, 0)),
    bad('I5', 'bytes that are no UTF-8', async () => {
      const files = new Map<string, Blob | string>(await unpackedFiles(good));
      const [name = ''] = [...files.keys()].filter((one) => one.startsWith('ledgers'));
      files.set(name, new Blob([Uint8Array.of(0xc3, 0x28, 10)]));
      return packedFiles(await sealed(files));
    }),
    bad('I6', 'a file of 20 GB', () => Promise.resolve(claiming(20 * 1024 ** 3))),
    bad('I7', 'a polluted manifest', () => manifest((m) => m.replace('{', '{"__proto__":{"x":1},'))),
    bad('I7', 'a polluted entry', () =>
      line((l) => l.replace('"entry":{', '"entry":{"constructor":{"x":1},')),
    ),
    bad('I8', '100,000 levels', () => manifest(() => '['.repeat(100_000) + ']'.repeat(100_000))),
    bad('I9', 'a name twice', () => line((l) => l.replace('"entry":{', '"entry":{"v":1,'))),
    bad('I10', 'a number without end', () =>
      line((l) => l.replace(/"offsetMin":-?\d+/, '"offsetMin":1e400')),
    ),
    bad('I10', 'a number that is not whole', () =>
      line((l) => l.replace(/"offsetMin":-?\d+/, '"offsetMin":0.5')),
    ),
    bad('I10', 'a number that rounds', () => line((l) => l.replace('"v":1', '"v":9007199254740993'))),
    bad('I11', 'a wrong type', () => line((l) => l.replace(/"kind":"[^"]*"/, '"kind":7'))),
    bad('I11', 'a field too many', () => line((l) => l.replace('"entry":{', '"entry":{"extra":1,'))),
    bad('I12', 'a newer version', () =>
      manifest((m) => m.replace('casebook-backup/1', 'casebook-backup/99')),
    ),
    bad('I13', 'a version before the first', () =>
      manifest((m) => m.replace('casebook-backup/1', 'casebook-backup/0')),
    ),
    bad('I14', 'a day that is none', () => line((l) => l.replace(/"at":"[^"]*"/, '"at":"2026-13-45"'))),
    bad('I15', 'a million lines', () => line((l) => l + '{}\n'.repeat(1_000_000))),
    bad('I16', 'a line twice', () => line((l) => `${l.split('\n')[0]}\n${l}`)),
    bad('I17', 'an id of 10 KB', () =>
      line((l) => l.replace(/"id":"[^"]*"/, `"id":"${'x'.repeat(10_000)}"`)),
    ),
    bad('I17', 'an id that is a name of JavaScript', () =>
      line((l) => l.replace(/"id":"[^"]*"/, '"id":"__proto__"')),
    ),
    bad('I18', 'a page instead of a picture', () => changed(/^pictures/, () => '<script>1</script>', true)),
    bad('I18', 'a drawing with a script instead of a picture', () =>
      changed(/^pictures/, () => '<svg onload="alert(1)"/>', true),
    ),
    bad('I18', 'a picture of 65,535 × 65,535', () => Promise.resolve(bombed)),
    bad('I19', 'a checksum that is wrong', () => changed(/^settings/, (s) => `${s} `)),
    bad('I20', 'a way out of the folder', () => with_('../x', 'x')),
    bad('I20', 'a name of another drive', () => with_('C:\\x', 'x')),
    bad('I20', 'a backslash', () => with_('a\\..\\b', 'x')),
    bad('I21', 'far more than a hundred times its size', async () => {
      const files = new Map<string, Blob | string>(await unpackedFiles(good));
      const [name = ''] = [...files.keys()].filter((one) => one.startsWith('ledgers'));
      files.set(name, new Blob([new Uint8Array(8 << 20)]));
      return packedFiles(await sealed(files), { level: 9 });
    }),
    bad('I22', 'a password', () => with_('extra.txt', 'x', { password: 'secret' })),
    bad('I22', 'a password around it', () =>
      packedFiles(new Map([['casebook.zip', good]]), { password: 'twelve chars' }),
    ),
    bad('I22', 'names that differ by case', () => with_('MANIFEST.json', 'x')),
    bad('I22', 'a cut archive', () => Promise.resolve(good.slice(0, good.size - 30))),
    bad('I22', 'data behind the end', () => Promise.resolve(new Blob([good, 'more']))),
    bad('I22', 'zip64', () => with_('extra.txt', 'x', { zip64: true })),
    ...SURGERIES.map(({ id, what, cut }) => bad(id, what, () => operatedOn(good, cut))),
    {
      id: 'I22',
      what: 'an archive inside',
      refused: false,
      make: () => with_('inner.zip', good),
    },
    { id: 'I23', what: 'a file that it does not name', refused: false, make: () => with_('extra.txt', 'x') },
    bad('I24', 'a missing file', () => without(/^pictures/)),
    bad('I28', 'our report', () => text('<!doctype html>\n<html>')),
    bad('I30', 'a table', () => text('\ufeff"Number","Title"\r\n')),
  ];
}

/** A manifest that fits what is there, as a forger would write it; the chain of hashes he cannot write. */
async function sealed(files: Files): Promise<Files> {
  const out = new Map(files);
  const manifest: unknown = JSON.parse(await new Blob([files.get('manifest.json') ?? '{}']).text());
  const { files: listed, ...rest } = manifest as { files: { path: string }[] }; // as: it was a good backup
  const fits = await Promise.all(
    listed.map(async (one) => {
      const content = new Uint8Array(await new Blob([files.get(one.path) ?? '']).arrayBuffer());
      return { ...one, bytes: content.length, sha256: sha256Hex(content) };
    }),
  );
  out.set('manifest.json', JSON.stringify({ ...rest, files: fits }));
  return out;
}
