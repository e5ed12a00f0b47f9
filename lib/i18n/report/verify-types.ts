/** What VERIFY.txt is told. `fingerprint`: null where the pack is not signed. */
export type Verifiable = Readonly<{
  fingerprint: string | null;
  heads: readonly Readonly<{ ledger: string; n: number; link: string }>[];
  commands: Readonly<
    Record<
      'sums' | 'added' | 'chain' | 'ssh' | 'openssl' | 'askTime' | 'showTime' | 'checkTime' | 'checkRequest',
      string
    >
  >;
}>;
