import type { Verifiable } from './verify-types.ts';

/** VERIFY.txt of an evidence pack. */
export function verifyText({ fingerprint, heads, commands }: Verifiable): string {
  const signature =
    fingerprint === null
      ? [
          '3. The signature',
          '   This pack is not signed: the browser it was made in cannot make such signatures.',
        ]
      : [
          '3. The list of checksums was signed with the key of this pack. Either command is enough',
          `   ${commands.ssh}`,
          `   ${commands.openssl}`,
          `   The fingerprint of that key: ${fingerprint}`,
          '   Compare it with one that you know from elsewhere: an earlier pack, a letter, a contract. Anybody can make a key;',
          '   the key in this folder alone does not prove who made the pack.',
        ];
  return [
    'How to check this pack',
    '',
    'All at once: "sh verify.sh" on Linux, macOS and Git Bash; on Windows',
    '"powershell -ExecutionPolicy Bypass -File verify.ps1". Or step by step, with nothing of ours:',
    '',
    '1. No file was changed and none is missing (macOS: shasum -a 256 -c SHA256SUMS)',
    `   ${commands.sums}`,
    '2. No file was added (bash; prints nothing if all is well)',
    `   ${commands.added}`,
    ...signature,
    '4. The entries of the log were numbered and linked in this order; chains/ lists every one, also those that were left out.',
    '   For each file of chains/ (bash):',
    `   ${commands.chain}`,
    '   It must end with the head given here and print no BROKEN:',
    ...heads.map(({ ledger, n, link }) => `   ${ledger}: ${n} entries, head ${link}`),
    '   A file records/LEDGER/NUMBER.json has the checksum that stands in the chain behind that number.',
    '   If you have an earlier pack of the same log, its head stands in this chain at its number: nothing was rewritten since.',
    '5. Only if wanted: a time that somebody else vouches for (RFC 3161). SHA256SUMS.tsq asks an authority for it; it holds the',
    '   checksum of SHA256SUMS and nothing else of this pack. Nobody has sent it. To send it to the authority of your choice:',
    `   ${commands.askTime}`,
    '   Keep its answer here as SHA256SUMS.tsr. It must say "Status: Granted." and its time:',
    `   ${commands.showTime}`,
    '   With the certificate of the authority, which it publishes, as CA.pem (both must end with "Verification: OK"):',
    `   ${commands.checkTime}`,
    `   ${commands.checkRequest}`,
    '   It shows that the checksums, and with them every file, existed at that time; not that they were true.',
    '',
    'What is where',
    '   report.html, report.md, issues.csv: the report in three forms',
    '   records/: entries of the log, byte for byte as they were written',
    '   derived/: what the report shows of an entry that was not included whole, and pictures with marks or covered parts',
    '   screenshots/, files/: pictures and files as they were stored',
    '   chains/: number, checksum and link of every entry of the log',
    '   manifest.json: which numbers are included, reduced, withheld or erased',
    '',
    'What this shows, and what it does not',
    '   These checks show that the files have not changed since the browser of the reporter signed them, that they were',
    '   signed with the key whose fingerprint is shown, that the entries were numbered and linked in this order, and which',
    '   entries were left out or erased. The signature is for the package; entries of colleagues in it are theirs.',
    '   They do not show that a page really looked like this, that the clock of the computer was right, who the reporter',
    '   is, or that nothing was recorded before or beside it: the reporter controls the browser. A time is independent',
    '   only where somebody else holds it, such as a ticket or a mail in which the head above was quoted.',
    '',
  ].join('\n');
}
