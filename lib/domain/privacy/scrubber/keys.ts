/** Names of URL parameters whose values are masked, compared without case and punctuation. Source: faults.md §6.1. */
const EXACT = words(`
  token accesstoken refreshtoken idtoken authtoken oauthtoken apitoken csrftoken csrf xsrf xsrftoken
  authenticitytoken requestverificationtoken apikey key appkey subscriptionkey secret clientsecret appsecret
  sharedsecret password passwd pwd pass passphrase pin otp totp mfa code authcode codeverifier codechallenge state
  nonce assertion clientassertion samlrequest samlresponse relaystate ticket st jwt bearer auth authorization
  credential credentials session sessionid sid jsessionid phpsessid aspsessionid aspnetsessionid connectsid sso
  ssotoken sig signature hmac hash xamzsignature xamzcredential xamzsecuritytoken xgoogsignature xgoogcredential
  googleaccessid awsaccesskeyid sv se sp sr skoid sktid invite invitetoken reset resettoken magic magiclink
  unsubscribe email mail phone tel ssn iban card cardnumber cvv cvc
  passwort kennwort geheimnis zugangscode sitzung sitzungsid passcode privatekey accesskey secretkey`);

const SUFFIXES = ['token', 'secret', 'password', 'apikey', 'sessionid', 'signature', 'passwort', 'kennwort'];

/** Often harmless (`state=open`): masked all the same, but counted apart. */
const LOW_CONFIDENCE = words('key code state hash email');

/** What vendors need to find a request again. Values that are secrets by their shape are masked even here. */
const KEPT = words(`
  orderid ticketid ticketno ticketnumber requestid xrequestid correlationid traceid spanid traceparent page tab lang
  language locale caseid incidentid referenceid messageid eventid`);

export type KeyVerdict = 'param' | 'param-low' | null;
export type KeyCheck = (name: string) => KeyVerdict;

/** Case, accents of width and punctuation do not tell names apart: `Access-Token`, `access_token`, `accessToken[0]`. */
export function plainKey(name: string): string {
  if (/^[a-z]*$/u.test(name)) return name;
  if (/^[\w.-]*$/u.test(name)) return name.toLowerCase().replaceAll(/[_.-]/gu, '');
  return name
    .normalize('NFKC')
    .replace(/\[\d*\]$/u, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

export function createKeyCheck(extraKeys: readonly string[] = []): KeyCheck {
  const extra = new Set(extraKeys.map(plainKey));
  return (name) => {
    if (name.length > LONGEST) return null;
    const plain = plainKey(name);
    if (extra.has(plain)) return 'param';
    if (KEPT.has(plain)) return null;
    if (LOW_CONFIDENCE.has(plain)) return 'param-low';
    return EXACT.has(plain) || SUFFIXES.some((suffix) => plain.endsWith(suffix)) ? 'param' : null;
  };
}

/** No name in any list is longer; longer ones are not even looked at, which keeps hostile text cheap. */
const LONGEST = 48;

/** In free text only names that leave no doubt; `code`, `state`, `session` are everyday words there. */
const TEXT_EXACT = words(`
  password passwd pwd pass passphrase passcode secret token apikey credential credentials jwt bearer privatekey
  accesskey secretkey accountkey sharedaccesskey signingkey encryptionkey masterkey csrf xsrf
  passwort passwörter kennwort kennwörter geheimnis zugangscode zugangsdaten losungswort
  awsaccesskeyid mysqlpwd authkey licensekey recoverykey wiederherstellungsschlüssel`);
const TEXT_SUFFIXES = [
  'token',
  'secret',
  'password',
  'passwort',
  'kennwort',
  'passwd',
  'pwd',
  'apikey',
  'accesskey',
  'secretkey',
  'accountkey',
  'privatekey',
];
/** Only with `=`, as programs write it: "Session ID: …" on an error page is what the vendor asks for. */
const ASSIGNED = words(
  'sessionid jsessionid phpsessid aspsessionid aspnetsessionid connectsid sid sig signature auth',
);
/** Short codes: a value counts only when it has a digit. */
const SHORT_CODES = words('pin tan otp totp mfa mfacode cvv cvc einmalcode');

export type TextKeyVerdict = 'value' | 'short-code' | null;

export function textKeyVerdict(name: string, assigned: boolean): TextKeyVerdict {
  const plain = plainKey(name);
  if (TEXT_EXACT.has(plain) || TEXT_SUFFIXES.some((suffix) => plain.endsWith(suffix))) return 'value';
  if (assigned && (ASSIGNED.has(plain) || plain.endsWith('sessionid'))) return 'value';
  return SHORT_CODES.has(plain) ? 'short-code' : null;
}

function words(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/u));
}
