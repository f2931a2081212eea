import type { StaleLists } from '@/lib/cache';

/** What shows where a sample is and what became of it. */
const SHOWN = ['sample', 'samples', 'evidenceItem', 'purchase'] as const;

/** After which changes which lists are read again. */
export default {
  disposeSample: SHOWN,
  handOverSample: SHOWN,
  confirmSampleHandOver: SHOWN,
  refuseSampleHandOver: SHOWN,
  withdrawSampleHandOver: SHOWN,
  recordSampleCustody: SHOWN,
} satisfies StaleLists;
