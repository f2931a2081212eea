interface Spent<Kind> {
  kind: Kind;
  amount?: { amount: string; currency: string } | null;
}

/** For the eye alone: how long the bar of each amount is, in thousandths of the longest. Sums are never made of these. */
export function sharesOf<Kind>(spent: readonly Spent<Kind>[]): (Spent<Kind> & { share: number })[] {
  const minor = ({ amount }: Spent<Kind>) => BigInt(amount?.amount.replace('.', '') ?? 0);
  const most = spent.reduce((longest, each) => (minor(each) > longest ? minor(each) : longest), 1n);
  return spent.map((each) => ({ ...each, share: Number((minor(each) * 1000n) / most) }));
}
