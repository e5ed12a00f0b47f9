import type { Range, Rule } from '../range.ts';
import { matchesOf } from '../range.ts';

/**
 * Tokens that name their issuer. Patterns: a fixed beginning and then one class of characters with an open upper end,
 * which a regular expression engine reads once; fixed lengths where the issuer fixes them. Lengths after gitleaks.
 */
const PATTERNS: readonly (readonly [name: string, pattern: RegExp, check?: (value: string) => boolean])[] = [
  ['aws', /(?<![A-Za-z0-9])(?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])/gu],
  ['github', /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{40,})/gu],
  ['gitlab', /(?<![A-Za-z0-9])gl(?:pat|dt|rt|ptt|ft|imt|soat|cbt|oas)-[A-Za-z0-9_-]{20,}/gu],
  ['slack', /(?<![A-Za-z0-9])(?:xox[abeoprs]|xapp)-[A-Za-z0-9-]{10,}/gu],
  ['slack', /(?<=hooks\.slack\.com\/(?:services|workflows|triggers)\/)[A-Za-z0-9/+_-]{20,}/gu],
  ['stripe', /(?<![A-Za-z0-9])(?:(?:sk|rk)_(?:test|live|prod)_[A-Za-z0-9]{10,}|whsec_[A-Za-z0-9]{24,})/gu],
  [
    'google',
    /(?<![A-Za-z0-9])(?:AIza[A-Za-z0-9_-]{35,}|ya29\.[A-Za-z0-9_-]{20,}|GOCSPX-[A-Za-z0-9_-]{20,}|1\/\/0[A-Za-z0-9_-]{28,})/gu,
  ],
  ['azure', /(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.]{3}\dQ~[A-Za-z0-9_~.-]{31,}/gu],
  ['atlassian', /(?<![A-Za-z0-9])AT[AC]TT3[A-Za-z0-9_=-]{60,}/gu],
  ['openai', /(?<![A-Za-z0-9])sk-(?:proj-|ant-)?[A-Za-z0-9_-]{20,}/gu, looksGenerated],
  ['npm', /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])/gu],
  ['sendgrid', /(?<![A-Za-z0-9])SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}/gu],
  ['twilio', /(?<![A-Za-z0-9])SK[0-9a-f]{32}(?![A-Za-z0-9])/gu],
  ['databricks', /(?<![A-Za-z0-9])dapi[0-9a-f]{32}(?:-\d)?(?![A-Za-z0-9])/gu],
  ['age', /(?<![A-Za-z0-9])AGE-SECRET-KEY-1[0-9A-Z]{58}/gu],
  ['1password', /(?<![A-Za-z0-9])ops_eyJ[A-Za-z0-9+/]{80,}={0,3}/gu],
  ['huggingface', /(?<![A-Za-z0-9])hf_[A-Za-z0-9]{30,}/gu],
  ['shopify', /(?<![A-Za-z0-9])shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}/gu],
  ['digitalocean', /(?<![A-Za-z0-9])do[opr]_v1_[0-9a-f]{64}/gu],
  ['pypi', /(?<![A-Za-z0-9])pypi-AgEI[A-Za-z0-9_-]{50,}/gu],
];

export const prefixedTokens: readonly Rule[] = PATTERNS.map(([name, pattern, check]) => ({
  name,
  find(text: string): Range[] {
    const found = matchesOf(text, pattern);
    return check === undefined ? found : found.filter(({ start, end }) => check(text.slice(start, end)));
  },
}));

// `sk-` also begins Slovak page names and style classes.
function looksGenerated(value: string): boolean {
  return (
    /\d/u.test(value) && /[A-Za-z]/u.test(value.slice(3)) && !/^sk-[a-z]+(?:-[a-z0-9]{1,8})+$/u.test(value)
  );
}
