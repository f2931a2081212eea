/** Offices by WIPO ST.3 that have a name of their own in the portal, the busiest first. */
export const NAMED_OFFICES = [
  'CN',
  'US',
  'EM',
  'WO',
  'EP',
  'GB',
  'JP',
  'KR',
  'DE',
  'FR',
  'BR',
  'BX',
  'AP',
  'OA',
  'EA',
] as const;

export function isNamedOffice(code: string): code is (typeof NAMED_OFFICES)[number] {
  return NAMED_OFFICES.some((named) => named === code);
}

/** Registers for countries that each right names. */
const REGIONAL = ['AP', 'EA', 'EP', 'GC', 'IB', 'OA', 'QZ', 'WO', 'XN', 'XU', 'XV'];

export function namesCountries(office: string): boolean {
  return REGIONAL.includes(office);
}
