/** Who has the ball. Every minute of an issue belongs to exactly one of them. */
export const OWNERS = [
  /** We know, the provider does not. */
  'us_unreported',
  'provider',
  /** The provider asked, we have not answered. */
  'us_info',
  /** Somebody the provider depends on. */
  'third_party',
  /** Put on hold by the provider without a question to us. */
  'hold',
  /** A wait that both sides agreed on. */
  'agreed',
  /** Said to be resolved; only we can verify. */
  'us_verify',
  /** Between a verification or withdrawal and a reopening. */
  'closed',
] as const;
export type Owner = (typeof OWNERS)[number];

export type Side = 'us' | 'provider' | 'nobody';

const SIDES: Readonly<Record<Owner, Side>> = {
  us_unreported: 'us',
  us_info: 'us',
  us_verify: 'us',
  provider: 'provider',
  hold: 'provider',
  third_party: 'provider',
  agreed: 'nobody',
  closed: 'nobody',
};

/** The side that answers for the minutes; a provider answers for those it depends on. */
export function sideOf(owner: Owner): Side {
  return SIDES[owner];
}

/** Whose turn it is, as the log shows it. `nobody`: an agreed wait. */
export type Turn = 'us' | 'provider' | 'third' | 'nobody' | 'closed';

const TURNS: Readonly<Record<Owner, Turn>> = {
  us_unreported: 'us',
  us_info: 'us',
  us_verify: 'us',
  provider: 'provider',
  hold: 'provider',
  third_party: 'third',
  agreed: 'nobody',
  closed: 'closed',
};

export function turnOf(owner: Owner): Turn {
  return TURNS[owner];
}
