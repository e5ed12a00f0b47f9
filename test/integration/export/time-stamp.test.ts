import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { timeStampRequest } from '../../../lib/export/evidence/time-stamp.ts';
import { requireTools, runTool } from '../../support/stock-tools.ts';
import { copied, packOf, seeded, sum, sums, text, throwAway } from './pack-support.ts';

let pack: string;
let authority: string;

const openssl = (folder: string, ...args: string[]) => runTool(folder, 'openssl', args);
const run = (folder: string, ...args: string[]): void => {
  const { code, said } = openssl(folder, ...args);
  if (code !== 0) throw new Error(said);
};
/** verify.sh as somebody runs it who trusts that authority. */
const script = (folder: string) =>
  runTool(folder, 'sh', ['-c', `TSA_CA=${join(authority, 'ca.pem')} sh verify.sh`]);

const CONFIG = `
[tsa]
default_tsa = own
[own]
dir = .
serial = ./serial
crypto_device = builtin
signer_cert = ./tsa.pem
certs = ./ca.pem
signer_key = ./tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
[ext]
extendedKeyUsage = critical,timeStamping
[ca]
basicConstraints = critical,CA:TRUE
[req]
distinguished_name = dn
[dn]
`;

/** An authority for time stamps of our own, made by openssl. */
function founded(): string {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-tsa-'));
  writeFileSync(join(folder, 'tsa.cnf'), CONFIG);
  writeFileSync(join(folder, 'serial'), '01');
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-config', 'tsa.cnf'];
  run(
    folder,
    'req',
    '-x509',
    ...key,
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-subj',
    '/CN=CA',
    '-extensions',
    'ca',
  );
  run(folder, 'req', ...key, '-keyout', 'tsa.key', '-out', 'tsa.csr', '-subj', '/CN=TSA');
  const signed = [
    '-CA',
    'ca.pem',
    '-CAkey',
    'ca.key',
    '-CAcreateserial',
    '-extfile',
    'tsa.cnf',
    '-extensions',
    'ext',
  ];
  run(folder, 'x509', '-req', '-in', 'tsa.csr', ...signed, '-out', 'tsa.pem');
  return folder;
}

/** The authority answers the request of that folder. */
function stamped(folder: string): void {
  const [request, answer] = [join(folder, 'SHA256SUMS.tsq'), join(folder, 'SHA256SUMS.tsr')];
  run(authority, 'ts', '-reply', '-config', 'tsa.cnf', '-queryfile', request, '-out', answer);
}

beforeAll(async () => {
  requireTools(['sha256sum', 'openssl', 'sh']);
  authority = founded();
  pack = (await packOf(await seeded(1))).folder;
});
afterAll(() => {
  throwAway();
  rmSync(authority, { recursive: true });
});

describe('the time stamp of an evidence pack', () => {
  it('is asked for by a file that openssl reads: the hash of the checksums, a nonce, and the certificate', () => {
    const { code, said } = openssl(pack, 'ts', '-query', '-in', 'SHA256SUMS.tsq', '-text');
    expect(code).toBe(0);
    expect(said).toContain('Hash Algorithm: sha256');
    expect(said).toMatch(/Nonce: 0x[0-9A-F]{16}/);
    expect(said).toContain('Certificate required: yes');
    const imprint = [...said.matchAll(/^ {4}[0-9a-f]{4} - ([0-9a-f -]{47})/gm)]
      .map(([, bytes = '']) => bytes.replaceAll(/[ -]/g, ''))
      .join('');
    expect(imprint).toBe(sum(text(pack, 'SHA256SUMS')));
    expect(sums(pack).code).toBe(0);
  });

  it('is the same for the same bytes and always reads back, whatever the hash is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (message) => {
        const request = timeStampRequest(message);
        expect(request).toHaveLength(69);
        expect(request).toEqual(timeStampRequest(message));
        expect(request.slice(56, 59)).toEqual(Uint8Array.of(0x02, 0x08, 0x40));
      }),
    );
  });

  it('once answered, is checked by the commands of VERIFY.txt and by verify.sh', () => {
    const folder = copied(pack);
    expect(script(folder).said).toContain('No time stamp is with this pack.');
    stamped(folder);
    writeFileSync(join(folder, 'CA.pem'), readFileSync(join(authority, 'ca.pem')));
    const commands = text(folder, 'VERIFY.txt').match(/openssl ts .*(?=\r)/g) ?? [];
    expect(commands).toHaveLength(3);
    for (const command of commands) expect(runTool(folder, 'sh', ['-c', command]).code).toBe(0);
    rmSync(join(folder, 'CA.pem'));
    const checked = script(folder);
    expect(checked.said).toMatch(/These checksums existed at \w{3} /);
    expect(checked.code).toBe(0);
    const untold = runTool(folder, 'sh', ['verify.sh']);
    expect(untold).toMatchObject({ code: 0, said: expect.stringContaining('Not checked: TSA_CA=') });
  });

  it('of another pack, of another request, of another authority, or damaged is not accepted', async () => {
    const other = (await packOf(await seeded(2))).folder;
    stamped(other);
    const folder = copied(pack);
    writeFileSync(join(folder, 'SHA256SUMS.tsr'), readFileSync(join(other, 'SHA256SUMS.tsr')));
    expect(script(folder).said).toContain('not one of that authority over these checksums');

    stamped(folder);
    const request = readFileSync(join(folder, 'SHA256SUMS.tsq'));
    const changed = Uint8Array.from(request);
    changed[60] = (changed[60] ?? 0) ^ 1;
    writeFileSync(join(folder, 'SHA256SUMS.tsq'), changed);
    expect(script(folder)).toMatchObject({
      code: 1,
      said: expect.stringContaining('does not answer the request'),
    });
    writeFileSync(join(folder, 'SHA256SUMS.tsq'), request);

    const answer = readFileSync(join(folder, 'SHA256SUMS.tsr'));
    const trusted = authority;
    authority = founded();
    expect(script(folder).code).toBe(1);
    rmSync(authority, { recursive: true });
    authority = trusted;
    expect(script(folder).code).toBe(0);
    answer[answer.length - 5] = (answer.at(-5) ?? 0) ^ 1;
    writeFileSync(join(folder, 'SHA256SUMS.tsr'), answer);
    expect(script(folder).code).toBe(1);
  });
});
