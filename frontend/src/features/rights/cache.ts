import type { StaleLists } from '@/lib/cache';

/** After which changes which lists are read again. */
export default {
  createBrand: ['brands'],
  retireBrand: ['brands', 'ipRights'],
  createIpRight: ['ipRights'],
  updateIpRight: ['ipRights'],
  discardIpRight: ['ipRights'],
  submitIpRight: ['ipRights'],
  takeBackIpRight: ['ipRights'],
  verifyIpRight: ['ipRights'],
  rejectIpRight: ['ipRights'],
  renewIpRight: ['ipRights'],
  disputeIpRight: ['ipRights'],
  settleIpRight: ['ipRights'],
  invalidateIpRight: ['ipRights'],
  importIpRights: ['ipRights'],
} satisfies StaleLists;
