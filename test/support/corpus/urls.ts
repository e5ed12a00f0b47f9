/** Addresses a page may have (faults.md §4.A). `kind` is what the scrubber must say; `gone` must be nowhere in the result. */
export type UrlCase = Readonly<{
  id: string;
  input: string;
  kind: 'web' | 'other' | 'invalid';
  host?: string | null;
  /** The scrubbed address, where it is known exactly. */
  value?: string;
  gone?: readonly string[];
  kept?: readonly string[];
}>;

const script = 'java' + 'script:';
const abc = 'abcDEF' + '123456';

export const URLS: readonly UrlCase[] = [
  { id: 'U1', input: `${script}alert(1)`, kind: 'other', host: null, kept: ['alert(1)'] },
  { id: 'U2', input: `${'JaVaScRiPt'}:window.__xss=1`, kind: 'other', host: null },
  { id: 'U3a', input: `\u0001${script}window.__xss=1`, kind: 'other', host: null },
  { id: 'U3b', input: 'java\tscript:' + 'window.__xss=1', kind: 'other', host: null },
  {
    id: 'U4',
    input: 'data:text/html,<script>window.__xss=1</script>',
    kind: 'other',
    value: 'data:text/html,<scrip…',
  },
  {
    id: 'U5',
    input: 'blob:https://a/0190f5a2-7c3b-7e1a-9d2c-5b8e4f6a1c3d',
    kind: 'other',
    value: 'blob:https://a/0190f5…',
  },
  { id: 'U6', input: 'file:///C:/Users/bob/secret.txt', kind: 'other', gone: ['secret.txt'] },
  { id: 'U7a', input: 'chrome://settings', kind: 'other', kept: ['chrome://settings'] },
  { id: 'U7b', input: 'about:blank', kind: 'other', value: 'about:blank' },
  { id: 'U7c', input: 'moz-extension://6b1f2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d/options.html', kind: 'other' },
  {
    id: 'U7d',
    input: `view-source:https://h/?token=${abc}`,
    kind: 'other',
    gone: [abc],
    kept: ['view-source:https://h/?token='],
  },
  {
    id: 'U8',
    input: 'http://user:secretpw@host/',
    kind: 'web',
    host: 'host',
    value: 'http://host/',
    gone: ['secretpw'],
  },
  {
    id: 'U9',
    input: `https://h/?token=${abc}`,
    kind: 'web',
    host: 'h',
    gone: [abc],
    kept: ['https://h/?token='],
  },
  {
    id: 'U10',
    input: `https://h/#access_token=${abc}&id_token=${abc}2`,
    kind: 'web',
    gone: [abc],
    kept: ['#access_token=', '&id_token='],
  },
  {
    id: 'U11',
    input: `https://h/#/route?session=${abc}`,
    kind: 'web',
    gone: [abc],
    kept: ['#/route?session='],
  },
  { id: 'U12a', input: 'https://xn--e1awd7f.com', kind: 'web', host: 'xn--e1awd7f.com' },
  { id: 'U12b', input: 'https://аррӏе.com', kind: 'web', host: 'xn--80ak6aa92e.com' },
  { id: 'U13', input: 'https://h/%E2%80%AEgpj.exe', kind: 'web', value: 'https://h/%E2%80%AEgpj.exe' },
  { id: 'U14', input: `https://h/${'a'.repeat(2 * 1024 * 1024)}`, kind: 'web', host: 'h' },
  { id: 'U15', input: 'https://h/\n\r\t', kind: 'web', value: 'https://h/' },
  { id: 'U16a', input: 'https://[::1]:8080/', kind: 'web', host: '[::1]:8080', value: 'https://[::1]:8080/' },
  { id: 'U16b', input: 'https://[fe80::1%25eth0]/', kind: 'invalid', host: null },
  { id: 'U17', input: 'https://h./', kind: 'web', host: 'h', value: 'https://h./' },
  {
    id: 'U18',
    input: 'HTTPS://EXAMPLE.com:443/A',
    kind: 'web',
    host: 'example.com',
    value: 'https://example.com/A',
  },
  { id: 'U19', input: 'https://h/a/../b/./c', kind: 'web', value: 'https://h/b/c' },
  { id: 'U20', input: 'https://h/?a=1&a=2&=&b', kind: 'web', value: 'https://h/?a=1&a=2&=&b' },
  {
    id: 'U21',
    input: 'https://h/reset/9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c',
    kind: 'web',
    gone: ['9f8a7b6c5d4e'],
    kept: ['https://h/reset/'],
  },
  { id: 'U22a', input: '//evil.com', kind: 'invalid', host: null },
  { id: 'U22b', input: '\\\\evil', kind: 'invalid', host: null },
  { id: 'U22c', input: '', kind: 'invalid', host: null, value: '' },
  { id: 'U22d', input: 'null', kind: 'invalid', host: null, value: 'null' },
  { id: 'U22e', input: '42', kind: 'invalid', host: null, value: '42' },
  { id: 'U23a', input: 'intent://scan/#Intent;scheme=zxing;end', kind: 'other', host: null },
  { id: 'U23b', input: 'ms-settings:privacy', kind: 'other', value: 'ms-settings:privacy' },
  { id: 'U23c', input: 'tel:+4930123456', kind: 'other', value: 'tel:+4930123456' },
  { id: 'U23d', input: 'mailto:help@vendor.example', kind: 'other', value: 'mailto:help@vendor.example' },
  { id: 'U24', input: 'https://h/?q="><img src=x onerror=window.__xss=1>', kind: 'web', host: 'h' },
  {
    id: 'U25',
    input: 'https://h/?redirect=https%3A%2F%2Fo%2F%3Ftoken%3Dabcd',
    kind: 'web',
    gone: ['abcd'],
    kept: ['redirect=https%3A%2F%2Fo%2F%3Ftoken%3D'],
  },
];
