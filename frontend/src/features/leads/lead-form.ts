import type { Channel, InfringementType, LeadItemInput } from '@/gql/graphql';

export interface ItemValues {
  /** Keeps React rows apart; never sent. */
  key: string;
  title: string;
  url: string;
  brandId: string | null;
  seller: string;
  price: string;
  currency: string;
}

export interface LeadDescription extends Record<string, unknown> {
  title: string;
  summary: string;
  channel: Channel;
  types: InfringementType[];
  country: string;
  value: string;
  currency: string;
}

export const CURRENCIES = ['CNY', 'USD', 'EUR', 'GBP', 'HKD', 'JPY', 'KRW', 'AED'];

export function emptyItem(): ItemValues {
  return { key: crypto.randomUUID(), title: '', url: '', brandId: null, seller: '', price: '', currency: 'CNY' };
}

function orNothing(text: string): string | undefined {
  return text.trim() || undefined;
}

export function moneyInput(amount: string, currency: string) {
  return amount.trim() ? { amount: amount.trim(), currency } : undefined;
}

/** A row nobody filled in is not sent. */
export function itemInputs(items: readonly ItemValues[]): LeadItemInput[] {
  return items
    .filter(({ title, url }) => title.trim() !== '' || url.trim() !== '')
    .map(({ title, url, brandId, seller, price, currency }) => ({
      title: title.trim() || url.trim(),
      url: orNothing(url),
      brandId: brandId ?? undefined,
      seller: orNothing(seller),
      price: moneyInput(price, currency),
    }));
}

const DECIMAL = /^\d{1,15}([.]\d{1,4})?$/;

export function isAmount(text: string): boolean {
  return text.trim() === '' || DECIMAL.test(text.trim());
}

/** One listing address per line, as investigators paste them from a mail or a spreadsheet. */
export function itemsFromPaste(text: string): ItemValues[] {
  return text
    .split(/[\s,;]+/)
    .filter((part) => /^https?:\/\/\S+$/i.test(part))
    .map((url) => ({ ...emptyItem(), url }));
}
