import type { StaleLists } from '@/lib/cache';

/** What tells where a case stands, and what stands on it. */
const CASE = ['appraisal', 'appraisals', 'sample', 'samples', 'purchase', 'purchases'] as const;
/** What a conflict freezes, and what one that ends lets go on. */
const DEPENDANTS = ['referral', 'referrals', 'offlineAction', 'lead', 'leadByReference'] as const;

/** After which changes which lists are read again. */
export default {
  orderAppraisal: [...CASE, 'appraisers'],
  takeUpAppraisal: ['appraisals'],
  declineAppraisal: [...CASE, 'appraiserFigures'],
  beginAppraisal: ['appraisals'],
  reportAppraisal: [...CASE, ...DEPENDANTS, 'appraiserFigures'],
  correctAppraisal: [...CASE, ...DEPENDANTS, 'appraiserFigures'],
  agreeToAppraisal: CASE,
  contestAppraisal: [...CASE, ...DEPENDANTS],
  finalizeAppraisal: [...CASE, ...DEPENDANTS, 'leads', 'appraiserFigures'],
  cancelAppraisal: CASE,
  setAppraisalPolicy: ['appraisalPolicy'],
  setPurchaseTerms: ['purchaseTerms'],
} satisfies StaleLists;
