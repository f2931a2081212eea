import type { StaleLists } from '@/lib/cache';

/** After which changes which lists are read again. */
export default {
  createReferral: ['referrals'],
  updateReferral: ['referrals'],
  submitReferral: ['referrals'],
  takeBackReferral: ['referrals'],
  returnReferral: ['referrals'],
  approveReferral: ['referrals'],
  withdrawReferral: ['referrals'],
  acknowledgeReferral: ['referrals'],
  requestReferralInformation: ['referrals'],
  answerReferralInformation: ['referrals'],
  acceptReferral: ['referrals'],
  declineReferral: ['referrals'],
  giveReferralFeedback: ['referrals'],
} satisfies StaleLists;
