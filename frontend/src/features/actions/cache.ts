import type { StaleLists } from '@/lib/cache';

const SITES = ['actionSites', 'actionSiteMap'] as const;

/** After which changes which lists are read again. */
export default {
  createEnforcementOperation: ['enforcementOperations'],
  updateEnforcementOperation: ['enforcementOperations'],
  proposeOfflineAction: ['offlineActions', 'enforcementOperations', 'enforcementOperation', ...SITES],
  changeOfflineAction: ['offlineActions', 'enforcementOperations', 'enforcementOperation', ...SITES],
  setOfflineActionOperation: ['offlineActions', 'enforcementOperations', 'enforcementOperation', ...SITES],
  addActionSite: SITES,
  removeActionSite: SITES,
  submitOfflineAction: ['offlineActions', 'deconflictionHits'],
  resolveDeconflictionHit: ['offlineActions', 'deconflictionHits', 'deconflictionRecords'],
  verifyOutcome: ['enforcementStatistics'],
  verifySuspectStage: ['enforcementStatistics'],
} satisfies StaleLists;
