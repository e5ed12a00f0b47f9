import type { KeyCheck } from './keys.ts';
import type { Rule } from './range.ts';
import { authHeader } from './rules/auth-header.ts';
import { card } from './rules/card.ts';
import { connectionString } from './rules/connection-string.ts';
import { cookieHeader } from './rules/cookie-header.ts';
import { jwt } from './rules/jwt.ts';
import { createKeyValue } from './rules/key-value.ts';
import { prefixedTokens } from './rules/prefixed-tokens.ts';
import { privateKey } from './rules/private-key.ts';

/** All value rules; where two find the same characters the earlier one names them. */
export function textRules(checkKey: KeyCheck): readonly Rule[] {
  return [
    privateKey,
    jwt,
    ...prefixedTokens,
    authHeader,
    cookieHeader,
    connectionString,
    createKeyValue(checkKey),
    card,
  ];
}
