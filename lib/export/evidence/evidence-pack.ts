import { utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalText } from '../../domain/ledger/canonical.ts';
import { positionOf } from '../../domain/issue/entry-order.ts';
import type { Issue } from '../../domain/issue/issue.ts';
import type { LedgerId, Sha256Hex } from '../../domain/ledger/primitives.ts';
import type { ExportHead } from '../model/export-file.ts';
import type { ReportRow } from '../model/report-plan.ts';
import type { SharedIssue } from '../model/shared-issue.ts';
import type { ReportWords } from '../model/words.ts';
import type { FilePart } from '../parts/text-parts.ts';
import type { Sharing } from '../plan.ts';
import type { Work } from '../source.ts';
import type { ZipFile } from '../zip/writer.ts';
import { isOfTheLedger, passChain } from './chain-pass.ts';
import type { StoredLine } from '../backup/write-backup.ts';
import { fatesOf } from './entry-fate.ts';
import type { Fate } from './entry-fate.ts';
import { packManifest } from './pack-manifest.ts';
import type { LedgerContents } from './pack-manifest.ts';
import type { PackSource } from './pack-source.ts';
import { createSmallFiles } from './small-files.ts';
import type { PackFile } from './small-files.ts';
import { allowedSigners, fingerprint, publicKeyPem, sshSignature } from './ssh-signature.ts';
import type { Signer } from './ssh-signature.ts';
import { REQUEST, timeStampRequest } from './time-stamp.ts';
import { VERIFY_COMMANDS, VERIFY_PS1, VERIFY_SH } from './verify-scripts.ts';

/** What was written while the issues went by. */
export type Gathered = Readonly<{
  /** The report in its forms. */
  texts: readonly Readonly<{ path: string; part: FilePart }>[];
  /** Pictures and files; their bytes are only referred to. */
  evidence: readonly PackFile[];
  head: ExportHead;
  /** VERIFY.txt in the language of the report. */
  verifyText: ReportWords['verify'];
}>;

/** `signedBy`: fingerprint of the key, null where the pack is not signed. */
export type PackFiles = Readonly<{ files: ZipFile[]; reread: Set<string>; signedBy: string | null }>;

export type EvidencePack = Readonly<{
  /** The row with the paths that its pictures and files have in a pack. */
  named(row: ReportRow, issue: Issue): ReportRow;
  /** Notes which of an issue's entries go out. */
  add(issue: Issue, shared: SharedIssue): void;
  /** Every file in its fixed order, and which of them are to be read back. Throws `BrokenLog`. */
  end(gathered: Gathered, work: Work): Promise<PackFiles>;
}>;

const numbered = (folder: string, ledger: LedgerId, n: number): string =>
  `${folder}/${ledger}/${String(n).padStart(6, '0')}.json`;

/** The hashes that the entries of an issue name: pictures as they were captured. */
function capturedHashes(issue: Issue): ReadonlySet<Sha256Hex> {
  return new Set(
    issue.entries.flatMap((entry) => {
      if (entry.kind === 'occurrence.captured')
        return entry.body.picture.state === 'present' ? [entry.body.picture.sha256] : [];
      if (entry.kind === 'picture.original_removed') return [entry.body.replacement.sha256];
      if (entry.kind !== 'evidence.added') return [];
      const { item } = entry.body;
      return [item.type === 'picture' ? item.picture.sha256 : item.file.sha256];
    }),
  );
}

