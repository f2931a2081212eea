import type { ProductFormFragment, ProductInput, ValuationBasis } from '@/gql/graphql';
import { today } from '@/lib/day';

/** What the form of a sheet holds, by the names of the contract, so that refusals find their fields. */
export interface ProductValues extends Record<string, unknown> {
  /** The right holder, where somebody writes for others. */
  holderId: string | null;
  brandId: string | null;
  modelNumber: string;
  name: string;
  gtin: string;
  description: string;
  /** The amount of what a genuine one costs. */
  price: string;
  currency: string;
  basis: ValuationBasis;
  source: string;
  foundOn: string;
  packaging: string;
  /** One a line. */
  routes: string;
  sellers: string;
  minimumQuantity: string;
}

export function emptyProduct(): ProductValues {
  return {
    holderId: null,
    brandId: null,
    modelNumber: '',
    name: '',
    gtin: '',
    description: '',
    price: '',
    currency: 'CNY',
    basis: 'GENUINE_PRICE',
    source: '',
    foundOn: today(),
    packaging: '',
    routes: '',
    sellers: '',
    minimumQuantity: '',
  };
}

export function valuesOfProduct(product: ProductFormFragment): ProductValues {
  const { genuinePrice } = product;
  const empty = emptyProduct();
  return {
    holderId: product.holder.id,
    brandId: product.brand.id,
    modelNumber: product.modelNumber,
    name: product.name,
    gtin: product.gtin ?? '',
    description: product.description ?? '',
    price: genuinePrice?.price.amount ?? '',
    currency: genuinePrice?.price.currency ?? empty.currency,
    basis: genuinePrice?.basis ?? empty.basis,
    source: genuinePrice?.source ?? '',
    foundOn: genuinePrice?.foundOn ?? empty.foundOn,
    packaging: product.packaging ?? '',
    routes: product.routes.join('\n'),
    sellers: product.sellers.join('\n'),
    minimumQuantity: product.minimumQuantity?.toString() ?? '',
  };
}

/** A sheet is given whole: what was emptied is left out, which takes it away. */
export function productInput(values: ProductValues): ProductInput {
  const { currency, basis, foundOn } = values;
  const amount = amountOf(values.price);
  const pieces = values.minimumQuantity.trim();
  return {
    modelNumber: values.modelNumber.trim(),
    name: values.name.trim(),
    gtin: given(values.gtin),
    description: given(values.description),
    genuinePrice: amount
      ? { price: { amount, currency }, basis, source: given(values.source), foundOn: foundOn || today() }
      : undefined,
    packaging: given(values.packaging),
    routes: linesOf(values.routes),
    sellers: linesOf(values.sellers),
    minimumQuantity: pieces ? Number(pieces) : undefined,
  };
}

/** What the form says before the server does: the name of a text for each field that is not right. */
export function productFaults(values: ProductValues) {
  const { price, foundOn, minimumQuantity } = values;
  const amount = amountOf(price);
  return {
    ...(values.brandId ? {} : { brandId: 'form.brandNeeded' as const }),
    ...(values.modelNumber.trim() ? {} : { modelNumber: 'form.modelNumberNeeded' as const }),
    ...(values.name.trim() ? {} : { name: 'form.nameNeeded' as const }),
    ...(isGtin(values.gtin) ? {} : { gtin: 'form.gtinWrong' as const }),
    ...(amount === '' || /^\d{1,13}(\.\d{1,4})?$/.test(amount) ? {} : { price: 'form.priceWrong' as const }),
    ...(amount !== '' && !foundOn ? { foundOn: 'form.foundOnNeeded' as const } : {}),
    ...(/^([1-9]\d{0,8})?$/.test(minimumQuantity.trim()) ? {} : { minimumQuantity: 'form.quantityWrong' as const }),
  };
}

/** Lines without those in which nothing stands. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Empty, or 8, 12, 13 or 14 digits of which the last one checks the others. */
export function isGtin(typed: string): boolean {
  const digits = typed.replaceAll(/[\s-]/g, '');
  if (digits === '') return true;
  if (!/^(\d{8}|\d{12,14})$/.test(digits)) return false;
  // From the right, every second one counts three times.
  const sum = [...digits].reverse().reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}

/** Without what only parts the digits: "12,500.00" is "12500.00". */
function amountOf(typed: string): string {
  return typed.replaceAll(/[\s,，]/g, '');
}

function given(typed: string): string | undefined {
  return typed.trim() || undefined;
}
