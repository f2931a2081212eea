import type { StaleLists } from '@/lib/cache';

/** After which changes which lists are read again. */
export default {
  answerDelivery: ['deliveries'],
  answerInfoRequest: ['deliveries'],
  settleExpiredDelivery: ['deliveries'],
} satisfies StaleLists;
