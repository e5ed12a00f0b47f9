/**
 * Made-up secrets of every kind the scrubber knows. Built from a fixed seed and from parts, so that neither secret
 * scanners nor our own search of the disk find them in this file. Free of dependencies: the browser tests use them too.
 */
export type Place = 'query' | 'fragment' | 'path' | 'nested' | 'title' | 'note';
export type Secret = Readonly<{
  kind: string;
  /** What must be found nowhere afterwards. */
  raw: string;
  /** How a person or a log would write it. */
  said: string;
  places: readonly Place[];
}>;

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const HEX = '0123456789abcdef';
const UPPER = LOWER.toUpperCase();
const ALL: readonly Place[] = ['query', 'fragment', 'path', 'nested', 'title', 'note'];
/** Without a shape of its own: known by the name beside it only. */
const NAMED: readonly Place[] = ['query', 'fragment', 'nested', 'title', 'note'];

let state = 20261123;
function pick(alphabet: string, length: number): string {
  let out = '';
  for (let i = 0; i < length; i += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    out += alphabet.charAt((state >>> 8) % alphabet.length);
  }
  return out;
}
const word = (length: number) => pick(LOWER + UPPER + DIGITS, length);
const url64 = (length: number) => pick(LOWER + UPPER + DIGITS + '-_', length);
const jwt = () => `ey${'J'}${word(30)}.ey${'J'}${url64(60)}.${url64(43)}`;

function shaped(kind: string, raw: string, said = raw): Secret {
  return { kind, raw, said, places: ALL };
}
function named(kind: string, raw: string, said: string): Secret {
  return { kind, raw, said, places: NAMED };
}
function key(type: string): string {
  const body = Array.from({ length: 4 }, () => word(64)).join('\n');
  return `-----BEGIN ${type}PRIVATE ${'KEY'}-----\n${body}\n-----END ${type}PRIVATE ${'KEY'}-----`;
}

function card(prefix: string, length: number): string {
  const digits = prefix + pick(DIGITS, length - prefix.length - 1);
  for (let check = 0; check < 10; check += 1) {
    const sum = [...`${digits}${check}`].toReversed().reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    if (sum % 10 === 0) return `${digits}${check}`;
  }
  return digits;
}
const grouped = (digits: string, separator: string) => digits.replaceAll(/(\d{4})(?=\d)/gu, `$1${separator}`);

const jwt1 = jwt();
const bearer = url64(40);
const basic = `${word(22)}==`;
const cookie = word(32);
const visa = card('4', 16);
const master = card('53', 16);
const amex = card('37', 15);
const passwords = Array.from({ length: 8 }, () => `${word(9)}!${pick(DIGITS, 2)}`);
const [p0 = '', p1 = '', p2 = '', p3 = '', p4 = '', p5 = '', p6 = '', p7 = ''] = passwords;

export const SECRETS: readonly Secret[] = [
  shaped('jwt', jwt1),
  shaped('jwt in a header', jwt(), undefined),
  named('bearer', bearer, `Authorization: Bearer ${bearer}`),
  named('basic', basic, `Authorization: Basic ${basic}`),
  named('cookie', cookie, `Cookie: lang=de; app_session=${cookie}; theme=dark`),
  named('set-cookie', `${cookie}x`, `Set-Cookie: sid=${cookie}x; Path=/; HttpOnly`),
  shaped('aws access key', 'AK' + 'IA' + pick(UPPER + DIGITS, 16)),
  shaped('aws temporary key', 'AS' + 'IA' + pick(UPPER + DIGITS, 16)),
  shaped('github personal', 'gh' + 'p_' + word(36)),
  shaped('github server', 'gh' + 's_' + word(36)),
  shaped('github fine-grained', 'github' + '_pat_' + word(22) + '_' + word(59)),
  shaped('gitlab', 'gl' + 'pat-' + url64(20)),
  shaped('slack bot', 'xo' + 'xb-' + pick(DIGITS, 12) + '-' + pick(DIGITS, 12) + '-' + word(24)),
  shaped('slack user', 'xo' + 'xp-' + pick(DIGITS, 11) + '-' + word(32)),
  named('slack hook', word(24), ''),
  shaped('stripe live', 'sk' + '_live_' + word(24)),
  shaped('stripe restricted', 'rk' + '_live_' + word(30)),
  shaped('google api', 'AI' + 'za' + url64(35)),
  shaped('google oauth', 'ya' + '29.' + url64(60)),
  shaped('azure ad', word(3) + '8Q' + '~' + word(34)),
  shaped('atlassian', 'ATA' + 'TT3' + url64(186)),
  shaped('openai project', 'sk' + '-proj-' + word(48)),
  shaped('anthropic', 'sk' + '-ant-' + word(48)),
  shaped('npm', 'np' + 'm_' + word(36)),
  shaped('sendgrid', 'S' + 'G.' + url64(22) + '.' + url64(43)),
  shaped('twilio', 'S' + 'K' + pick(HEX, 32)),
  shaped('databricks', 'da' + 'pi' + pick(HEX, 32)),
  shaped('age', 'AGE-SECRET' + '-KEY-1' + pick(UPPER + DIGITS, 58)),
  shaped('1password', 'ops' + '_eyJ' + word(260)),
  shaped('private key', key('')),
  shaped('rsa private key', key('RSA ')),
  shaped('openssh private key', key('OPENSSH ')),
  shaped('visa', visa),
  shaped('visa in groups', grouped(visa, ' ')),
  shaped('mastercard with hyphens', grouped(master, '-')),
  shaped('amex', amex),
  named('password', p0, `password=${p0}`),
  named('passwort', p1, `Passwort: ${p1}`),
  named('kennwort', p2, `Kennwort = "${p2}"`),
  named('json secret', p3, `{"client_secret":"${p3}","n":1}`),
  named('api key', p4, `API key: ${p4}`),
  named('access token', p5, `access_token: ${p5}`),
  named('postgres', p6, `postgres://app:${p6}@db.internal:5432/main`),
  named('sql server', p7, `Server=db;User Id=app;Password=${p7};Encrypt=yes`),
  named('azure storage', `${word(60)}==`, ''),
].map((secret) => completed(secret));

function completed(secret: Secret): Secret {
  if (secret.said !== '') return secret;
  if (secret.kind === 'slack hook')
    return {
      ...secret,
      said: `https://hooks.slack.com/services/T${'01ABCDEFG'}/B${'01HIJKLMN'}/${secret.raw}`,
    };
  return { ...secret, said: `AccountName=x;Account${'Key'}=${secret.raw};EndpointSuffix=core.windows.net` };
}

/** An address or text with the secret in the named place. */
export function placed({ raw, said }: Secret, place: Place): string {
  const value = encodeURIComponent(raw);
  switch (place) {
    case 'query':
      return `https://portal.example/orders?page=2&token=${value}&lang=de`;
    case 'fragment':
      return `https://portal.example/#/callback?state=open&access_token=${value}`;
    case 'path':
      return `https://portal.example/reset/${value}/done`;
    case 'nested':
      return `https://portal.example/login?next=${encodeURIComponent(`https://shop.example/cart?session=${value}`)}`;
    case 'title':
      return `Error for ${said} - Portal`;
    case 'note':
      return `I tried this:\n${said}\nand got an error.`;
  }
}
