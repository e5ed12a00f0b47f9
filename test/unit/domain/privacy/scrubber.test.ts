import { describe, expect, it } from 'vitest';
import { createScrubber } from '../../../../lib/domain/privacy/scrubber.ts';
import {
  lowConfidenceMasked,
  mergeMasked,
  totalMasked,
} from '../../../../lib/domain/privacy/scrubber/scrubbed.ts';
import { SECRETS } from '../../../support/corpus/secrets.ts';
import { STRINGS } from '../../../support/corpus/strings.ts';
import { URLS } from '../../../support/corpus/urls.ts';

const scrubber = createScrubber({ secret: new Uint8Array(32).fill(7) });
const MARKER = /\[redacted:[a-z0-9-]+:\d+:[0-9a-f]{6}\]/gu;
const url = (text: string) => scrubber.url(text);
const text = (value: string) => scrubber.text(value).value;
const rulesIn = (value: string) => [...value.matchAll(/redacted:([a-z0-9-]+)/gu)].map((match) => match[1]);

describe('addresses of the corpus', () => {
  it.each(URLS.map((u) => [u.id, u] as const))('%s', (_, expected) => {
    const result = url(expected.input);
    const { kind, host = result.host, value = result.value } = expected;
    expect(result).toMatchObject({ kind, host, value });
    for (const part of expected.gone ?? []) expect(result.value).not.toContain(part);
    for (const part of expected.kept ?? []) expect(result.value).toContain(part);
    expect(result.value.length).toBeLessThanOrEqual(8192);
    expect(result.value.isWellFormed()).toBe(true);
    expect(url(result.value).value).toBe(result.value);
  });

  it('are cut at 8,192 and say so', () => {
    const long = url(`https://h/${'a'.repeat(2_000_000)}`);
    expect(long).toMatchObject({ truncated: true });
    expect(long.value).toHaveLength(8192);
    expect(url(`https://h/?a=${'%F0%9F%98%80'.repeat(2000)}`).value).toMatch(/(?:%[0-9A-F]{2})$/u);
  });
});

