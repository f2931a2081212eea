import type { StaleLists } from '@/lib/cache';

/** After which changes which lists are read again. The queue itself is read anew whenever it is looked at. */
export default {
  judgeScreenedListing: ['leads', 'deliveries', 'screeningStatistics'],
  undoScreeningJudgement: ['screeningStatistics'],
  createRulePack: ['rulePacks'],
  trainScreeningModel: ['screeningModels'],
  releaseScreening: ['screeningState', 'screeningReleases'],
  rollBackScreening: ['screeningState', 'screeningReleases'],
  watchSeller: ['watchedSellers'],
  unwatchSeller: ['watchedSellers'],
} satisfies StaleLists;
