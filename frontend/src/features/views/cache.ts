import type { StaleLists } from '@/lib/cache';

/** After which changes which lists are read again. */
export default {
  createSavedView: ['savedViews'],
  updateSavedView: ['savedViews'],
  deleteSavedView: ['savedViews'],
  setDefaultSavedView: ['savedViews'],
} satisfies StaleLists;
