import { describe, expect, it } from 'vitest';
import { maskLong } from '../../../../lib/app/attachments/mask.ts';
import { ATTACHMENT_LIMITS } from '../../../../lib/domain/evidence/attachment-limits.ts';
import { sha256Hex } from '../../../../lib/domain/ledger/chain.ts';
import { readMail } from '../../../../lib/export/importers/mail.ts';
import { SECRETS } from '../../../support/corpus/secrets.ts';
import {
  gifBytes,
  harText,
  jpegBytes,
  joinBytes,
  mailText,
  PAGE,
  pngBomb,
  pngBytes,
  pngWith,
  SVG,
  textBytes,
} from '../../../support/files.ts';
import { heapGrowth } from '../../../support/heap.ts';
import { realPngBomb } from '../../../support/png-bomb.ts';
import { looked, masks, painted, storedText, taken } from './lab.ts';

const secret = 'Authorization: Bearer 8f2c91d07ab34e55a1b2c3d4e5f60718';
const hidden = '8f2c91d07ab34e55a1b2c3d4e5f60718';

describe('a chosen picture', () => {
  it('keeps its pixels and nothing else', async () => {
    const plain = pngBytes(40, 30);
    const { item, blob } = await taken(pngWith(plain, 'GPS 48.137 N', PAGE), 'me.png');
    expect(item).toMatchObject({ type: 'picture', picture: { mime: 'image/png', width: 40, height: 30 } });
    expect(new Uint8Array(await blob.blob.arrayBuffer())).toEqual(plain);
    expect(blob.sha256).toBe(sha256Hex(plain));
    expect(blob.blob.type).toBe('image/png');
  });

  it('loses where and with what it was taken', async () => {
    const { item, blob } = await taken(jpegBytes({ width: 40, height: 30, gps: 'GPS 48.137 N', tail: PAGE }));
    expect(item).toMatchObject({ type: 'picture', picture: { mime: 'image/jpeg', width: 40 } });
    const text = await blob.blob.text();
    for (const gone of ['GPS', 'Exif', 'a comment', '<script>']) expect(text).not.toContain(gone);
  });

  it('is drawn upright when the camera was turned, and as PNG when it is of another kind', async () => {
    const photo = await taken(
      jpegBytes({ width: 40, height: 30, orientation: 6 }),
      'photo.jpg',
      painted({ turned: true }).painter,
    );
    expect(photo.item).toMatchObject({ type: 'picture', picture: { width: 30, height: 40 } });
    const gif = await taken(joinBytes(gifBytes(8, 6), PAGE), 'x.gif');
    expect(gif.item).toMatchObject({ type: 'picture', picture: { mime: 'image/png', width: 8, height: 6 } });
    expect(await storedText(gif)).not.toContain('<script>');
  });

  it('is never decoded when it claims too many pixels', async () => {
    const { decoded, painter } = painted();
    expect(await looked(pngBomb(), 'bomb.png', painter)).toEqual({
      ok: false,
      code: 'too-many-pixels',
      name: 'bomb.png',
      limit: ATTACHMENT_LIMITS.pixels,
    });
    expect(await looked(gifBytes(60_000, 60_000), 'bomb.gif', painter)).toMatchObject({ ok: false });
    const { result, ms, mb } = await heapGrowth(() => looked(realPngBomb(), 'bomb.png', painter));
    expect(result).toMatchObject({ ok: false, code: 'too-many-pixels' });
    expect(ms).toBeLessThan(2000);
    expect(mb).toBeLessThan(300);
    expect(decoded).toEqual([]);
  });

  it('is refused when it cannot be decoded', async () => {
    expect(await looked(pngBytes(4, 4), 'cut.png', painted({ fails: true }).painter)).toMatchObject({
      code: 'damaged-picture',
    });
  });
});

