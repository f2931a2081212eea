import { sumsByCurrency } from '@/features/actions/exact-sums';
import { graphql } from '@/gql';
import type { OwnFiguresFragment } from '@/gql/graphql';

graphql(`
  fragment OwnFigures on AllocationBalance {
    allocated {
      ...FundMoney
    }
    available {
      ...FundMoney
    }
    held {
      ...FundMoney
    }
    captured {
      ...FundMoney
    }
    refunded {
      ...FundMoney
    }
    committedNotPaid {
      ...FundMoney
    }
    wanted {
      ...FundMoney
    }
    shortfall {
      ...FundMoney
    }
  }
`);

type Sums = OwnFiguresFragment;

interface Money {
  amount: string;
  currency: string;
}

/** The sum of one figure over the allocations that one sees: exact, and nothing where there are none. */
export function ownSum<Figure extends string>(
  allocations: readonly { balance: Record<Figure, Money> }[],
  figure: Figure,
  currency: string,
): Money {
  return sumsByCurrency(allocations.map(({ balance }) => balance[figure]))[0] ?? { amount: '0', currency };
}

/** What one sees of a fund, where that is not all of it: the sums of what one sees of its allocations. */
export function ownSums(allocations: readonly { balance: Sums }[], currency: string): Sums {
  const sum = (figure: keyof Sums) => ownSum(allocations, figure, currency);
  return {
    allocated: sum('allocated'),
    available: sum('available'),
    held: sum('held'),
    captured: sum('captured'),
    refunded: sum('refunded'),
    committedNotPaid: sum('committedNotPaid'),
    wanted: sum('wanted'),
    shortfall: sum('shortfall'),
  };
}
