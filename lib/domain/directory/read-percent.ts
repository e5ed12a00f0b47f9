/** `99.9`, `99,95 %`: thousandths of a percent, 99900. null: not a share from 0 to 100 with at most three decimals. */
export function readMilliPercent(typed: string): number | null {
  const found = /^(\d{1,3})(?:[.,](\d{1,3}))?\s*%?$/u.exec(typed.trim());
  if (!found) return null;
  const milli = Number(found[1]) * 1000 + Number((found[2] ?? '').padEnd(3, '0'));
  return milli <= 100_000 ? milli : null;
}

/** 99900 as it is typed: `99.9`. */
export function milliPercentText(milli: number, decimal: '.' | ',' = '.'): string {
  return String(milli / 1000).replace('.', decimal);
}
