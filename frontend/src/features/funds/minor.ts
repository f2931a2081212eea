interface Money {
  amount: string;
  currency: string;
}

/**
 * An amount as a whole number of its currency's smallest units. The API writes every amount with all of its currency's
 * places, so that the point only has to be left out.
 */
export function minorOf({ amount }: Pick<Money, 'amount'>): bigint {
  return BigInt(amount.replace('.', ''));
}

/** How many places amounts of this kind are written with. */
export function placesOf({ amount }: Pick<Money, 'amount'>): number {
  return amount.split('.')[1]?.length ?? 0;
}

/** The other way round: 1234 with two places is "12.34". */
export function decimalOf(minor: bigint, places: number): string {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(places + 1, '0');
  const cut = digits.length - places;
  return `${minor < 0n ? '-' : ''}${digits.slice(0, cut)}${places > 0 ? `.${digits.slice(cut)}` : ''}`;
}

export function isZero(money: Pick<Money, 'amount'>): boolean {
  return minorOf(money) === 0n;
}

/** What somebody typed, without what only parts its digits: "12,500.00" and "12 500.00" are "12500.00". */
export function writtenAmount(typed: string): string {
  return typed.trim().replaceAll(/[\s,，]/g, '');
}

/** How many places a currency has: two for the yuan, none for the yen. */
function placesOfCurrency(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** Whether it is an amount above nothing, in no smaller parts than the currency has. */
export function isAmountOf(typed: string, currency: string): boolean {
  const written = /^(\d{1,13})(?:\.(\d+))?$/.exec(writtenAmount(typed));
  if (!written) return false;
  const [, whole = '', fraction = ''] = written;
  return fraction.length <= placesOfCurrency(currency) && /[1-9]/.test(whole + fraction);
}
