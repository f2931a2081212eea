import { useTranslation } from 'react-i18next';
import type { Detectability, PictureSide, ProductState } from '@/gql/graphql';
import { StateBadge, type Tone } from '@/ui/state-badge';

const TONES: Record<ProductState, Tone> = { DRAFT: 'neutral', PUBLISHED: 'good', ARCHIVED: 'neutral' };
export const PRODUCT_STATES = Object.keys(TONES) as ProductState[];

/** From what anybody sees to what a laboratory finds; whether it is plain to see. */
const PLAIN: Record<Detectability, boolean> = { OVERT: true, COVERT: false, FORENSIC: false };
export const DETECTABILITIES = Object.keys(PLAIN) as Detectability[];

/** What is not plain to see is for named people. */
export function isPlain(detectability: Detectability): boolean {
  return PLAIN[detectability];
}

/** The order in which both sides stand, everywhere the same. */
export const SIDES = ['GENUINE', 'FAKE'] as const satisfies PictureSide[];

export function ProductStateBadge({ state }: { state: ProductState }) {
  const { t } = useTranslation('products');
  return <StateBadge tone={TONES[state]} label={t(`states.${state}`)} />;
}
