import type { StaleLists } from '@/lib/cache';

/** After which changes which lists are read again. */
export default {
  createProduct: ['products'],
  updateProduct: ['products'],
  publishProduct: ['products'],
  archiveProduct: ['products'],
  // The answer tells of the feature and not of its sheet, and the pictures come with the sheet.
  addFakeFeature: ['product'],
  retireFakeFeature: ['product'],
  addCompanyContact: ['companyContacts'],
  removeCompanyContact: ['companyContacts'],
} satisfies StaleLists;
