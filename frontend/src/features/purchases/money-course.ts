interface Money {
  amount: string;
  currency: string;
}

interface Sums {
  asked: Money;
  approved?: Money | null;
  held: Money;
  captured: Money;
  refunded: Money;
  refundExpected?: Money | null;
}

/** The stations of a purchase's money, in the order of its life. */
const STATIONS = ['asked', 'approved', 'held', 'captured', 'released', 'refundExpected', 'refunded'] as const;
type Station = (typeof STATIONS)[number];

interface Stop {
  station: Station;
  sum: Money | null;
  /** Whether the money has come so far. */
  reached: boolean;
}

const minor = ({ amount }: Money) => BigInt(amount.replace('.', ''));
const isSome = (sum: Money | null | undefined): sum is Money => Boolean(sum) && minor(sum as Money) > 0n;

/** What is no longer held and was not spent went back; nothing while something is still held. */
export function released(sums: Sums, topUps: readonly Money[] = []): Money | null {
  const { approved, held, captured } = sums;
  if (!approved || minor(held) > 0n) return null;
  const places = approved.amount.split('.')[1]?.length ?? 0;
  const rest = topUps.reduce((sum, each) => sum + minor(each), minor(approved)) - minor(captured);
  if (rest <= 0n) return null;
  const digits = String(rest).padStart(places + 1, '0');
  const amount = places > 0 ? `${digits.slice(0, -places)}.${digits.slice(-places)}` : digits;
  return { amount, currency: approved.currency };
}

/** Where the money of a purchase is, or was: approved is not ordered, and ordered is not paid for good. */
export function courseOf(sums: Sums, topUps: readonly Money[] = []): Stop[] {
  const shown: Partial<Record<Station, Money | null>> = { ...sums, released: released(sums, topUps) };
  const late: readonly Station[] = ['released', 'refundExpected', 'refunded'];
  return STATIONS.flatMap((station) => {
    const sum = shown[station] ?? null;
    const reached = station === 'asked' || isSome(sum);
    return reached || !late.includes(station) ? [{ station, sum, reached }] : [];
  });
}

/** What of an amount is more than there is; null where it is enough. Both are in the same currency. */
export function shortfallOf(wanted: bigint, available: Money): bigint | null {
  const lacking = wanted - minor(available);
  return lacking > 0n ? lacking : null;
}

/** What fewer pieces come to: units at their highest price; shipping and fees stay what they are. */
export function costOfPieces(quantity: number, unit: Money, shipping: Money, fees: Money): bigint {
  return BigInt(quantity) * minor(unit) + minor(shipping) + minor(fees);
}
