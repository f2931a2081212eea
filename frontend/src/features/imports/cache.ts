import type { StaleLists } from '@/lib/cache';

/** After which changes which lists are read again. */
export default {
  startImport: ['imports'],
  cancelImport: ['imports'],
  saveImportMapping: ['importMappings'],
  deleteImportMapping: ['importMappings'],
} satisfies StaleLists;
