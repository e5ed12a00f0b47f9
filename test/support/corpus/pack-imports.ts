import { packedFiles, unpackedFiles } from './imports.ts';
import type { BadImport } from './imports.ts';

const SIGNATURE = ['SHA256SUMS.sig', 'SHA256SUMS.sshsig', 'signing-key.pem', 'allowed_signers'];

/**
 * What the corpus I says of evidence packs, made of one that somebody else signed, another by another key, and one of
 * which an entry names a picture of 65,535 × 65,535. All three are signed as they have to be.
 */
export function badPacks(pack: Blob, other: Blob, bombed: Blob): readonly BadImport[] {
  /** The pack with these files of the other one. */
  const mixed = async (wanted: (path: string) => boolean): Promise<Blob> => {
    const files = await unpackedFiles(pack);
    for (const path of files.keys()) if (wanted(path)) files.delete(path);
    for (const [path, content] of await unpackedFiles(other)) if (wanted(path)) files.set(path, content);
    return packedFiles(files);
  };
  const mix = (what: string, wanted: (path: string) => boolean): BadImport => ({
    id: 'I26',
    what,
    refused: true,
    make: () => mixed(wanted),
  });
  return [
    {
      id: 'I25',
      what: 'a pack that somebody else signed',
      refused: false,
      make: () => Promise.resolve(pack),
    },
    mix('the signature and key of another pack', (path) => SIGNATURE.includes(path)),
    mix('the sums, signature and key of another pack', (path) => ['SHA256SUMS', ...SIGNATURE].includes(path)),
    mix('the sums, signature, key and manifest of another pack', (path) =>
      ['SHA256SUMS', 'manifest.json', ...SIGNATURE].includes(path),
    ),
    mix('the entries and chains of another pack', (path) => /^(?:records|chains)\//.test(path)),
    {
      id: 'I18',
      what: 'a signed pack with a picture of 65,535 × 65,535',
      refused: true,
      make: () => Promise.resolve(bombed),
    },
  ];
}