describe('a chosen text', () => {
  it('stays as it came, byte for byte, when it has no secret', async () => {
    const bytes = textBytes('\ufeff2026-11-23\r\nERROR Größe\r\n');
    const { item, blob, masked } = await taken(bytes, '../log.txt');
    expect(masked).toBe(0);
    expect(item).toMatchObject({ type: 'file', file: { kind: 'text', mime: 'text/plain', name: 'log.txt' } });
    expect(new Uint8Array(await blob.blob.arrayBuffer())).toEqual(bytes);
  });

  it.each([
    ['a page', PAGE],
    ['a drawing', SVG],
  ])('is a text without a type when it is %s', async (_name, text) => {
    const { item, blob } = await taken(textBytes(text), 'x.html');
    expect(item).toMatchObject({ type: 'file', file: { kind: 'text', mime: 'text/plain' } });
    expect(blob.blob.type).toBe('application/octet-stream');
  });

  it('holds none of the known secrets afterwards', async () => {
    const text = SECRETS.map(({ said }, i) => `line ${i}\n${said}\n`).join('\n');
    const { blob, masked } = await taken(textBytes(text), 'trace.log');
    const stored = await blob.blob.text();
    for (const { kind, raw } of SECRETS) expect([kind, stored.includes(raw)]).toEqual([kind, false]);
    expect(masked).toBeGreaterThanOrEqual(SECRETS.length / 2);
    expect(stored).toContain('line 3');
  });

  it('finds a secret in a wide text too', async () => {
    const codes = [0xfeff, ...Array.from(secret, (letter) => letter.charCodeAt(0))];
    const { blob } = await taken(joinBytes(codes.flatMap((code) => [code & 255, code >> 8])), 'w.txt');
    expect(await blob.blob.text()).not.toContain(hidden);
    expect(await blob.blob.text()).toContain('Authorization');
  });

  it('says how large it may be, and masks the name', async () => {
    const { textBytes: limit } = ATTACHMENT_LIMITS;
    expect(await looked(new Uint8Array(limit + 1).fill(0x61), 'big.log')).toEqual({
      ok: false,
      code: 'too-large',
      name: 'big.log',
      limit,
    });
    const named = await taken(textBytes('x'), 'token=8f2c91d07ab34e55a1b2c3d4e5f60718.txt');
    expect(named.name).not.toContain(hidden);
    expect(await looked(new Uint8Array(), 'no.txt')).toMatchObject({ code: 'empty' });
  });

  it('is masked the same in pieces as in one', async () => {
    const key = SECRETS.find(({ raw }) => raw.startsWith('-----BEGIN'))?.raw ?? '';
    const filler = '2026-11-23 14:02 INFO all is well, nothing to see here, request 4711 done\n';
    for (const before of [1000, 128 * 1024 - 60, 128 * 1024 - 200, 128 * 1024 + 3]) {
      const text = `${filler.repeat(before / filler.length)}\n${key}\n${filler.repeat(3000)}Password:\n  hunter2hunter2!\n`;
      const pieces = await maskLong(text, { ...masks, pause: () => null });
      expect(pieces.value).not.toContain(key.split('\n')[2]);
      expect(pieces).toEqual(masks.text(text));
    }
  });
});

describe('a chosen mail', () => {
  it('stays as it came when nothing in it is secret', async () => {
    const text = mailText('Please try again.');
    const prepared = await taken(textBytes(text), 'reply.eml');
    expect(prepared).toMatchObject({ masked: 0, leftOut: 0, item: { file: { kind: 'mail' } } });
    expect(await storedText(prepared)).toBe(text);
  });

  it('is written anew as plain text when a packed part holds a secret', async () => {
    const prepared = await taken(textBytes(mailText(`Grüße, use ${secret} please`)), 'reply.eml');
    expect(prepared.masked).toBeGreaterThan(0);
    const stored = new Uint8Array(await prepared.blob.blob.arrayBuffer());
    expect(new TextDecoder().decode(stored)).not.toContain(btoa(hidden).slice(4, 20));
    const mail = await readMail(stored);
    expect(mail).toMatchObject({
      from: 'Jörg Support <support@provider.example>',
      subject: 'Re: Invoices return 503',
      date: '2026-11-23T13:02:00.000Z',
      html: '',
    });
    expect(mail?.text).toContain('Grüße, use Authorization');
    expect(mail?.text).not.toContain(hidden);
  });

  it('finds a secret in a header, in an attached text and between the parts', async () => {
    const attached = mailText('hello').replace(
      '--b--',
      `--b\r\nContent-Type: text/plain; name=a.log\r\nContent-Disposition: attachment; filename=a.log\r\nContent-Transfer-Encoding: base64\r\n\r\n${btoa(secret)}\r\n--b--`,
    );
    for (const text of [
      mailText('hello', `X-Debug: ${secret}`),
      attached,
      mailText('hello').replace('--b\r\n', `${secret}\r\n--b\r\n`),
    ]) {
      const prepared = await taken(textBytes(text), 'x.eml');
      expect(prepared.masked).toBeGreaterThan(0);
      expect(await storedText(prepared)).not.toContain(hidden);
      expect(await storedText(prepared)).not.toContain(btoa(secret).slice(10, 40));
    }
    expect((await taken(textBytes(attached))).leftOut).toBe(1);
  });

  it('holds none of the known secrets afterwards', async () => {
    for (const { kind, raw, said } of SECRETS) {
      const prepared = await taken(textBytes(mailText(`Hello\n\n${said}\n`)), 'x.eml');
      const stored = new Uint8Array(await prepared.blob.blob.arrayBuffer());
      const mail = await readMail(stored);
      const all = `${new TextDecoder().decode(stored)} ${mail?.text ?? ''} ${mail?.html ?? ''}`;
      expect([kind, all.includes(raw)]).toEqual([kind, false]);
    }
  });

  it('is a text when its parts are endless', async () => {
    let nested = 'deep';
    for (let i = 0; i < 40; i += 1)
      nested = `Content-Type: multipart/mixed; boundary=x${i}\r\n\r\n--x${i}\r\n${nested}\r\n--x${i}--\r\n`;
    const prepared = await taken(textBytes(`From: a@b.example\r\nTo: c@d.example\r\n${nested}`), 'x.eml');
    expect(prepared.item).toMatchObject({ file: { kind: 'text' } });
  });
});