/** Everything over which somebody else can check, without us, that nothing was changed: docs/evidence-pack.md. */
export function createEvidencePack(source: PackSource, sharing: Sharing): EvidencePack {
  const fates = new Map<string, Fate>();

  async function ledgerFiles(
    of: Awaited<ReturnType<PackSource['ledgers']>>[number],
    small: ReturnType<typeof createSmallFiles>,
    work: Work,
  ): Promise<Readonly<{ contents: LedgerContents; chain: PackFile }>> {
    const lists: Record<'included' | 'redacted' | 'withheld' | 'deleted', number[]> = {
      included: [],
      redacted: [],
      withheld: [],
      deleted: [],
    };
    const sort = (line: StoredLine): void => {
      const { n, sha256 } = line;
      if (!('json' in line)) return void lists['erased' in line ? 'deleted' : 'withheld'].push(n);
      const { json } = line;
      const fate = fates.get(positionOf({ ledger: of.ledger, n }));
      if (fate?.as === 'whole' || isOfTheLedger(json)) {
        // Its hash was computed just now, from its text.
        small.add(numbered('records', of.ledger, n), json, sha256);
        lists.included.push(n);
      } else if (fate?.as === 'reduced') {
        const copy = canonicalText({ of: { ledger: of.ledger, n, sha256 }, shared: fate.copy });
        small.add(numbered('derived', of.ledger, n), copy);
        lists.redacted.push(n);
      } else lists.withheld.push(n);
    };
    const { file, previousExport } = await passChain(source, of, sort, work);
    const contents = {
      ledger: of.ledger,
      own: of.own,
      length: of.n,
      head: of.link,
      ...lists,
      previousExport,
    };
    return { contents, chain: packFile(`chains/${of.ledger}.txt`, file) };
  }

  return {
    named(row, issue) {
      const captured = capturedHashes(issue);
      const pictures = row.pictures.map((one) => ({
        ...one,
        file: one.file.replace(
          /^pictures\//,
          captured.has(one.sha256) ? 'screenshots/' : 'derived/screenshots/',
        ),
      }));
      return { ...row, pictures };
    },
    add(issue, shared) {
      for (const [position, fate] of fatesOf(issue, shared, sharing)) fates.set(position, fate);
    },
    async end({ texts, evidence, head, verifyText }, work) {
      const signer = await source.signer();
      const key = signer === null ? null : fingerprint(signer.publicKey);
      const small = createSmallFiles();
      const ledgers: LedgerContents[] = [];
      const chains: PackFile[] = [];
      const known = new Map<string, ExportHead['ledgers'][number]>(
        head.ledgers.map((one) => [one.ledger, one]),
      );
      for (const of of await source.ledgers()) {
        // As they stood when the export began: what was recorded meanwhile belongs to the next one.
        const begun = known.get(of.ledger);
        if (begun === undefined || begun.n === 0) continue;
        const { contents, chain } = await ledgerFiles({ ...of, n: begun.n, link: begun.link }, small, work);
        ledgers.push(contents);
        chains.push(chain);
      }
      const front = createSmallFiles();
      front.add(
        'VERIFY.txt',
        crlf(verifyText({ fingerprint: key, heads: head.ledgers, commands: VERIFY_COMMANDS })),
      );
      front.add('verify.sh', VERIFY_SH);
      front.add('verify.ps1', crlf(VERIFY_PS1));
      const manifest = createSmallFiles();
      manifest.add('manifest.json', packManifest(head, ledgers, key));
      const listed = [
        ...front.end(),
        ...texts.map(({ path, part }) => packFile(path, part)),
        ...small.end(),
        ...evidence,
        ...chains,
        ...manifest.end(),
      ];
      const sealed = await seal(listed, signer);
      const bulk = (path: string) => /^(?:records|derived|screenshots|files)\//.test(path);
      const files = [...listed, ...sealed];
      return {
        files,
        reread: new Set(files.map(({ path }) => path).filter((path) => !bulk(path))),
        signedBy: key,
      };
    },
  };
}

const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

function packFile(path: string, { parts, bytes, crc32, sha256 }: FilePart): PackFile {
  if (sha256 === null) throw new Error(`${path} was written without its checksum.`);
  return { path, parts, bytes, crc32, sha256 };
}

/** SHA256SUMS over all files, and the signatures over it. */
async function seal(listed: readonly PackFile[], signer: Signer | null): Promise<PackFile[]> {
  const lines = listed
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1));
  const sums = lines.join('');
  const files = createSmallFiles();
  const message = new Uint8Array(utf8ToBytes(sums));
  files.add('SHA256SUMS', sums);
  files.addBytes(REQUEST, timeStampRequest(message));
  if (signer !== null) {
    files.add('SHA256SUMS.sshsig', await sshSignature(message, signer));
    files.addBytes('SHA256SUMS.sig', await signer.sign(message));
    files.add('signing-key.pem', publicKeyPem(signer.publicKey));
    files.add('allowed_signers', allowedSigners(signer.publicKey));
  }
  return files.end();
}