describe('the structure of an address', () => {
  it('is masked by name in query, fragment, hash route and path parameter', () => {
    expect(
      rulesIn(
        url('https://h/a;jsessionid=abc;v=1?Access-Token=x&user%5Bpassword%5D=y&page=2#/r/1?sid=z').value,
      ),
    ).toEqual(['param', 'param', 'param', 'param']);
    expect(url('https://h/a;jsessionid=abc;v=1?x=1').value).toMatch(
      /^https:\/\/h\/a;jsessionid=\[redacted:param:3:[0-9a-f]{6}\];v=1\?x=1$/u,
    );
  });

  it('keeps order, repetition and encoding of what is not masked', () => {
    expect(url('https://h/?b=%C3%A4+x&token=abcd&b=%20&a').value).toMatch(
      /^https:\/\/h\/\?b=%C3%A4\+x&token=\[redacted:param:4:[0-9a-f]{6}\]&b=%20&a$/u,
    );
  });

  it('counts names that are often harmless apart', () => {
    const { masked } = url('https://h/?code=1234&state=open&token=abcd&email=a%40b.c');
    expect(masked).toEqual({ 'param-low': 3, param: 1 });
    expect(lowConfidenceMasked(masked)).toBe(3);
    expect(totalMasked(masked)).toBe(4);
  });

  it('keeps the ids that vendors ask for', () => {
    const id = '0190f5a2-7c3b-4e1a-9d2c-5b8e4f6a1c3d';
    const address = `https://h/orders/${id}?requestId=${id}&correlationId=${id}&ticket_id=5&traceparent=00-${'a1'.repeat(16)}-${'b2'.repeat(8)}-01`;
    expect(url(address)).toMatchObject({ value: address, masked: {} });
  });

  it('drops the whole query of a presigned link but its content type', () => {
    const s3 = url(
      'https://b.s3.example/f.pdf?X-Amz-Algorithm=AWS4&X-Amz-Signature=abc&response-content-type=application%2Fpdf',
    );
    expect(s3.value).toMatch(
      /^https:\/\/b\.s3\.example\/f\.pdf\?\[redacted:presigned:\d+:[0-9a-f]{6}\]&response-content-type=application%2Fpdf$/u,
    );
    expect(rulesIn(url('https://x.blob.example/c/f?sv=2024&se=2026-01-01&sr=b&sig=abc').value)).toEqual([
      'presigned',
    ]);
    expect(rulesIn(url('https://s.example/f?X-Goog-Signature=abc&X-Goog-Date=1').value)).toEqual([
      'presigned',
    ]);
    expect(url(s3.value).value).toBe(s3.value);
  });

  it('looks into addresses inside addresses, and masks what is nested too deeply', () => {
    let nested = 'https://deep.example/?session=topsecretvalue';
    for (let depth = 1; depth <= 6; depth += 1) {
      nested = `https://h${depth}.example/?next=${encodeURIComponent(nested)}`;
      const { value } = url(nested);
      expect(value).not.toContain('topsecretvalue');
      expect(value).toMatch(MARKER);
      expect(url(value).value).toBe(value);
    }
    expect(url('https://h/?next=%2Flogin%3Ftoken%3Dabcd').value).toContain(
      'next=%2Flogin%3Ftoken%3D[redacted:param:4:',
    );
    expect(url('https://h/?next=https%253A%252F%252Fo%252F%253Ftoken%253Dabcd').value).not.toContain('abcd');
  });

  it('masks credentials in the path, keeps page names, UUIDs and digests', () => {
    const slug = 'https://h/share/quarterly-report-for-the-board';
    const digest = `https://h/commit/${'0123456789abcdef'.repeat(3).slice(0, 40)}`;
    expect(rulesIn(url('https://h/invite/0190f5a2-7c3b-4e1a-9d2c-5b8e4f6a1c3d').value)).toEqual([
      'path-token',
    ]);
    expect(rulesIn(url('https://h/files/aB3dE6gH9jK2mN5pQ8sT1vW4xY7z').value)).toEqual(['path-random']);
    expect(url(slug).value).toBe(slug);
    expect(url(digest).value).toBe(digest);
  });

  it('masks names that were added', () => {
    const own = createScrubber({ secret: new Uint8Array(32), extraKeys: ['customer_no'] });
    expect(rulesIn(own.url('https://h/?customerNo=4711').value)).toEqual(['param']);
    expect(url('https://h/?customerNo=4711').masked).toEqual({});
  });

  it('never keeps a user name or password', () => {
    expect(url('https://a:b@h/p').value).toBe('https://h/p');
    expect(url('https://onlytoken@h/p')).toMatchObject({ value: 'https://h/p', masked: { userinfo: 1 } });
    expect(url('view-source:https://a:b@h/').value).toBe('view-source:https://h/');
    expect(text('see https://a:pw123@h/p.')).toBe('see https://h/p.');
  });
});

describe('text', () => {
  it('keeps what surrounds a secret', () => {
    expect(text('Login failed, Passwort: geheim123, please help')).toMatch(
      /^Login failed, Passwort: \[redacted:key-value:9:[0-9a-f]{6}\], please help$/u,
    );
    expect(text('curl -H "Authorization: Bearer abcdefgh12345678" x')).toMatch(
      /^curl -H "Authorization: Bearer \[redacted:auth:16:[0-9a-f]{6}\]" x$/u,
    );
    expect(text('Cookie: a=b; theme=dark\nnext')).toMatch(
      /^Cookie: a=\[redacted:cookie:1:\w+\]; theme=\[redacted:cookie:4:\w+\]\nnext$/u,
    );
  });

  it.each([
    'Unexpected token < in JSON at position 0',
    'Password: required',
    'Invalid token: expired',
    'Session ID: 38af21c0-77b1-4f6e-9a51-0c1b2d3e4f50',
    'PIN: wrong',
    'Passwort vergessen? Hier klicken: Hilfe',
    'password=********',
    'Basic troubleshooting and bearer authentication',
    'Order 4711 0815 2342 from 2026-11-23 14:02:11',
    'Meeting at 12:30, room K7-0042, ratio 16:9',
    'https://portal.example/orders?page=2, then https://portal.example/help.',
    'Cookie: settings were not saved',
  ])('leaves everyday words alone: %s', (line) => {
    expect(text(line)).toBe(line);
  });

  it.each([
    ['password=a%26b', 'password='],
    ['{"apiKey": "abc\\"def", "n": 1}', '{"apiKey": "'],
    ['{\\"token\\":\\"abcdef\\"}', '{\\"token\\":\\"'],
    ['Kennwort: „sehr geheim“ bitte', 'Kennwort: „'],
    ['client-secret => hunter22', 'client-secret => '],
    ['PIN: 4711', 'PIN: '],
    ['my api key = abcdef', 'my api key = '],
    ['redirected to /x?sid=abcd&y=1', 'redirected to /x?sid='],
    ['a%26token%3Dabcdef%26b', 'a%26token%3D'],
    ['jdbc:postgresql://h/db?user=a&password=geheim', 'jdbc:postgresql://h/db?user=a&password='],
    ['redis://:pw/with/slash@host', 'redis://'],
  ])('masks %s', (line, kept) => {
    expect(text(line).slice(0, kept.length + 10)).toBe(`${kept}[redacted:`);
  });

  it('masks private keys, also cut off ones', () => {
    const begin = '-----BEGIN ' + 'PRIVATE KEY-----';
    const end = '-----END ' + 'PRIVATE KEY-----';
    expect(rulesIn(text(`a ${begin}\nabc\n${end} b ${begin}\ncut`))).toEqual(['private-key', 'private-key']);
    expect(text(`a ${begin}\nabc\n${end} b`)).toMatch(/^a \[redacted:private-key:\d+:\w{6}\] b$/u);
  });

  it('masks personal data only when asked', () => {
    const line = 'Call +49 30 1234567 or mail jo.doe@firma.example from 192.168.0.17';
    expect(text(line)).toBe(line);
    expect(rulesIn(scrubber.text(line, { personal: true }).value)).toEqual(['phone', 'email', 'ipv4']);
  });

  it('finds a secret anywhere in long text', () => {
    const secret = SECRETS.find(({ kind }) => kind === 'github personal')?.raw ?? '';
    for (const before of [0, 65_500, 65_535, 65_536, 131_060]) {
      const result = text(`${'x '.repeat(before / 2)}${secret} ${'y '.repeat(100)}`);
      expect(result).not.toContain(secret.slice(4, 30));
    }
  });
});