describe('a chosen HAR file', () => {
  const named = (name: string, value: string) => ({ name, value });

  it('loses the secrets of headers, cookies, addresses and bodies, and stays a HAR file', async () => {
    const text = harText({
      headers: [named('authorization', `Bearer ${hidden}`), named('accept', 'text/html')],
      cookies: [named('app_session', 'k3jH8sPqLmZx92bVnC4tYw71RdEuAo56'), named('lang', 'de')],
      url: `https://portal.example/api?access_token=${hidden}&page=2`,
      body: `{"password":"${hidden}","total":3}`,
    });
    const prepared = await taken(textBytes(text), 'trace.har');
    const stored = await storedText(prepared);
    expect(stored).not.toContain(hidden);
    expect(stored).not.toContain('k3jH8sPqLmZx92bVnC4tYw71RdEuAo56');
    expect(prepared.masked).toBeGreaterThanOrEqual(4);
    const har: unknown = JSON.parse(stored);
    expect(har).toMatchObject({
      log: {
        version: '1.2',
        entries: [
          {
            request: { headers: [{ name: 'authorization' }, named('accept', 'text/html')] },
            response: { status: 503, content: { mimeType: 'application/json' } },
          },
        ],
      },
    });
    expect(stored).toContain('page=2');
  });

  it('holds none of the known secrets afterwards, wherever they stood', async () => {
    for (const { kind, raw, said } of SECRETS) {
      const [name = '', ...rest] = said.split(/: (?=\S)/);
      const header = rest.length > 0 ? [named(name, rest.join(': '))] : [];
      const prepared = await taken(textBytes(harText({ headers: header, body: said })), 'x.har');
      expect(prepared.item).toMatchObject({ file: { kind: 'har' } });
      const stored = await storedText(prepared);
      expect([kind, stored.includes(raw) || stored.includes(JSON.stringify(raw).slice(1, -1))]).toEqual([
        kind,
        false,
      ]);
    }
  });

  it('leaves out packed and very long contents, and says how many', async () => {
    const har = harText({ body: 'x'.repeat(300_000) });
    expect(await taken(textBytes(har), 'x.har')).toMatchObject({ leftOut: 1, masked: 0 });
  });

  it('is a text when it is not what it seems', async () => {
    for (const text of [
      '{"log":{"entries":7}}',
      '{"log":{"__proto__":{"x":1},"entries":[]}}',
      `{"log":{"entries":[]${',"a":{"b":1'.repeat(100)}`,
    ])
      expect((await taken(textBytes(text), 'x.har')).item).toMatchObject({ file: { kind: 'text' } });
    expect(({} as { x?: number }).x).toBeUndefined(); // as: nothing may have reached the prototype
  });
});

describe('any other file', () => {
  it('is kept as it came, without a type and without being looked into', async () => {
    const bytes = joinBytes('MZ', [0x90, 0, 3, 0], PAGE);
    const { item, blob } = await taken(bytes, 'setup.exe');
    expect(item).toMatchObject({ type: 'file', file: { kind: 'other', mime: 'application/octet-stream' } });
    expect(new Uint8Array(await blob.blob.arrayBuffer())).toEqual(bytes);
  });

  it('is refused beyond the limit before it is read', async () => {
    const huge = { size: ATTACHMENT_LIMITS.fileBytes + 1, name: 'huge.zip' };
    const chosen = Object.defineProperty(Object.assign(new Blob([]), { name: huge.name }), 'size', {
      value: huge.size,
    });
    const { prepare } = await import('../../../../lib/app/attachments/prepare.ts');
    const result = await prepare(chosen, {
      masking: { ...masks, pause: () => null },
      painter: painted().painter,
    });
    expect(result).toMatchObject({ ok: false, code: 'too-large' });
  });
});
