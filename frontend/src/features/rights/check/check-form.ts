import type { CheckAuthorizationInput } from '@/gql/graphql';

/** By what somebody is known. */
export type Known = 'shop' | 'certificate';

export interface CheckValues extends Record<string, unknown> {
  brandId: string | null;
  by: Known;
  platform: string;
  shopId: string;
  number: string;
}

export const NOTHING: CheckValues = { brandId: null, by: 'shop', platform: '', shopId: '', number: '' };

/** The name of a text for each field that is not right. */
export function checkFaults({ brandId, by, platform, shopId, number }: CheckValues) {
  const shop = by === 'shop';
  return {
    ...(brandId ? {} : { brandId: 'check.brandNeeded' as const }),
    ...(!shop || platform.trim() ? {} : { platform: 'check.platformNeeded' as const }),
    ...(!shop || shopId.trim() ? {} : { shopId: 'check.shopIdNeeded' as const }),
    ...(shop || number.trim() ? {} : { number: 'check.numberNeeded' as const }),
  };
}

/** Exactly as it was written, but for what stands around it. */
export function checkInput({ brandId, by, platform, shopId, number }: CheckValues): CheckAuthorizationInput {
  return {
    brandId: brandId ?? '',
    by:
      by === 'shop'
        ? { shop: { platform: platform.trim(), shopId: shopId.trim() } }
        : { certificateNumber: number.trim() },
  };
}

/** What was asked of, in one line. */
export function askedOf({ by, platform, shopId, number }: CheckValues): string {
  return by === 'shop' ? `${platform.trim()} · ${shopId.trim()}` : number.trim();
}