describe('the marker', () => {
  it('is equal for equal secrets, differs between installs, and cannot be guessed without the secret', () => {
    const other = createScrubber({ secret: new Uint8Array(32).fill(8) });
    const mine = text('password=hunter22 and password=hunter22');
    expect(new Set(mine.match(MARKER)).size).toBe(1);
    expect(other.text('password=hunter22').value).not.toBe(text('password=hunter22'));
  });

  it('is not masked again, even percent-encoded by another program', () => {
    const once = url('https://h/?token=abcd&x=1').value;
    const encoded = once
      .replaceAll('[', '%5B')
      .replaceAll(']', '%5D')
      .replaceAll(/(?<=redacted.*):(?=.*)/gu, '%3A');
    expect(url(encoded).value).toBe(encoded);
    expect(text(`I saw ${once} today`)).toBe(`I saw ${once} today`);
  });

  it('is never cut in two', () => {
    for (let limit = 1; limit < 80; limit += 1) {
      const { value } = scrubber.text('some words password=hunter22 and more words to follow', { limit });
      expect(value.length).toBeLessThanOrEqual(limit);
      expect(value.replaceAll(MARKER, '')).not.toContain('redacted');
      expect(value).not.toContain('hunter');
    }
  });
});

describe('strings of the corpus', () => {
  it.each(STRINGS.map((s) => [s.id, s.value] as const))(
    '%s is stored literally, without controls, within its limit',
    (_, value) => {
      const title = scrubber.title(value);
      const note = scrubber.note(value);
      expect(title.value.length).toBeLessThanOrEqual(1024);
      expect(note.value.length).toBeLessThanOrEqual(20_000);
      for (const result of [title.value, note.value]) {
        expect(result.isWellFormed()).toBe(true);
        expect(result).not.toMatch(/[^\P{Cc}\n\t]/u);
      }
      expect(title.value).not.toMatch(/[\n\t]/u);
      expect(title.truncated).toBe(value.length > 1024);
    },
  );

  it('keeps line breaks and tabs in notes, not in titles', () => {
    expect(scrubber.note('a\r\nb\tc\rd').value).toBe('a\nb\tc\nd');
    expect(scrubber.title('a\r\nb\tc\u0000d').value).toBe('a b c\ufffdd');
  });

  it('keeps a page title that looks like code as it was', () => {
    for (const { id, value } of STRINGS.filter((s) =>
      /^S(?:1|2|3|4|5|6|7|8|9|10|11[ab]|12|21|22)$/u.test(s.id),
    )) {
      expect({ id, value: scrubber.title(value).value }).toEqual({ id, value });
    }
  });
});

describe('counts', () => {
  it('add up by rule', () => {
    expect(mergeMasked({ a: 1 }, { a: 2, b: 1 }, {})).toEqual({ a: 3, b: 1 });
  });
});
