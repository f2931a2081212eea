interface Money {
  amount: string;
  currency: string;
}

/** Adds decimal texts without a rounding anywhere. */
export function addDecimals(one: string, other: string): string {
  const places = Math.max(...[one, other].map((text) => text.split('.')[1]?.length ?? 0));
  const scaled = (text: string) => {
    const [whole = '0', fraction = ''] = text.split('.');
    return BigInt(whole + fraction.padEnd(places, '0'));
  };
  const sum = scaled(one) + scaled(other);
  const digits = (sum < 0n ? -sum : sum).toString().padStart(places + 1, '0');
  const cut = digits.length - places;
  return `${sum < 0n ? '-' : ''}${digits.slice(0, cut)}${places > 0 ? `.${digits.slice(cut)}` : ''}`;
}

/** One sum for each currency, in the order in which the currencies come. */
export function sumsByCurrency(parts: readonly Money[]): Money[] {
  const sums = new Map<string, string>();
  for (const { amount, currency } of parts) sums.set(currency, addDecimals(sums.get(currency) ?? '0', amount));
  return [...sums].map(([currency, amount]) => ({ amount, currency }));
}
