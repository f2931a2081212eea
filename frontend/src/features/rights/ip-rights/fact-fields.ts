/** What the contract can refuse a right for. */
export const FACT_FIELDS = {
  title: 'title',
  titleZh: 'titleZh',
  brandIds: 'brandIds',
  office: 'office',
  applicationNumber: 'applicationNumber',
  registrationNumber: 'registrationNumber',
  st13: 'st13',
  niceClasses: 'niceClasses',
  locarnoClasses: 'locarnoClasses',
  goods: 'goods',
  territory: 'territory',
  filedOn: 'filedOn',
  inForceFrom: 'inForceFrom',
  expiresOn: 'expiresOn',
  recordUrl: 'recordUrl',
} as const;
export type FactField = keyof typeof FACT_FIELDS;

export function isFactField(field: string): field is FactField {
  return field in FACT_FIELDS;
}
